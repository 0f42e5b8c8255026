package crosscountry.kernel.display.graph;

import crosscountry.elimination.Linearization;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A graph as layers of text: a line for all vertices that are as far from the inputs, each with what it reads. */
public final class GraphCells {
    private static final int LINES = 58;

    private GraphCells() {}

    /**
     * The layers, as many as fit a screen or two; {@code columns} is the width of the terminal. A graph of more
     * vertices than lines is listed, with its loops.
     */
    public static String of(Graph graph, int columns) {
        List<String> lines = layers(graph, columns).lines().toList();
        if (lines.size() <= LINES) {
            return String.join("\n", lines);
        }
        return lines.get(0) + "\n" + GraphText.of(graph);
    }

    private static String layers(Graph graph, int columns) {
        int[] depth = new int[graph.inputs().size() + graph.vertices().size() + 1];
        TreeMap<Integer, List<String>> layers = new TreeMap<>();
        for (Vertex vertex : graph.vertices()) {
            for (Operand operand : vertex.operands()) {
                if (operand instanceof Operand.Ref ref) {
                    depth[vertex.id()] = Math.max(depth[vertex.id()], depth[ref.id()] + 1);
                }
            }
            layers.computeIfAbsent(depth[vertex.id()], key -> new ArrayList<>()).add(box(graph, vertex));
        }
        int margin = 2 + String.valueOf(layers.isEmpty() ? 0 : layers.lastKey()).length();
        StringBuilder text = new StringBuilder(graph.name() + ": "
                + graph.inputs().size() + " inputs, " + graph.vertices().size() + " vertices, "
                + Linearization.of(graph.withoutEdges(), CostModel.PUBLISHED)
                        .edges()
                        .size() + " edges in " + layers.size()
                + " layers; a double frame is an output");
        layer(
                text,
                "",
                margin,
                columns,
                graph.inputs().stream().map(GraphCells::box).toList());
        for (var layer : layers.entrySet()) {
            layer(text, String.valueOf(layer.getKey()), margin, columns, layer.getValue());
        }
        return text.toString();
    }

    private static String box(Input input) {
        return "(" + input.name() + (input.shape().rank() == 0 ? "" : " " + input.shape()) + ")";
    }

    private static String box(Graph graph, Vertex vertex) {
        String read = vertex.operands().stream()
                .filter(Operand.Ref.class::isInstance)
                .map(operand -> name(graph, ((Operand.Ref) operand).id()))
                .distinct()
                .collect(Collectors.joining(","));
        String label = vertex.number() + " " + Symbols.of(vertex) + (read.isEmpty() ? "" : "←" + read);
        return graph.outputs().contains(new Operand.Ref(vertex.id())) ? "⟦" + label + "⟧" : "[" + label + "]";
    }

    private static String name(Graph graph, int id) {
        return graph.isInput(id)
                ? graph.inputs().get(id - 1).name()
                : String.valueOf(id - graph.inputs().size());
    }

    private static void layer(StringBuilder text, String label, int margin, int columns, List<String> boxes) {
        StringBuilder line = new StringBuilder(" ".repeat(Math.max(0, margin - 1 - label.length())) + label + " ");
        for (String box : boxes) {
            if (line.length() > margin && line.length() + box.length() + 1 > columns) {
                text.append('\n').append(line);
                line.setLength(0);
                line.append(" ".repeat(margin));
            }
            line.append(line.length() > margin ? " " : "").append(box);
        }
        text.append('\n').append(line);
    }
}
