package crosscountry.elimination.edge;

import crosscountry.graph.Graph;
import java.util.BitSet;
import java.util.List;

/** The edges between an input and an output; generated code does nothing for the others. */
final class LiveEdges {
    private LiveEdges() {}

    /** Edges in order of their targets, as they are made. */
    static List<Edge> of(Graph graph, List<Edge> edges) {
        BitSet reached = new BitSet();
        reached.set(1, graph.inputs().size() + 1);
        for (Edge edge : edges) {
            if (reached.get(edge.source())) {
                reached.set(graph.id(edge.target()));
            }
        }
        OutputVertices outputs = OutputVertices.of(graph);
        BitSet needed = new BitSet();
        outputs.terminal().forEach(vertex -> needed.set(graph.id(vertex)));
        outputs.virtual().values().forEach(vertex -> needed.set(graph.id(vertex)));
        for (int k = edges.size() - 1; k >= 0; k--) {
            if (needed.get(graph.id(edges.get(k).target()))) {
                needed.set(edges.get(k).source());
            }
        }
        return edges.stream()
                .filter(edge -> reached.get(edge.source()) && needed.get(graph.id(edge.target())))
                .toList();
    }
}
