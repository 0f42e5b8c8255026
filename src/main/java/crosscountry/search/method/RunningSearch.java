package crosscountry.search.method;

import crosscountry.elimination.Order;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.GraphException;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/**
 * One search in progress: what is the best so far, how much was tried, whether it is over. Any number of threads may
 * offer orders; a search that is stopped keeps its best.
 */
public final class RunningSearch {
    private final StateTemplate template;
    private final SearchOptions options;
    private final RunningSearch whole; // null unless this is a part of one
    private final long start = System.nanoTime();
    private final AtomicLong evaluations = new AtomicLong();
    private volatile long goal;
    private volatile long proved;
    private volatile long total = Long.MAX_VALUE;
    private int[] order;
    private Best best;

    public RunningSearch(StateTemplate template, SearchOptions options) {
        this(template, options, null);
    }

    private RunningSearch(StateTemplate template, SearchOptions options, RunningSearch whole) {
        this.template = template;
        this.options = options;
        this.whole = whole;
        goal = whole == null ? 0 : whole.goal;
    }

    /** On one thread, told to nobody. */
    public static RunningSearch of(StateTemplate template, Budget budget, long seed) {
        return new RunningSearch(template, SearchOptions.of(budget).seed(seed).threads(1));
    }

    /**
     * A part of this search that ends when the share (0 to 1) of the budget is spent; it counts and finds for the
     * whole.
     */
    public RunningSearch part(double share) {
        return new RunningSearch(
                template, options.stopWhen(() -> done() || progress() >= share).onBest(best -> {}), this);
    }

    public StateTemplate template() {
        return template;
    }

    /** Refuses graphs of tensors, and costs of generated code, for a method that cannot take them. */
    void requireScalar(String method) {
        if (!template.isScalar()) {
            throw new GraphException(method + " needs a graph of scalars and the cost published or algebra");
        }
    }

    /** Does the work on each thread of the search; before it, the search has an order to begin with. */
    public void onEachThread(IntConsumer work) {
        if (total == Long.MAX_VALUE) {
            best();
        }
        ThreadTeam.run(options.threads(), "search", work);
    }

    public int threads() {
        return options.threads();
    }

    /** The random numbers of one thread or purpose. */
    public SplittableRandom random(int purpose) {
        return new SplittableRandom(new Random(options.seed() * 31 + purpose).nextLong());
    }

    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Seconds until the budget of time is spent. */
    public double remaining() {
        return options.budget().nanos() / 1e9 - seconds();
    }

    public long evaluations() {
        return evaluations.get();
    }

    /** How much of the budget is spent, 0 to 1. */
    public double progress() {
        double time = (double) (System.nanoTime() - start) / options.budget().nanos();
        return Math.min(
                1, Math.max(time, (double) evaluations.get() / options.budget().evaluations()));
    }

    /** A cost is proved that no order is below: the search ends when it has one that is not above it. */
    public synchronized void raise(long proved) {
        goal = Math.max(goal, proved);
    }

    /** As {@link #raise}, by having looked at everything: the result needs no certificate. */
    public void prove(long bound) {
        proved = Math.max(proved, bound);
        raise(bound);
    }

    /** What a method proved by looking at everything; 0 for nothing. */
    public long proved() {
        return proved;
    }

    /** Counts what was tried. */
    public void count(long more) {
        evaluations.addAndGet(more);
        if (whole != null) {
            whole.count(more);
        }
    }

    public boolean done() {
        return total <= goal
                || options.stopped().getAsBoolean()
                || evaluations.get() >= options.budget().evaluations()
                || System.nanoTime() - start >= options.budget().nanos();
    }

    /** The cost of the best order so far, {@link Long#MAX_VALUE} before the first. */
    public long total() {
        return total;
    }

    /** The best order so far as indices, a copy. */
    public synchronized int[] order() {
        return order.clone();
    }

    /** Takes an order with its cost if it is the best so far. */
    public boolean offer(int[] indices, long cost) {
        if (cost >= total) {
            return false;
        }
        synchronized (this) {
            if (cost >= total) {
                return false;
            }
            order = indices.clone();
            total = cost;
            best = new Best(template.order(order), cost, seconds(), evaluations.get());
            options.listener().accept(best);
            if (whole != null) {
                whole.offer(indices, cost);
            }
            return true;
        }
    }

    /** The best order so far as vertices; null before the first. */
    public synchronized Order bestOrder() {
        return best == null ? null : best.order();
    }

    /** What was found; a search that was stopped before its first order has the program order. */
    public synchronized Best best() {
        if (best == null) {
            int[] program = new int[template.size()];
            Arrays.setAll(program, k -> k);
            offer(program, template.start().total(program));
        }
        return best;
    }
}
