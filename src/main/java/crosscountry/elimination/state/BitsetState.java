package crosscountry.elimination.state;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * The state for search and learning: rows of bits say who is joined to whom, and on graphs of tensors a matrix of
 * packed edges says how. Besides steps it counts whole orders and parts of orders without moving, and takes measures of
 * open vertices. States of one {@link StateTemplate} may be used beside each other, each by one thread.
 */
public final class BitsetState implements EliminationState {
    private final StateTemplate template;
    private final Engine engine;
    private final long[] open;
    private final int[] moves;
    private final long[] costs;
    /** What was spent before each step, and after the last. */
    private final long[] totals;

    private final long[] degrees;
    private final long[] stale;
    private int steps;
    private int floor;
    private long spent;
    private int version;
    private TrialEvaluation whole;
    private TrialEvaluation part;

    BitsetState(StateTemplate template) {
        this.template = template;
        int size = template.size();
        engine = template.startingEngine().copy();
        open = new long[template.allOpen().length];
        moves = new int[size];
        costs = new long[size];
        totals = new long[size + 1];
        degrees = new long[size];
        stale = new long[open.length];
        reset();
    }

    public static BitsetState of(Graph graph, CostModel rules) {
        return StateTemplate.of(graph, rules).start();
    }

    public StateTemplate template() {
        return template;
    }

    /** The graph; null for a {@link StateTemplate#part}. */
    @Override
    public Graph graph() {
        return template.graph();
    }

