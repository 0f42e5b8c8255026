package crosscountry.kernel.display.graph;

import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A graph as a program listing: one line an operation. */
final class GraphText {
    private static final int LINES = 56;
    /** So many inputs and outputs are named. */
    private static final int NAMED = 24;

    private GraphText() {}

    /**
     * The listing; of a long graph the rounds of a loop are listed once, and what is still too long is left out with
     * its count.
     */
    static String of(Graph graph) {
        StringBuilder text = new StringBuilder(graph.name())
                .append('(')
                .append(named(graph.inputs().stream()
                        .map(input -> input.name() + (input.shape().rank() == 0 ? "" : " " + input.shape()))
                        .toList()))
                .append("): ")
                .append(graph.vertices().size())
                .append(" vertices\n");
        List<String> lines = new ArrayList<>();
        if (graph.vertices().size() <= LINES) {
            graph.vertices().forEach(vertex -> lines.add(line(graph, vertex)));
        } else {
            list(graph, Parts.of(graph.vertices()), "", lines);
        }
        lines.stream()
                .limit(LINES)
                .forEach(line -> text.append("  ").append(line).append('\n'));
        if (lines.size() > LINES) {
            text.append("  ... and ").append(lines.size() - LINES).append(" more lines\n");
        }
        return text.append("  return ")
                .append(named(graph.outputs().stream()
                        .map(output -> name(graph, output))
                        .toList()))
                .toString();
    }

    private static void list(Graph graph, List<Part> parts, String indent, List<String> lines) {
        for (Part part : parts) {
            if (part instanceof Part.Loop loop) {
                lines.add(indent + loop.times() + ", at first:");
                list(graph, loop.body(), indent + "  ", lines);
            } else {
                part.vertices().forEach(vertex -> lines.add(indent + line(graph, vertex)));
            }
        }
    }

    private static String named(List<String> names) {
        return String.join(", ", names.size() <= NAMED ? names : names.subList(0, NAMED))
                + (names.size() <= NAMED ? "" : ", ... (" + names.size() + " in all)");
    }

    static String line(Graph graph, Vertex vertex) {
        String operands = vertex.operands().stream().map(o -> name(graph, o)).collect(Collectors.joining(", "));
        String params =
                vertex.primitive() == Primitive.INTEGER_POW ? ", " + ((Params.IntegerPow) vertex.params()).y() : "";
        String shape = vertex.shape().rank() == 0 ? "" : " " + vertex.shape();
        return "v" + vertex.number() + shape + " = " + vertex.primitive() + "(" + operands + params + ")"
                + vertex.source().map(source -> "   # " + source).orElse("");
    }

    static String name(Graph graph, int id) {
        return graph.isInput(id)
                ? graph.inputs().get(id - 1).name()
                : "v" + (id - graph.inputs().size());
    }

    private static String name(Graph graph, Operand operand) {
        return operand instanceof Operand.Ref ref
                ? name(graph, ref.id())
                : ((Operand.Literal) operand).value().toString();
    }
}
