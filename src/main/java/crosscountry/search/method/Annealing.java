package crosscountry.search.method;

import crosscountry.elimination.state.OrderWalk;
import java.util.SplittableRandom;

/**
 * Simulated annealing on whole orders: a vertex or a block moves elsewhere, or a stretch is turned round; a worse order
 * is accepted with probability exp(-difference / temperature). Each round cools geometrically; rounds get longer and
 * begin at the best order, at the last one or at a fresh one.
 *
 * @param firstHeat temperature at which the first round starts from the order at hand: 1 forgets it, {@link #KEEPING}
 *     does not
 */
public record Annealing(double firstHeat) implements SearchMethod {
    /**
     * On graphs of a thousand vertices the first round takes all the time, so a hot start would only lose a good order.
     */
    private static final double KEEPING = 0.02;

    private static final int FIRST_ROUND = 40_000;
    private static final long LONGEST_ROUND = 4_000_000;
    private static final int BATCH = 64;
    /** Steps of an order from which on a batch of them may take seconds. */
    private static final int SLOW = 400;
    /** Temperatures in units of the mean cost of a step. */
    private static final double HOT = 1.5;
    /**
     * Starting temperatures of the rounds: a fresh start and a round on its result, another fresh start and a round on
     * the incumbent of all threads.
     */
    private static final double[] PHASES = {1.0, 0.3, 1.0, 0.3};

    private static final double COLD = 0.01;

    public Annealing() {
        this(1);
    }

    /** For a search that already has a good order: the first round improves it. */
    public static Annealing keeping() {
        return new Annealing(KEEPING);
    }

    @Override
    public String name() {
        return "annealing";
    }

    @Override
    public void run(RunningSearch search) {
        search.onEachThread(thread -> anneal(search, thread));
    }

    private void anneal(RunningSearch search, int thread) {
        if (search.template().size() < 2) {
            return;
        }
        SplittableRandom random = search.random(100 + thread);
        OrderMoves moves = new OrderMoves(search.template().size(), random);
        OrderWalk state = new OrderWalk(search.template(), search.order());
        long length = Math.max(FIRST_ROUND, 400L * search.template().size());
        for (int round = 0; !search.done(); round++) {
            int phase = (round + 2 * thread) % PHASES.length;
            if (phase % 2 == 0 && round > 0) {
                state.reset(shuffled(search.template().size(), random)); // another valley
            } else if (phase == PHASES.length - 1 || round == 0) {
                state.reset(search.order());
            }
            round(search, state, moves, random, length, round == 0 ? firstHeat : PHASES[phase]);
            length = Math.min(LONGEST_ROUND, length * 5 / 4);
        }
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int k = 0; k < size; k++) {
            int other = random.nextInt(k + 1);
            order[k] = order[other];
            order[other] = k;
        }
        return order;
    }

    private static void round(
            RunningSearch search,
            OrderWalk state,
            OrderMoves moves,
            SplittableRandom random,
            long length,
            double heat) {
        double unit = Math.max(1.0, (double) state.total() / state.order().length);
        double hot = HOT * heat * unit;
        double factor = Math.pow(COLD / (HOT * heat), (double) BATCH / length);
        double temperature = hot;
        boolean slow = state.order().length > SLOW;
        for (long done = 0; done < length && !search.done(); done += BATCH) {
            for (int k = 0; k < BATCH && !(slow && search.isCutShort()); k++) {
                if ((k & 1) == 0) {
                    state.advance(2);
                }
                moves.change(state.order(), state.place());
                long limit = state.total() + (long) Math.floor(-temperature * Math.log(1 - random.nextDouble()));
                long total = state.total(moves.changed(), moves.to(), limit);
                if (total <= limit) {
                    state.take(moves.changed(), moves.to());
                    if (total < search.total()) {
                        search.offer(state.order(), total);
                    }
                }
            }
            search.count(BATCH);
            temperature *= factor;
        }
    }
}
