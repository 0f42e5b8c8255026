package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.SearchMethod;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Games of a learned score with one step of lookahead: before each move each of the best-scored vertices is tried, by a
 * greedy rollout and by the rest of the cheapest game of this pass, and play continues along the cheapest game (as in
 * nested Monte-Carlo search, Cazenave 2009). The first pass is deterministic; later ones add noise to the scores, each
 * thread independently.
 *
 * @param width how many vertices are tried before each move
 */
record Lookahead(ScoreAgent agent, int width) implements SearchMethod {
    private static final double LEAST_NOISE = 0.1;
    private static final double MOST_NOISE = 0.8;

    @Override
    public String name() {
        return "lookahead";
    }

    @Override
    public void run(RunningSearch search) {
        search.onEachThread(thread -> {
            Pass pass = new Pass(search, search.random(500 + thread));
            for (int k = 0; !search.done() && search.template().size() > 0; k++) {
                pass.play(k == 0 && thread == 0 ? 0 : 1);
            }
        });
    }

    /** The order of one pass without noise. */
    void once(RunningSearch search) {
        new Pass(search, search.random(500)).play(0);
    }

    /** Passes of one thread. */
    final class Pass {
        private final RunningSearch search;
        private final SplittableRandom random;
        private final PolicyGame start;
        private final PolicyGame now;
        private final PolicyGame tried;
        private final BitsetState bare;
        private final int[] order;
        private final int[] candidates;
        private final double[] values;
        private long total;

        Pass(RunningSearch search, SplittableRandom random) {
            this.search = search;
            this.random = random;
            start = agent.game(search.template());
            now = agent.game(search.template());
            tried = agent.game(search.template());
            bare = search.template().start();
            order = new int[search.template().size()];
            candidates = new int[width];
            values = new double[width];
        }

        /** @param noisy 0 for a deterministic pass, 1 for noise of random strength */
        void play(int noisy) {
            double noise = noisy * (LEAST_NOISE + (MOST_NOISE - LEAST_NOISE) * random.nextDouble());
            total = Long.MAX_VALUE;
            now.copyFrom(start);
            tried.copyFrom(start);
            complete(noise);
            along(noise);
        }

        /** Follows a known order as the cheapest of the pass so far. */
        void follow(int[] known, double noise) {
            System.arraycopy(known, 0, order, 0, order.length);
            total = bare.total(known);
            now.copyFrom(start);
            along(noise);
        }

        private void along(double noise) {
            for (int step = 0; step < order.length - 1 && !search.done(); step++) {
                int count = candidates(noise);
                for (int k = 0; k < count; k++) {
                    if (candidates[k] != order[step] && now.game().spent() < total) {
                        first(step, candidates[k]);
                    }
                    if (candidates[k] != order[step] && now.game().spent() < total) {
                        tried.copyFrom(now);
                        tried.eliminate(candidates[k]);
                        complete(0);
                    }
                }
                now.eliminate(order[step]);
            }
        }

        /** Tries the order of this pass with one of its vertices moved up to this step. */
        private void first(int step, int v) {
            bare.copyFrom(now.game());
            bare.eliminate(v);
            for (int k = step; k < order.length && bare.spent() < total; k++) {
                if (order[k] != v) {
                    bare.eliminate(order[k]);
                }
            }
            search.count(1);
            if (bare.done() && bare.spent() < total) {
                total = bare.spent();
                Arrays.setAll(order, bare::move);
                search.offer(order, total);
            }
        }

        /** Plays the tried game to its end and keeps it if it is the cheapest of the pass. */
        private void complete(double noise) {
            tried.finish(total, noise, random);
            search.count(1);
            if (tried.game().done() && tried.game().spent() < total) {
                total = tried.game().spent();
                Arrays.setAll(order, tried.game()::move);
                search.offer(order, total);
            }
        }

        private int candidates(double noise) {
            int count = 0;
            for (int w = 0; w < now.game().openWords(); w++) {
                for (long bits = now.game().openWord(w); bits != 0; bits &= bits - 1) {
                    int v = (w << 6) + Long.numberOfTrailingZeros(bits);
                    double value = now.score(v) + (noise == 0 ? 0 : noise * PolicyGame.gumbel(random));
                    if (count < width || value > values[count - 1]) {
                        int k = count < width ? count++ : count - 1;
                        for (; k > 0 && values[k - 1] < value; k--) {
                            values[k] = values[k - 1];
                            candidates[k] = candidates[k - 1];
                        }
                        values[k] = value;
                        candidates[k] = v;
                    }
                }
            }
            return count;
        }
    }
}
