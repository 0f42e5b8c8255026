package crosscountry.training;

import crosscountry.elimination.state.FastGame;
import crosscountry.elimination.state.GameTemplate;
import crosscountry.network.DeviceChoice;
import crosscountry.network.Network;
import crosscountry.network.NetworkEvaluator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Training steps on positions. With p the target and r the logarithm of the cost to go over a Markowitz game's, the
 * loss is
 *
 * <pre>
 *   - sum_v p(v) log softmax(logits)(v)  +  valueWeight (value - r)^2
 * </pre>
 *
 * averaged over the batch; weights decay in {@link AdamW}. Each position is renumbered at random. The network cannot
 * tell (it is equivariant, and a test holds it to that), so that this guards against mistakes more than it adds data.
 */
final class Trainer {
    /** Positions whose gradients are computed at once; larger batches are put together from such parts. */
    private static final int PART = 128;

    private final Preset.Learning learning;
    private final List<GameTemplate> templates;
    private final DeviceChoice device;
    private final AdamW optimizer;

    /** Means over the steps. */
    record Losses(double policy, double value, double entropy, double gradient, int samples) {
        static final Losses NONE = new Losses(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
    }

    Trainer(Preset.Learning learning, List<GameTemplate> templates, DeviceChoice device, AdamW optimizer) {
        this.learning = learning;
        this.templates = templates;
        this.device = device;
        this.optimizer = optimizer;
    }

    Losses train(Replay replay, List<Position> imitation, NetworkEvaluator evaluator, long seed, BooleanSupplier stop) {
        if (replay.size() + imitation.size() == 0 || learning.steps() == 0) {
            return Losses.NONE;
        }
        double[] sums = new double[4];
        for (int step = 0; step < learning.steps(); step++) {
            SplittableRandom random = new SplittableRandom(Seeds.mix(seed, optimizer.steps()));
            Map<String, float[]> gradients = new HashMap<>();
            for (int from = 0; from < learning.batch(); from += PART) {
                if (stop.getAsBoolean()) {
                    return Losses.NONE;
                }
                int to = Math.min(learning.batch(), from + PART);
                double share = (double) (to - from) / learning.batch();
                Network.Lesson lesson = Network.learn(
                        optimizer.weights(),
                        draw(replay, imitation, from, to, evaluator, random),
                        learning.valueWeight(),
                        device);
                lesson.gradients().forEach((name, gradient) -> add(gradients, name, gradient, share));
                double[] own = {lesson.policy(), lesson.value(), lesson.entropy()};
                for (int k = 0; k < own.length; k++) {
                    sums[k] += share * own[k] / learning.steps();
                }
            }
            sums[3] += optimizer.step(gradients) / learning.steps();
        }
        return new Losses(sums[0], sums[1], sums[2], sums[3], learning.steps() * learning.batch());
    }

    private List<Network.Sample> draw(
            Replay replay,
            List<Position> imitation,
            int from,
            int to,
            NetworkEvaluator evaluator,
            SplittableRandom random) {
        List<Network.Sample> samples = new ArrayList<>();
        for (int k = from; k < to; k++) {
            boolean imitate =
                    !imitation.isEmpty() && (k < learning.imitation() * learning.batch() || replay.size() == 0);
            samples.add(sample(
                    imitate ? imitation.get(random.nextInt(imitation.size())) : replay.draw(random),
                    evaluator,
                    random));
        }
        return samples;
    }

    private static void add(Map<String, float[]> sums, String name, float[] gradient, double share) {
        float[] sum = sums.computeIfAbsent(name, key -> new float[gradient.length]);
        for (int k = 0; k < sum.length; k++) {
            sum[k] += (float) (share * gradient[k]);
        }
    }

    private Network.Sample sample(Position position, NetworkEvaluator evaluator, SplittableRandom random) {
        FastGame game = templates.get(position.graph()).start();
        for (int v : position.moves()) {
            game.eliminate(v);
        }
        return new Network.Sample(evaluator.tokens(game), position.policy(), position.value()).renumbered(random);
    }
}
