package crosscountry.search.bound;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.EdgeType;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.elimination.edge.OutputVertices;
import crosscountry.graph.Graph;
import java.util.BitSet;
import java.util.List;

/**
 * A trivial bound: a vertex between an input and an output has an edge on both sides when it is eliminated, and costs
 * at least 1 unless these are copies.
 */
public final class VertexCountBound {
    private VertexCountBound() {}

    public static long of(Graph graph, CostModel rules) {
        List<Edge> edges = InitialEdges.of(graph, rules);
        BitSet reached = new BitSet();
        reached.set(1, graph.inputs().size() + 1);
        BitSet dearAbove = new BitSet();
        for (Edge edge : edges) { // by target; where a file states them otherwise, less is proved
            if (reached.get(edge.source())) {
                reached.set(graph.id(edge.target()));
                dearAbove.set(graph.id(edge.target()), dearAbove.get(graph.id(edge.target())) || isDear(edge));
            }
        }
        OutputVertices outputs = OutputVertices.of(graph);
        BitSet needed = new BitSet();
        outputs.terminal().forEach(vertex -> needed.set(graph.id(vertex)));
        outputs.virtual().values().forEach(vertex -> needed.set(graph.id(vertex)));
        BitSet dear = new BitSet();
        for (int k = edges.size() - 1; k >= 0; k--) {
            Edge edge = edges.get(k);
            if (needed.get(graph.id(edge.target()))) {
                needed.set(edge.source());
                dear.set(edge.source(), dear.get(edge.source()) || isDear(edge));
            }
        }
        dear.and(dearAbove);
        dear.clear(0, graph.inputs().size() + 1);
        return dear.cardinality();
    }

    /** Products with a copy cost nothing. */
    private static boolean isDear(Edge edge) {
        return edge.type() != EdgeType.COPY;
    }
}
