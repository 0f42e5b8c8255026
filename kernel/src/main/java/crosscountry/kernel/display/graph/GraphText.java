package crosscountry.kernel.display.graph;

import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Vertex;
import java.util.stream.Collectors;

/** A graph as a program listing: one line an operation. */
public final class GraphText {
    private static final int LINES = 200;

    private GraphText() {}

    public static String of(Graph graph) {
        StringBuilder text = new StringBuilder(graph.name()).append('(')
                .append(graph.inputs().stream()
                        .map(input -> input.name() + (input.shape().rank() == 0 ? "" : " " + input.shape()))
                        .collect(Collectors.joining(", ")))
                .append("): ").append(graph.vertices().size()).append(" vertices\n");
        graph.vertices().stream().limit(LINES).forEach(vertex -> text.append("  ").append(line(graph, vertex)).append('\n'));
        if (graph.vertices().size() > LINES) {
            text.append("  ... and ").append(graph.vertices().size() - LINES).append(" more\n");
        }
        return text.append("  return ")
                .append(graph.outputs().stream().map(output -> name(graph, output)).collect(Collectors.joining(", ")))
                .toString();
    }

    static String line(Graph graph, Vertex vertex) {
        String operands = vertex.operands().stream().map(o -> name(graph, o)).collect(Collectors.joining(", "));
        String params = vertex.primitive() == Primitive.INTEGER_POW ? ", " + ((Params.IntegerPow) vertex.params()).y() : "";
        String shape = vertex.shape().rank() == 0 ? "" : " " + vertex.shape();
        return "v" + vertex.number() + shape + " = " + vertex.primitive() + "(" + operands + params + ")"
                + vertex.source().map(source -> "   # " + source).orElse("");
    }

    static String name(Graph graph, int id) {
        return graph.isInput(id) ? graph.inputs().get(id - 1).name() : "v" + (id - graph.inputs().size());
    }

    private static String name(Graph graph, Operand operand) {
        return operand instanceof Operand.Ref ref ? name(graph, ref.id()) : ((Operand.Literal) operand).value().toString();
    }
}
