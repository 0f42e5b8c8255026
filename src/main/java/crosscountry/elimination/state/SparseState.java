package crosscountry.elimination.state;

import crosscountry.elimination.Legality;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.PlainEdges;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * The state on lists of neighbours, for graphs of scalars with too many vertices for rows of bits: memory and time grow
 * with the number of edges. A list names neighbours by <em>column</em>: an index, or from size on an input or output,
 * which has no lists of its own.
 */
public final class SparseState implements EliminationState {
    private static final int[] NONE = {};

    private final SparseTemplate template;
    private final int size;
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

    SparseState(SparseTemplate template) {
        this.template = template;
        size = template.size();
        open = new boolean[template.nodes()];
        Arrays.fill(open, 0, size, true);
        moves = new int[size];
        in = new int[size];
        out = new int[size];
        mark = new int[template.nodes()];
        before = new int[size][];
        after = new int[size][];
        for (int index = 0; index < size; index++) {
            before[index] = template.before().columns(index);
            after[index] = template.after().columns(index);
            in[index] = before[index].length;
            out[index] = after[index].length;
        }
        copies = new CopyEdges(this, template);
    }

    /**
     * True where this state can hold the graph: all values are numbers, each edge is dense or a copy, and the cost is
     * the paper's.
     */
    public static boolean plays(Graph graph, CostModel rules) {
        return PlainEdges.of(graph, rules).isPresent();
    }

    /** The state at its start; a graph of tensors, or a cost of generated code, is an error. */
    public static SparseState of(Graph graph, CostModel rules) {
        return SparseTemplate.of(graph, rules).start();
    }

    @Override
    public Graph graph() {
        return template.graph();
    }

    @Override
    public CostModel rules() {
        return template.rules();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int vertex(int index) {
        return template.vertex(index);
    }

    @Override
    public int index(int vertex) {
        return template.index(vertex);
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
            found.add(template.id(columns[k]));
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
            throw Numbering.noIndex(graph(), size, index);
        }
        if (!open[index]) {
            throw new GraphException("vertex " + vertex(index) + " of " + graph().name() + " is no open vertex");
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
        Legality.check(graph(), order);
        return order.vertices().stream()
                .mapToLong(vertex -> eliminate(index(vertex)))
                .toArray();
    }

    @Override
    public int[] playMarkowitz() {
        return playMarkowitz(Long.MAX_VALUE, () -> false);
    }

    /**
     * The same, given up where the cost reaches the limit or it is over: then some vertices are left open.
     *
     * @param over asked often
     */
    public int[] playMarkowitz(long limit, BooleanSupplier over) {
        DegreeQueue queue = new DegreeQueue(this);
        int from = steps;
        long products = 0;
        for (int index = queue.next(); index >= 0 && spent < limit; index = queue.next()) {
            products += (in[index] + 1L) * (out[index] + 1);
            if (products >= OrderCount.LOOK) {
                products = 0;
                if (over.getAsBoolean()) {
                    break;
                }
            }
            eliminate(index);
            queue.add(before[index], in[index]);
            queue.add(after[index], out[index]);
        }
        return Arrays.copyOfRange(moves, from, steps);
    }
}
