package crosscountry.kernel.cli;

import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import java.util.Locale;

/** A graph in Graphviz's language: inputs are boxes, outputs have a double line, vertices carry number and primitive. */
final class Dot {
    private Dot() {}

    static String of(Graph graph) {
        StringBuilder text = new StringBuilder("digraph " + quoted(graph.name()) + " {\n");
        for (Input input : graph.inputs()) {
            text.append("  ").append(input.id()).append(" [shape=box, label=").append(quoted(input.name())).append("];\n");
        }
        for (Vertex vertex : graph.vertices()) {
            String label = vertex.number() + " " + vertex.primitive().name().toLowerCase(Locale.ROOT);
            String outline = graph.outputs().contains(new Operand.Ref(vertex.id())) ? "peripheries=2, " : "";
            text.append("  ").append(vertex.id()).append(" [").append(outline).append("label=").append(quoted(label)).append("];\n");
            for (Operand operand : vertex.operands()) {
                if (operand instanceof Operand.Ref ref) {
                    text.append("  ").append(ref.id()).append(" -> ").append(vertex.id()).append(";\n");
                }
            }
        }
        return text.append("}\n").toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