    @Override
    public CostModel rules() {
        return template.rules();
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
    public int size() {
        return moves.length;
    }

    /** Eliminates an open vertex and returns its cost; a closed one is an error that names the open ones. */
    @Override
    public long eliminate(int index) {
        if (!isOpen(index)) {
            throw template.illegal(open, index);
        }
        version++;
        touchNeighbours(index);
        long cost = engine.eliminateLogged(index);
        open[index >> 6] &= ~(1L << index);
        moves[steps] = index;
        costs[steps++] = cost;
        spent = template.rules().combine(spent, cost);
        totals[steps] = spent;
        return cost;
    }

    /** Takes back the last elimination. After {@link #copyFrom} the copied steps cannot be taken back. */
    @Override
    public void undo() {
        if (steps == floor) {
            throw new IllegalStateException("there is no step to take back");
        }
        version++;
        int index = moves[--steps];
        engine.undo(index);
        touchNeighbours(index);
        spent = totals[steps];
        open[index >> 6] |= 1L << index;
    }

    /** An elimination changes the edges of its neighbours only. */
    private void touchNeighbours(int index) {
        Adjacency adjacency = engine.adjacency();
        for (int w = 0; w < stale.length; w++) {
            stale[w] |= adjacency.pred(index, w) | adjacency.succ(index, w);
        }
    }

    /** Back to the start. */
    public void reset() {
        version++;
        engine.copyFrom(template.startingEngine());
        System.arraycopy(template.allOpen(), 0, open, 0, open.length);
        System.arraycopy(template.startingDegrees(), 0, degrees, 0, degrees.length);
        Arrays.fill(stale, 0);
        steps = 0;
        floor = 0;
        spent = 0;
    }

    /** Takes over another state of the same template, with its steps. */
    public void copyFrom(BitsetState other) {
        if (other.template != template) {
            throw new IllegalArgumentException("a state can take over a state of the same template only");
        }
        version++;
        engine.copyFrom(other.engine);
        System.arraycopy(other.open, 0, open, 0, open.length);
        System.arraycopy(other.degrees, 0, degrees, 0, degrees.length);
        System.arraycopy(other.stale, 0, stale, 0, stale.length);
        System.arraycopy(other.moves, 0, moves, 0, other.steps);
        System.arraycopy(other.costs, 0, costs, 0, other.steps);
        System.arraycopy(other.totals, 0, totals, 0, other.steps + 1);
        steps = other.steps;
        floor = other.steps;
        spent = other.spent;
    }

    public BitsetState copy() {
        BitsetState copy = new BitsetState(template);
        copy.copyFrom(this);
        return copy;
    }

    @Override
    public boolean isOpen(int index) {
        return index >= 0 && index < moves.length && (open[index >> 6] >>> index & 1) != 0;
    }

    /** 64 open vertices as bits: bit k of word w is index 64 w + k. */
    public long openWord(int word) {
        return open[word];
    }

    /** Number of words of the open set. */
    public int openWords() {
        return open.length;
    }

    @Override
    public int openCount() {
        return moves.length - steps;
    }

    @Override
    public int open(int[] into) {
        int count = 0;
        for (int w = 0; w < open.length; w++) {
            for (long bits = open[w]; bits != 0; bits &= bits - 1) {
                into[count++] = (w << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        return count;
    }

    @Override
    public boolean done() {
        return steps == moves.length;
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public int move(int step) {
        return moves[step];
    }

    /** The indices that were eliminated so far, in order. */
    public int[] moves() {
        return Arrays.copyOf(moves, steps);
    }

    /** The cost of a step 0..steps-1. */
    public long stepCost(int step) {
        return costs[step];
    }

    @Override
    public long spent() {
        return spent;
    }

    @Override
    public long cost(int index) {
        return engine.cost(index);
    }

    /** As the interface says. To ask for all at every step is cheap: only degrees that may have changed are counted. */
    @Override
    public long markowitzDegree(int index) {
        if ((stale[index >> 6] >>> index & 1) != 0) {
            stale[index >> 6] &= ~(1L << index);
            degrees[index] = engine.markowitzDegree(index);
        }
        return degrees[index];
    }

    @Override
    public int inDegree(int index) {
        return engine.adjacency().inDegree(index);
    }

    @Override
    public int outDegree(int index) {
        return engine.adjacency().outDegree(index);
    }

    @Override
    public int leastMarkowitz() {
        int least = -1;
        long degree = Long.MAX_VALUE;
        for (int w = 0; w < open.length; w++) {
            for (long bits = open[w]; bits != 0; bits &= bits - 1) {
                int index = (w << 6) + Long.numberOfTrailingZeros(bits);
                long own = markowitzDegree(index);
                if (own < degree) {
                    degree = own;
                    least = index;
                }
            }
        }
        return least;
    }

    /** What {@link #playMarkowitz} would spend from here; this state stays where it is. */
    public long markowitzCostToGo() {
        BitsetState scratch = copy();
        scratch.playMarkowitz();
        return scratch.spent - spent;
    }

    @Override
    public SortedSet<Integer> predecessors(int index) {
        return ids(word -> predecessors(index, word), template::sourceId);
    }

    @Override
    public SortedSet<Integer> successors(int index) {
        return ids(word -> successors(index, word), template::targetId);
    }

    private SortedSet<Integer> ids(IntToLongFunction row, IntUnaryOperator id) {
        SortedSet<Integer> ids = new TreeSet<>();
        for (int w = 0; w < columnWords(); w++) {
            for (long bits = row.applyAsLong(w); bits != 0; bits &= bits - 1) {
                ids.add(id.applyAsInt((w << 6) + Long.numberOfTrailingZeros(bits)));
            }
        }
        return ids;
    }

    /**
     * How eliminating this vertex would change the sum of its open neighbours' Markowitz degrees, counted in edges:
     * Naumann's damage.
     */
    public long damage(int index) {
        return engine.adjacency().damage(index);
    }

    /** New edges that eliminating this vertex would make now, those from inputs to outputs left out. */
    public int fillIn(int index) {
        return engine.adjacency().fillIn(index);
    }

    /**
     * What eliminating this vertex would do around it, in one pass: {@code counts} gets its in-edges, its out-edges and
     * the new edges as {@link #fillIn}; the result is the sum over its open predecessors of {@code before[u]} times the
     * out-edges that u wins or loses, and over its open successors of {@code after[u]} times their in-edges won or
     * lost.
     */
    public double surroundings(int index, double[] before, double[] after, int[] counts) {
        return engine.adjacency().surroundings(index, before, after, counts);
    }

    /** 64 predecessors as bits: indices 0..size-1, then inputs; {@code word} is 0..{@link #columnWords}-1. */
    public long predecessors(int index, int word) {
        return engine.adjacency().pred(index, word);
    }

    /** 64 successors as bits: indices 0..size-1, then outputs; {@code word} is 0..{@link #columnWords}-1. */
    public long successors(int index, int word) {
        return engine.adjacency().succ(index, word);
    }

    /**
     * True where this edge, which must be there, is tied to nothing: a full matrix or a single number; a diagonal or
     * Kronecker edge is false. Source and target are columns of {@link #predecessors} and {@link #successors}.
     */
    public boolean isDense(int source, int target) {
        return engine.isDense(source, target);
    }

    /** Number of words of a row of predecessors or successors. */
    public int columnWords() {
        return engine.adjacency().words();
    }

    /** The cost of a whole order from the start; this state stays where it is. */
    public long total(int[] order) {
        return total(order, Long.MAX_VALUE);
    }

    /** As {@link #total(int[])}, giving up as soon as the sum is above the limit: the result is then above it too. */
    public long total(int[] order, long limit) {
        if (order.length != moves.length) {
            throw new GraphException("an order of this graph has " + moves.length + " vertices, not " + order.length);
        }
        if (whole == null) {
            whole = new TrialEvaluation(template, template.startingEngine(), template.allOpen(), 0);
        }
        return whole.play(order, 0, order.length, limit);
    }

    /** The cost of {@code order[from..]} from here, given up above the limit; this state stays where it is. */
    public long rest(int[] order, int from, long limit) {
        return part(order, from, order.length, limit);
    }

    /** The cost of {@code order[from..to-1]} from here, given up above the limit; this state stays where it is. */
    public long part(int[] order, int from, int to, long limit) {
        if (part == null || part.version() != version) {
            part = part == null ? new TrialEvaluation(template, engine, open, version) : part.moveTo(version);
        }
        return part.play(order, from, to, limit);
    }
}
