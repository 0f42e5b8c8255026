package crosscountry.search.loop;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.search.method.ThreadTeam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Search for an order that treats every round of a loop alike. What a round costs in the middle of a loop is seen on a
 * few rounds; so orders are annealed on the program with its loops shortened, as waves that go forward or backward
 * through the rounds, and laid out over all rounds in the end. Time grows with the bodies of the loops, not with how
 * often they run.
 */
public final class PeriodicSearch {
    /** More kinds of operations than this move too seldom. */
    private static final int MOST_KINDS = 800;

    private static final int MOST_ROUNDS = 12;
    private static final int LEAST_ROUNDS = 5;
    /** Operations of the shortened program, about. */
    private static final int SIZE = 600;

    /** A shorter look from each beginning that finds nothing better is no reason to end. */
    private static final int LOOK = 2000;
    /** What is dearer than this times the best is not laid out. */
    private static final double NEAR = 1.05;

    private static final int NEIGHBOURHOOD = 16;
    private static final double HOT = 0.4;
    private static final double COLD = 0.002;

    private final Rhythm whole;
    private final Rhythm shortened;
    private final StateTemplate template;
    private final int[] kinds;
    private final int[] rounds;
    private final long[] weights;

    private PeriodicSearch(Rhythm whole, Rhythm shortened, StateTemplate template) {
        this.whole = whole;
        this.shortened = shortened;
        this.template = template;
        kinds = shortened.kindOfEach();
        rounds = shortened.roundOfEach();
        weights = shortened.weights(whole);
    }

    /** Empty where the graph has no loops that are long enough, or where they are too long. */
    public static Optional<PeriodicSearch> of(Graph graph, CostModel rules) {
        Rhythm whole = Rhythm.of(graph.vertices());
        if (!whole.hasLoop() || whole.kinds() > MOST_KINDS) {
            return Optional.empty();
        }
        int kept = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, SIZE / whole.kinds()));
        Rhythm shortened = whole.shortened(kept);
        if (shortened.size() > whole.size() / 2) {
            return Optional.empty();
        }
        return Shortened.of(graph, whole, kept)
                .map(few -> new PeriodicSearch(whole, shortened, StateTemplate.of(few, rules)));
    }

    /**
     * The best orders found, the best first, each laid out when it is asked for; what a few rounds promise need not
     * hold for many, where values go on to spread through the rounds. It ends when another look from each beginning has
     * found nothing better.
     *
     * @param index the index of a vertex number, below 0 for an output; the orders are of indices
     * @param firstLook how many orders are tried from each beginning at first; then twice as many each time
     * @param counted told of what was tried, from any thread, in orders of a neighbourhood: one of these is longer
     * @param over asked often, from any thread
     */
    public Stream<int[]> run(
            IntUnaryOperator index, int threads, long seed, int firstLook, LongConsumer counted, BooleanSupplier over) {
        List<Found> beginnings = beginnings();
        ThreadTeam.run(threads, "rounds", thread -> {
            SplittableRandom random = new SplittableRandom(seed * 31 + thread);
            BitsetState state = template.start();
            long before = Long.MAX_VALUE;
            int length = firstLook;
            for (int look = 0; (best(beginnings) < before || length < LOOK) && !over.getAsBoolean(); look++) {
                before = best(beginnings);
                length = firstLook << Math.min(look, 8);
                for (int k = 0; k < beginnings.size(); k++) {
                    Found found = beginnings.get((k + thread) % beginnings.size());
                    anneal(found, state, random, length, counted, over);
                }
            }
        });
        long best = best(beginnings);
        return beginnings.stream()
                .filter(found -> found.total() <= best * NEAR)
                .sorted(Comparator.comparingLong(Found::total))
                .map(found -> laidOut(found.order(), index));
    }

    /** The best order to begin with: forward or backward through the rounds, laid out. */
    public int[] beginning(IntUnaryOperator index) {
        Found best = beginnings().stream()
                .min(Comparator.comparingLong(Found::total))
                .orElseThrow();
        return laidOut(best.order(), index);
    }

    private int[] laidOut(RoundOrder order, IntUnaryOperator index) {
        int[] operations = order.operations(whole.kindOfEach(), whole.roundOfEach());
        int kept = 0;
        for (int operation : operations) {
            int eliminable = index.applyAsInt(operation + 1);
            if (eliminable >= 0) {
                operations[kept++] = eliminable;
            }
        }
        return Arrays.copyOf(operations, kept);
    }

    private static long best(List<Found> beginnings) {
        return beginnings.stream().mapToLong(Found::total).min().orElseThrow();
    }

    /** Forward and backward, with all rounds at once as far as they do not read each other, or not. */
    private List<Found> beginnings() {
        boolean[] local = shortened.local(template.graph());
        BitsetState state = template.start();
        List<Found> beginnings = new ArrayList<>();
        for (boolean ahead : new boolean[] {false, true}) {
            RoundOrder program = RoundOrder.program(shortened.kinds(), ahead);
            for (RoundOrder order : List.of(program.before(local), program)) {
                Found found = new Found();
                found.offer(order, cost(order, state, Long.MAX_VALUE));
                beginnings.add(found);
            }
        }
        return beginnings;
    }

    private void anneal(
            Found found,
            BitsetState state,
            SplittableRandom random,
            int length,
            LongConsumer counted,
            BooleanSupplier over) {
        RoundOrder current = found.order();
        long total = found.total();
        double unit = (double) total / shortened.kinds();
        double temperature = HOT * unit;
        double factor = Math.pow(COLD / HOT, 1.0 / length);
        for (int k = 0; k < length && !over.getAsBoolean(); k++) {
            RoundOrder changed = current.changed(random);
            long limit = total + (long) (-temperature * Math.log(1 - random.nextDouble()));
            long cost = cost(changed, state, limit);
            counted.accept(1 + shortened.size() / NEIGHBOURHOOD);
            if (cost <= limit) {
                current = changed;
                total = cost;
                found.offer(current, total);
            }
            temperature *= factor;
        }
    }

    /** What the order costs over all rounds, taken from those in the middle; given up above the limit. */
    private long cost(RoundOrder order, BitsetState state, long limit) {
        state.reset();
        long total = 0;
        for (int operation : order.operations(kinds, rounds)) {
            int index = template.index(operation + 1);
            if (index >= 0) {
                total += weights[operation] * state.eliminate(index);
                if (total > limit) {
                    return total;
                }
            }
        }
        return total;
    }

    /** The best from one beginning. */
    private static final class Found {
        private RoundOrder order;
        private long total = Long.MAX_VALUE;

        synchronized void offer(RoundOrder other, long cost) {
            if (cost < total) {
                order = other;
                total = cost;
            }
        }

        synchronized RoundOrder order() {
            return order;
        }

        synchronized long total() {
            return total;
        }
    }
}
