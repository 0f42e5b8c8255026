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
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The state on lists of neighbours, for graphs of scalars with too many vertices for rows of bits: memory and time grow
 * with the number of edges. A list names neighbours by <em>column</em>: an index, or from size on an input or output,
 * which has no lists of its own.
 */
public final class SparseState implements EliminationState {
    private static final int[] NONE = {};

    private final Graph graph;
    private final CostModel rules;
    private final int size;
    /** The id behind each column. */
    private final int[] ids;
    /** The index of each vertex number, -1 for an output. */
    private final int[] indices;

    private final int[][] before;
    private final int[][] after;
    private final int[] in;
    private final int[] out;
    private final CopyEdges copies;

    private final boolean[] open;
    private final int[] moves;
    private int steps;
    private long spent;
    /** For each list that a step changed, the vertex's place in it and the number of other entries. */
    private int[] log = new int[256];

    private int logged;
    private final int[] mark;
    private int marks;
    /** Length of the list that was merged last. */
    private int count;

    private SparseState(Graph graph, CostModel rules, List<Edge> edges) {
        this.graph = graph;
        this.rules = rules;
        OutputVertices outputs = OutputVertices.of(graph);
        int vertices = graph.vertices().size();
        int nodes = graph.id(vertices + outputs.virtual().size());
        indices = new int[vertices + 1];
        indices[0] = -1;
        int eliminable = 0;
        for (int vertex = 1; vertex <= vertices; vertex++) {
            indices[vertex] = outputs.terminal().contains(vertex) ? -1 : eliminable++;
        }
        size = eliminable;
        ids = new int[nodes];
        int[] columns = new int[nodes + 1];
        int other = size;
        for (int id = 1; id <= nodes; id++) {
            int vertex = id - graph.inputs().size();
            boolean inner = vertex >= 1 && vertex <= vertices && indices[vertex] >= 0;
            columns[id] = inner ? indices[vertex] : other++;
            ids[columns[id]] = id;
        }
        open = new boolean[nodes];
        Arrays.fill(open, 0, size, true);
        moves = new int[size];
        in = new int[size];
        out = new int[size];
        mark = new int[nodes];
        before = lists(edges, columns, false);
        after = lists(edges, columns, true);
        boolean inner = edges.stream().anyMatch(edge -> edge.type() == EdgeType.COPY && edge.target() <= vertices);
        copies = new CopyEdges(this, nodes, inner);
        for (Edge edge : edges) {
            copies.state(columns[edge.source()], columns[graph.id(edge.target())], edge.type() == EdgeType.COPY);
        }
    }

    /**
     * The neighbours of each index on one side, each once: edges into results that nobody reads may be stated twice.
     */
    private int[][] lists(List<Edge> edges, int[] columns, boolean down) {
        int[] length = down ? out : in;
        for (Edge edge : edges) {
            int own = columns[down ? edge.source() : graph.id(edge.target())];
            if (own < size) {
                length[own]++;
            }
        }
        int[][] lists = new int[size][];
        for (int index = 0; index < size; index++) {
            lists[index] = new int[length[index]];
        }
        Arrays.fill(length, 0);
        for (Edge edge : edges) {
            int source = columns[edge.source()];
            int target = columns[graph.id(edge.target())];
            int own = down ? source : target;
            if (own < size) {
                lists[own][length[own]++] = down ? target : source;
            }
        }
        for (int index = 0; index < size; index++) {
            marks++;
            int kept = 0;
            for (int k = 0; k < length[index]; k++) {
                int neighbour = lists[index][k];
                if (mark[neighbour] != marks) {
                    mark[neighbour] = marks;
                    lists[index][kept++] = neighbour;
                }
            }
            length[index] = kept;
        }
        return lists;
    }

    /**
     * True where this state can hold the graph: all values are numbers, each edge is dense or a copy, and the cost is
     * the paper's.
     */
    public static boolean plays(Graph graph, CostModel rules) {
        return areNumbers(graph, rules)
                && InitialEdges.of(graph, rules).stream().allMatch(SparseState::isHeld);
    }

    private static boolean isHeld(Edge edge) {
        return edge.type() == EdgeType.DENSE || edge.type() == EdgeType.COPY;
    }

    private static boolean areNumbers(Graph graph, CostModel rules) {
        return !rules.countsGenerated()
                && graph.inputs().stream().allMatch(input -> input.shape().size() == 1)
                && graph.vertices().stream().allMatch(vertex -> vertex.shape().size() == 1);
    }

    /** The state at its start; a graph of tensors, or a cost of generated code, is an error. */
    public static SparseState of(Graph graph, CostModel rules) {
        if (!areNumbers(graph, rules)) {
            throw new GraphException(graph.name() + " has " + graph.vertices().size()
                    + " vertices: so large a graph can be played if all its values are "
                    + "numbers, with the cost published or algebra");
        }
        List<Edge> edges = InitialEdges.of(graph, rules);
        for (Edge edge : edges) {
            if (!isHeld(edge)) {
                throw new GraphException(graph.name() + " has an edge " + edge.source() + " -> "
                        + graph.id(edge.target()) + " of type " + edge.type().code()
                        + "; so large a graph can be played if its edges are of type 1 or -1");
            }
        }
        if (graph.edges().isPresent()) {
            Cycles.refuse(graph, edges);
        }
        return new SparseState(graph, rules, edges);
    }

    @Override
    public Graph graph() {
        return graph;
    }

