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
 * One search in progress: the incumbent, the number of evaluations, whether it is over. Any number of threads may offer
 * orders; a stopped search keeps its incumbent.
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

    /** Single-threaded, without a listener. */
    public static RunningSearch of(StateTemplate template, Budget budget, long seed) {
        return new RunningSearch(template, SearchOptions.of(budget).seed(seed).threads(1));
    }

    /**
     * A part of this search that ends when this share (0 to 1) of the budget is spent; its evaluations and orders count
     * for the whole.
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

    /** Runs the work on each thread of the search, which has an incumbent from the start. */
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

    /** Seconds left of the time budget. */
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

    /** Reports a proved lower bound: the search ends as soon as its incumbent meets it. */
    public synchronized void raise(long proved) {
        goal = Math.max(goal, proved);
    }

    /** As {@link #raise}, proved by exhaustive search: the result needs no certificate. */
    public void prove(long bound) {
        proved = Math.max(proved, bound);
        raise(bound);
    }

    /** The bound that a method proved by exhaustive search; 0 for none. */
    public long proved() {
        return proved;
    }

    /** Counts evaluations. */
    public void count(long more) {
        evaluations.addAndGet(more);
        if (whole != null) {
            whole.count(more);
        }
    }

    public boolean done() {
        return total <= goal || evaluations.get() >= options.budget().evaluations() || isCutShort();
    }

    /** True when there is no time left, or the search was stopped: what takes long ends in the middle of its work. */
    boolean isCutShort() {
        return options.stopped().getAsBoolean()
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

    /** Makes an order the incumbent if it is the cheapest so far. */
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

    /** The incumbent; program order if the search was stopped before its first order. */
    public synchronized Best best() {
        if (best == null) {
            int[] program = new int[template.size()];
            Arrays.setAll(program, k -> k);
            offer(program, template.start().total(program));
        }
        return best;
    }
}
