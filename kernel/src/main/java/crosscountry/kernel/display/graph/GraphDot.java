package crosscountry.kernel.display.graph;

import crosscountry.elimination.Linearization;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.AxisTies;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import java.util.List;

/** A graph in the DOT language of Graphviz. */
public final class GraphDot {
    private GraphDot() {}

    public static String of(Graph graph) {
        return of(graph, new Order(List.of()));
    }

    /** With the step, from 1, at which each vertex is eliminated. */
    public static String of(Graph graph, Order order) {
        StringBuilder dot =
                new StringBuilder("digraph ").append(quoted(graph.name())).append(" {\n");
        for (Input input : graph.inputs()) {
            dot.append("  n")
                    .append(input.id())
                    .append(" [shape=ellipse, label=")
                    .append(quoted(input.name()))
                    .append("];\n");
        }
        for (Vertex vertex : graph.vertices()) {
            boolean output = graph.outputs().contains(new Operand.Ref(vertex.id()));
            dot.append("  n")
                    .append(vertex.id())
                    .append(" [shape=box")
                    .append(output ? ", peripheries=2" : "")
                    .append(", label=")
                    .append(quoted(vertex.number() + " " + vertex.primitive() + time(order, vertex.number())))
                    .append("];\n");
        }
        for (Edge edge :
                Linearization.of(graph.withoutEdges(), CostModel.PUBLISHED).edges()) {
            if (edge.target() <= graph.vertices().size()) {
                dot.append("  n")
                        .append(edge.source())
                        .append(" -> n")
                        .append(graph.id(edge.target()))
                        .append(" [label=")
                        .append(quoted(label(edge)))
                        .append("];\n");
            }
        }
        return dot.append("}\n").toString();
    }

    private static String label(Edge edge) {
        return edge.ties()
                .map(AxisTies::toString)
                .orElseGet(() -> edge.type().code() == 1
                        ? ""
                        : String.valueOf(edge.type().code()));
    }

    private static String time(Order order, int vertex) {
        int step = order.vertices().indexOf(vertex) + 1;
        return step == 0 ? "" : " @" + step;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", " ") + '"';
    }
}
