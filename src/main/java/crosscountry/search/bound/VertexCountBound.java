package crosscountry.search.bound;

import crosscountry.elimination.edge.PlainEdges;
import crosscountry.graph.Graph;
import java.util.Arrays;

/**
 * A trivial bound: a vertex between an input and an output has an edge on both sides when it is eliminated, and costs
 * at least 1 unless these are copies.
 */
public final class VertexCountBound {
    private final PlainEdges edges;
    private final int inputs;
    /** The ids that an input reaches, and those of them into which an edge leads that is no copy. */
    private final boolean[] reached;

    private final boolean[] dearAbove;
    /** The ids that reach an output, and those of them from which an edge leads that is no copy. */
    private final boolean[] needed;

    private final boolean[] dearBelow;

    private VertexCountBound(Graph graph, PlainEdges edges) {
        this.edges = edges;
        inputs = graph.inputs().size();
        int ids = graph.id(graph.vertices().size() + edges.outputs().virtual().size()) + 1;
        reached = new boolean[ids];
        dearAbove = new boolean[ids];
        needed = new boolean[ids];
        dearBelow = new boolean[ids];
        Arrays.fill(reached, 1, inputs + 1, true);
        edges.outputs().terminal().forEach(vertex -> needed[inputs + vertex] = true);
        edges.outputs().virtual().values().forEach(vertex -> needed[inputs + vertex] = true);
    }

    public static long of(Graph graph, PlainEdges edges) {
        VertexCountBound bound = new VertexCountBound(graph, edges);
        for (int k = 0; k < edges.size(); k++) { // by target; where a file states them otherwise, less is proved
            bound.down(k);
        }
        for (int k = edges.size() - 1; k >= 0; k--) {
            bound.up(k);
        }
        int count = 0;
        for (int id = bound.inputs + 1; id < bound.reached.length; id++) {
            count += bound.dearAbove[id] && bound.dearBelow[id] ? 1 : 0;
        }
        return count;
    }

    private void down(int edge) {
        if (reached[edges.source(edge)]) {
            int target = inputs + edges.target(edge);
            reached[target] = true;
            dearAbove[target] |= !edges.isCopy(edge);
        }
    }

    private void up(int edge) {
        if (needed[inputs + edges.target(edge)]) {
            int source = edges.source(edge);
            needed[source] = true;
            dearBelow[source] |= !edges.isCopy(edge);
        }
    }
}
