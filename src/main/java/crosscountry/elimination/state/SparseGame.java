package crosscountry.elimination.state;

import crosscountry.elimination.Legality;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.EdgeType;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.elimination.edge.OutputVertices;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The elimination game on lists of neighbours, for graphs of scalars with so many vertices that rows of bits no longer
 * fit. It counts as {@link FastGame} does; memory and time follow the edges that there are. Vertices are ids of the
 * graph; inputs and outputs have no lists of their own. For one thread.
 */
public final class SparseGame {
    private final Graph graph;
    private final int[][] before;
    private final int[][] after;
    private final int[] in;
    private final int[] out;
    /** 1 where a copy to an output of its own stands behind the vertex: its products cost nothing. */
    private final byte[] copies;

    private final boolean[] open;
    private final int[] mark;
    private int marks;
    /** Length of the list that was merged last. */
    private int count;

    private int left;

    private SparseGame(Graph graph, List<Edge> edges) {
        this.graph = graph;
        OutputVertices outputs = OutputVertices.of(graph);
        int nodes = graph.id(graph.vertices().size() + outputs.virtual().size()) + 1;
        open = new boolean[nodes];
        Arrays.fill(open, graph.id(1), graph.id(graph.vertices().size()) + 1, true);
        outputs.terminal().forEach(vertex -> open[graph.id(vertex)] = false);
        copies = new byte[nodes];
        in = new int[nodes];
        out = new int[nodes];
        for (Edge edge : edges) {
            in[graph.id(edge.target())]++;
            out[edge.source()]++;
        }
        before = new int[nodes][];
        after = new int[nodes][];
        for (int id = 0; id < nodes; id++) {
            left += open[id] ? 1 : 0;
            before[id] = open[id] ? new int[in[id]] : null;
            after[id] = open[id] ? new int[out[id]] : null;
        }
        Arrays.fill(in, 0);
        Arrays.fill(out, 0);
        mark = new int[nodes];
        for (Edge edge : edges) {
            int target = graph.id(edge.target());
            if (open[target]) {
                before[target][in[target]++] = edge.source();
            }
            if (open[edge.source()]) {
                after[edge.source()][out[edge.source()]++] = target;
                copies[edge.source()] += edge.type() == EdgeType.COPY ? 1 : 0;
            }
        }
    }

    /** True where this game can play the graph: all values are numbers, and the cost is the paper's. */
    public static boolean plays(Graph graph, CostModel rules) {
        return !rules.countsGenerated()
                && graph.inputs().stream().allMatch(input -> input.shape().size() == 1)
                && graph.vertices().stream().allMatch(vertex -> vertex.shape().size() == 1);
    }

    /** A game at its start; a graph of tensors, or a cost of generated code, is an error. */
    public static SparseGame of(Graph graph, CostModel rules) {
        if (!plays(graph, rules)) {
            throw new GraphException(graph.name() + " has " + graph.vertices().size()
                    + " vertices: so large a graph can be played if all its values are "
                    + "numbers, with the cost published or algebra");
        }
        List<Edge> edges = InitialEdges.of(graph, rules);
        for (Edge edge : edges) {
            if (edge.type() != EdgeType.DENSE && edge.type() != EdgeType.COPY) {
                throw new GraphException(graph.name() + " states an edge " + edge.source() + " -> " + edge.target()
                        + " of type " + edge.type().code()
                        + "; edges between numbers are of type 1, or of type -1 before an output that is read again");
            }
        }
        return new SparseGame(graph, edges);
    }

    public Graph graph() {
        return graph;
    }

    /** Number of vertices that are left to eliminate. */
    public int left() {
        return left;
    }

    public boolean isOpen(int id) {
        return id > 0 && id < open.length && open[id];
    }

    /** What eliminating this open vertex costs now; also its Markowitz degree, but for copies. */
    public long cost(int id) {
        return (long) in[id] * (out[id] - copies[id]);
    }

    /** The predecessors of an open vertex now; {@link #inDegree} of them, in no order. Not to be changed. */
    public int[] predecessors(int id) {
        return before[id];
    }

    public int inDegree(int id) {
        return in[id];
    }

    /** The successors of an open vertex now; {@link #outDegree} of them, in no order. Not to be changed. */
    public int[] successors(int id) {
        return after[id];
    }

    public int outDegree(int id) {
        return out[id];
    }

    /** True where a copy to an output of its own stands behind the vertex. */
    public boolean isCopied(int id) {
        return copies[id] > 0;
    }

    /** Eliminates an open vertex and returns its cost; its own lists stay as they were. */
    public long eliminate(int id) {
        if (!isOpen(id)) {
            throw new GraphException(
                    "vertex " + (id - graph.inputs().size()) + " of " + graph.name() + " is no open vertex");
        }
        long cost = cost(id);
        for (int k = 0; k < out[id]; k++) {
            int target = after[id][k];
            if (open[target]) {
                before[target] = merged(before[target], in[target], id, before[id], in[id]);
                in[target] = count;
            }
        }
        for (int k = 0; k < in[id]; k++) {
            int source = before[id][k];
            if (open[source]) {
                after[source] = merged(after[source], out[source], id, after[id], out[id]);
                out[source] = count;
            }
        }
        open[id] = false;
        left--;
        return cost;
    }

    /** {@code list} without {@code gone}, with what {@code more} has and it has not. */
    private int[] merged(int[] list, int length, int gone, int[] more, int moreLength) {
        marks++;
        int kept = 0;
        for (int k = 0; k < length; k++) {
            if (list[k] != gone) {
                mark[list[k]] = marks;
                list[kept++] = list[k];
            }
        }
        int[] result = list;
        for (int k = 0; k < moreLength; k++) {
            if (mark[more[k]] != marks) {
                if (kept == result.length) {
                    result = Arrays.copyOf(result, Math.max(8, kept * 3 / 2 + 1));
                }
                result[kept++] = more[k];
            }
        }
        count = kept;
        return result;
    }

    /** Plays the whole order; an order that is incomplete or illegal is an error. Returns the cost of each step. */
    public long[] play(Order order) {
        Legality.check(graph, order);
        long[] perStep = new long[order.vertices().size()];
        for (int k = 0; k < perStep.length; k++) {
            perStep[k] = eliminate(graph.id(order.vertices().get(k)));
        }
        return perStep;
    }

    /**
     * Plays on to the end, always the vertex of the smallest Markowitz degree, ties to the lowest number; a heap of
     * degrees, of which those that are out of date are passed over. Returns the ids.
     */
    public int[] markowitz() {
        PriorityQueue<Long> queue = new PriorityQueue<>(Math.max(1, left));
        for (int id = 0; id < open.length; id++) {
            if (open[id]) {
                queue.add(key(id));
            }
        }
        int[] order = new int[left];
        for (int step = 0; step < order.length; ) {
            long first = queue.poll();
            int id = (int) (first & Integer.MAX_VALUE);
            if (!open[id] || key(id) != first) {
                continue;
            }
            order[step++] = id;
            eliminate(id);
            again(before[id], in[id], queue);
            again(after[id], out[id], queue);
        }
        return order;
    }

    private void again(int[] neighbours, int length, PriorityQueue<Long> queue) {
        for (int k = 0; k < length; k++) {
            if (open[neighbours[k]]) {
                queue.add(key(neighbours[k]));
            }
        }
    }

    /** The published degree, which counts a copy (game.md, section 7), above the id. */
    private long key(int id) {
        return Math.min((long) in[id] * out[id], Integer.MAX_VALUE) << 31 | id;
    }
}
