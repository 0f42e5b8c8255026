package crosscountry.learn;

import crosscountry.game.FastGame;
import crosscountry.search.agent.Evaluation;
import crosscountry.search.agent.Evaluator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gumbel search over the moves of one position (Danihelka et al. 2022): the vertices with the largest logit + Gumbel noise are
 * looked at, half of them twice as often, and so on. A look plays the game to its end by the rollout policy; the value of a vertex
 * is the cheapest of its games, which is exact, so that the search needs no tree. Without a rollout policy it is the cost of the
 * step and what the evaluator expects behind it.
 *
 * <p>The improved policy is softmax(logits + sigma(q)), with q of vertices not looked at completed by the mixed value, and
 * sigma(q) = (50 + most visits) 0.1 q on q scaled to 0..1, as in mctx.
 */
final class RootSearch {
    private static final double VISITS = 50;
    private static final double SCALE = 0.1;

    private final Preset preset;
    private final RolloutPolicy rollouts;
    private final Evaluator evaluator;

    /**
     * @param move the index to play
     * @param policy the improved policy, one number an open vertex
     * @param rest the cheapest way to the end that was seen, from this position on; empty where none was
     * @param restCost its cost, or the least expected one
     */
    record Result(int move, float[] policy, int[] rest, double restCost, int simulations) {}

    RootSearch(Preset preset, RolloutPolicy rollouts, Evaluator evaluator) {
        this.preset = preset;
        this.rollouts = rollouts;
        this.evaluator = evaluator;
    }

    /**
     * @param known a way to the end that is known already, empty for none
     * @param noise null for none
     */
    Result search(FastGame position, Evaluation root, int[] known, SplittableRandom random, boolean noise) {
        int[] open = new int[position.openCount()];
        position.open(open);
        int count = open.length;
        double[] score = new double[count];
        for (int k = 0; k < count; k++) {
            score[k] = root.logits()[k] + (noise ? -Math.log(-Math.log(random.nextDouble(1e-12, 1))) : 0);
        }
        double[] least = new double[count];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        int[] visits = new int[count];
        int[] rest = {};
        double restCost = Double.POSITIVE_INFINITY;
        FastGame game = position.template().start();
        if (known.length == count) {
            int first = Arrays.binarySearch(open, known[0]);
            restCost = cost(position, game, known);
            rest = known;
            least[first] = restCost;
            visits[first] = 1;
        }
        Integer[] ranked = ranked(score);
        int considered = Math.min(count, Math.min(preset.considered(), preset.simulations()));
        int left = preset.simulations();
        if (rollouts == null) { // what the evaluator says does not change: one look each is all
            expect(position, open, ranked, considered, least, visits);
            left -= considered;
            for (int k = 0; k < count; k++) {
                restCost = Math.min(restCost, least[k]);
            }
        }
        while (left > 0 && rollouts != null) {
            int phases = Math.max(1, (int) Math.ceil(Math.log(considered) / Math.log(2)));
            int each = Math.max(1, left / (phases * considered));
            for (int place = 0; place < considered && left > 0; place++) {
                int k = ranked[place];
                for (int visit = 0; visit < each && left > 0; visit++, left--) {
                    visits[k]++;
                    double total = look(position, game, open[k], random);
                    least[k] = Math.min(least[k], total);
                    if (total < restCost) {
                        restCost = total;
                        rest = Arrays.copyOfRange(NestedRollouts.moves(game), position.steps(), position.size());
                    }
                }
            }
            if (considered == 1) {
                break;
            }
            double[] sigma = sigma(root, least, visits);
            Integer[] again = Arrays.copyOf(ranked, considered);
            Arrays.sort(again, (a, b) -> Double.compare(score[b] + sigma[b], score[a] + sigma[a]));
            System.arraycopy(again, 0, ranked, 0, considered);
            considered = (considered + 1) / 2;
        }
        double[] sigma = sigma(root, least, visits);
        int chosen = ranked[0];
        for (int k = 0; k < count; k++) {
            if (visits[k] > 0 && score[k] + sigma[k] > score[chosen] + sigma[chosen]) {
                chosen = k;
            }
        }
        return new Result(open[chosen], improved(root.logits(), sigma), rest, restCost, preset.simulations() - left);
    }

    private static Integer[] ranked(double[] score) {
        Integer[] ranked = new Integer[score.length];
        Arrays.setAll(ranked, k -> k);
        Arrays.sort(ranked, (a, b) -> Double.compare(score[b], score[a]));
        return ranked;
    }

    private static double cost(FastGame position, FastGame game, int[] rest) {
        game.copyFrom(position);
        for (int v : rest) {
            game.eliminate(v);
        }
        return game.spent() - position.spent();
    }

    /** The cost of one way to the end that begins with v; leaves the game there. */
    private double look(FastGame position, FastGame game, int v, SplittableRandom random) {
        game.copyFrom(position);
        game.eliminate(v);
        rollouts.play(game, random, Long.MAX_VALUE);
        return game.spent() - position.spent();
    }

    /** One look at each of the first vertices: the step, and what the evaluator expects behind it. */
    private void expect(FastGame position, int[] open, Integer[] ranked, int considered, double[] least, int[] visits) {
        List<FastGame> children = new ArrayList<>();
        for (int place = 0; place < considered; place++) {
            FastGame child = position.copy();
            child.eliminate(open[ranked[place]]);
            children.add(child);
        }
        List<Evaluation> evaluations = children.get(0).done() ? List.of() : evaluator.evaluate(children);
        for (int place = 0; place < considered; place++) {
            int k = ranked[place];
            visits[k] = 1;
            least[k] = children.get(place).spent() - position.spent() + (evaluations.isEmpty() ? 0 : evaluations.get(place).costToGo());
        }
    }

    private static double[] sigma(Evaluation root, double[] least, int[] visits) {
        double[] priors = softmax(root.logits());
        int most = 0;
        int all = 0;
        double weight = 0;
        double mean = 0;
        for (int k = 0; k < least.length; k++) {
            most = Math.max(most, visits[k]);
            all += visits[k];
            if (visits[k] > 0) {
                weight += priors[k];
                mean += priors[k] * least[k];
            }
        }
        double mixed = weight == 0 ? root.costToGo() : (root.costToGo() + all * mean / weight) / (1 + all);
        double low = mixed;
        double high = mixed;
        for (int k = 0; k < least.length; k++) {
            if (visits[k] > 0) {
                low = Math.min(low, least[k]);
                high = Math.max(high, least[k]);
            }
        }
        double[] sigma = new double[least.length];
        for (int k = 0; k < sigma.length; k++) {
            double q = (high - (visits[k] > 0 ? least[k] : mixed)) / Math.max(1e-8, high - low);
            sigma[k] = (VISITS + most) * SCALE * q;
        }
        return sigma;
    }

    private static float[] improved(float[] logits, double[] sigma) {
        float[] sum = new float[logits.length];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = (float) (logits[k] + sigma[k]);
        }
        double[] policy = softmax(sum);
        for (int k = 0; k < sum.length; k++) {
            sum[k] = (float) policy[k];
        }
        return sum;
    }

    static double[] softmax(float[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double[] weights = new double[logits.length];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = Math.exp(logits[k] - largest);
            sum += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }
}