    @Override
    public CostModel rules() {
        return rules;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int vertex(int index) {
        return ids[index] - graph.inputs().size();
    }

    @Override
    public int index(int vertex) {
        return vertex < 1 || vertex >= indices.length ? -1 : indices[vertex];
    }

    @Override
    public boolean isOpen(int index) {
        return index >= 0 && index < size && open[index];
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public int move(int step) {
        return moves[step];
    }

    @Override
    public long spent() {
        return spent;
    }

    @Override
    public long cost(int index) {
        return (long) (in[index] - copies.in(index)) * (out[index] - copies.out(index));
    }

    /** The published degree, which counts a copy. */
    @Override
    public long markowitzDegree(int index) {
        return (long) in[index] * out[index];
    }

    @Override
    public int inDegree(int index) {
        return in[index];
    }

    @Override
    public int outDegree(int index) {
        return out[index];
    }

    @Override
    public SortedSet<Integer> predecessors(int index) {
        return ids(before[index], in[index]);
    }

    @Override
    public SortedSet<Integer> successors(int index) {
        return ids(after[index], out[index]);
    }

    private SortedSet<Integer> ids(int[] columns, int length) {
        SortedSet<Integer> found = new TreeSet<>();
        for (int k = 0; k < length; k++) {
            found.add(ids[columns[k]]);
        }
        return found;
    }

    /** The columns of the predecessors; the first {@link #inDegree} count, in no order. Not to be changed. */
    public int[] sources(int index) {
        return before[index];
    }

    /** The columns of the successors; the first {@link #outDegree} count, in no order. Not to be changed. */
    public int[] targets(int index) {
        return after[index];
    }

    /** True where an edge of the vertex is a copy. */
    public boolean hasCopy(int index) {
        return copies.in(index) > 0 || copies.out(index) > 0;
    }

    /** True where an edge leads from one column to the other, of which at least one is open. */
    boolean isJoined(int source, int target) {
        int[] list = source < size ? after[source] : target < size ? before[target] : NONE;
        int length = source < size ? out[source] : target < size ? in[target] : 0;
        for (int k = 0; k < length; k++) {
            if (list[k] == (source < size ? target : source)) {
                return true;
            }
        }
        return false;
    }

    /** As the interface says; the vertex keeps its own lists as they were. */
    @Override
    public long eliminate(int index) {
        if (index < 0 || index >= size) {
            throw Numbering.noIndex(graph, size, index);
        }
        if (!open[index]) {
            throw new GraphException("vertex " + vertex(index) + " of " + graph.name() + " is no open vertex");
        }
        long cost = cost(index);
        copies.eliminate(index, steps);
        for (int k = 0; k < out[index]; k++) {
            int target = after[index][k];
            if (open[target]) {
                before[target] = merged(before[target], in[target], index, before[index], in[index]);
                in[target] = count;
            }
        }
        for (int k = 0; k < in[index]; k++) {
            int source = before[index][k];
            if (open[source]) {
                after[source] = merged(after[source], out[source], index, after[index], out[index]);
                out[source] = count;
            }
        }
        open[index] = false;
        moves[steps++] = index;
        spent += cost;
        return cost;
    }

    @Override
    public void undo() {
        if (steps == 0) {
            throw new IllegalStateException("there is no step to take back");
        }
        int index = moves[--steps];
        for (int k = in[index] - 1; k >= 0; k--) {
            int source = before[index][k];
            if (open[source]) {
                out[source] = restored(after[source], index);
            }
        }
        for (int k = out[index] - 1; k >= 0; k--) {
            int target = after[index][k];
            if (open[target]) {
                in[target] = restored(before[target], index);
            }
        }
        open[index] = true;
        copies.undo(steps);
        spent -= cost(index);
    }

    /** The union of {@code list} without {@code gone} and {@code more}. */
    private int[] merged(int[] list, int length, int gone, int[] more, int moreLength) {
        marks++;
        int kept = 0;
        int place = 0;
        for (int k = 0; k < length; k++) {
            if (list[k] == gone) {
                place = k;
            } else {
                mark[list[k]] = marks;
                list[kept++] = list[k];
            }
        }
        if (logged + 2 > log.length) {
            log = Arrays.copyOf(log, 2 * log.length);
        }
        log[logged++] = place;
        log[logged++] = kept;
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

    /**
     * Undoes the last merge: drops what was appended, puts the vertex back in its place, and returns the new length.
     */
    private int restored(int[] list, int gone) {
        int kept = log[--logged];
        int place = log[--logged];
        System.arraycopy(list, place, list, place + 1, kept - place);
        list[place] = gone;
        return kept + 1;
    }

    /** Plays the whole order; an order that is incomplete or illegal is an error. Returns the cost of each step. */
    public long[] play(Order order) {
        Legality.check(graph, order);
        return order.vertices().stream()
                .mapToLong(vertex -> eliminate(index(vertex)))
                .toArray();
    }

    /** Uses a heap of degrees; stale entries are skipped. */
    @Override
    public int[] playMarkowitz() {
        PriorityQueue<Long> queue = new PriorityQueue<>(Math.max(1, openCount()));
        for (int index = 0; index < size; index++) {
            if (open[index]) {
                queue.add(key(index));
            }
        }
        int[] order = new int[openCount()];
        for (int step = 0; step < order.length; ) {
            long first = queue.poll();
            int index = (int) (first & Integer.MAX_VALUE);
            if (!open[index] || key(index) != first) {
                continue;
            }
            order[step++] = index;
            eliminate(index);
            again(before[index], in[index], queue);
            again(after[index], out[index], queue);
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

    /** The degree above the index. */
    private long key(int index) {
        return Math.min(markowitzDegree(index), Integer.MAX_VALUE) << 31 | index;
    }
}
