package crosscountry.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A network that is ready to answer. It keeps the weights that it was made with; any number of threads may ask at once.
 * {@link #close} frees the memory outside of Java's heap.
 */
public final class Network implements Model {
    private final Weights weights;
    private final NDManager manager;
    private final Transformer transformer;

    /**
     * One position to learn from.
     *
     * @param policy a probability an open vertex, summing to 1
     * @param value as in {@link Model.Answer}
     */
    public record Sample(Tokens tokens, float[] policy, float value) {
        /** The same position with another numbering. */
        public Sample renumbered(SplittableRandom random) {
            int[] order = new int[tokens.count()];
            for (int k = 0; k < order.length; k++) {
                int from = k < tokens.open() ? 0 : tokens.open();
                int other = from + random.nextInt(k - from + 1);
                order[k] = order[other];
                order[other] = k;
            }
            float[] permuted = new float[policy.length];
            for (int k = 0; k < permuted.length; k++) {
                permuted[k] = policy[order[k]];
            }
            return new Sample(tokens.permuted(order), permuted, value);
        }
    }

    /**
     * The losses of a batch of samples: gradients of {@code policy + valueWeight * value} by array.
     *
     * @param policy mean cross-entropy, in nats
     * @param value mean squared error of the log ratio
     * @param entropy mean entropy of the network's own policy, in nats
     */
    public record Lesson(Map<String, float[]> gradients, double policy, double value, double entropy) {}

    private Network(Weights weights, NDManager manager) {
        this.weights = weights;
        this.manager = manager;
        transformer = new Transformer(weights.config(), arrays(manager, weights, false));
    }

    public static Network of(Weights weights, DeviceChoice device) {
        return new Network(weights.copy(), Torch.manager(device));
    }

    public Weights weights() {
        return weights;
    }

    private static Map<String, NDArray> arrays(NDManager manager, Weights weights, boolean learning) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        weights.arrays().forEach((name, array) -> {
            NDArray made = manager.create(
                    array.values(),
                    new Shape(
                            array.shape().stream().mapToLong(Integer::longValue).toArray()));
            made.setRequiresGradient(learning);
            arrays.put(name, made);
        });
        return arrays;
    }

    @Override
    public List<Answer> ask(List<Tokens> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        Batch batch = Batch.of(positions);
        try (NDManager inner = manager.newSubManager()) {
            Transformer.Output output = transformer.forward(inner, batch);
            float[] logits = output.logits().toFloatArray();
            float[] values = output.values().toFloatArray();
            List<Answer> answers = new ArrayList<>();
            for (int b = 0; b < positions.size(); b++) {
                answers.add(new Answer(
                        Arrays.copyOfRange(
                                logits,
                                b * batch.tokens(),
                                b * batch.tokens() + positions.get(b).open()),
                        values[b]));
            }
            return answers;
        }
    }

    @Override
    public Attention attention(Tokens position) {
        try (NDManager inner = manager.newSubManager()) {
            int count = position.count();
            int heads = weights.config().heads();
            List<NDArray> layers =
                    transformer.forward(inner, Batch.of(List.of(position))).attention();
            float[][][][] maps = new float[layers.size()][heads][count][];
            for (int layer = 0; layer < layers.size(); layer++) {
                float[] numbers = layers.get(layer).toFloatArray();
                for (int row = 0; row < heads * count; row++) {
                    maps[layer][row / count][row % count] = Arrays.copyOfRange(numbers, row * count, (row + 1) * count);
                }
            }
            return new Attention(position.ids().clone(), maps);
        }
    }

    /** One thread at a time: DJL collects gradients for the whole process. */
    public static Lesson learn(Weights weights, List<Sample> samples, double valueWeight, DeviceChoice device) {
        Batch batch = Batch.of(samples.stream().map(Sample::tokens).toList());
        int b = batch.positions();
        int t = batch.tokens();
        float[] policies = new float[b * t];
        float[] values = new float[b];
        for (int k = 0; k < b; k++) {
            System.arraycopy(
                    samples.get(k).policy(), 0, policies, k * t, samples.get(k).policy().length);
            values[k] = samples.get(k).value();
        }
        synchronized (Network.class) {
            try (NDManager inner = Torch.manager(device);
                    GradientCollector collector = Torch.engine().newGradientCollector()) {
                Map<String, NDArray> arrays = arrays(inner, weights, true);
                Transformer.Output output = new Transformer(weights.config(), arrays).forward(inner, batch);
                NDArray log = output.logits().logSoftmax(-1);
                NDArray policy = log.mul(inner.create(policies, new Shape(b, t)))
                        .sum()
                        .mul(inner.create(-1f / b)); // numbers: see Transformer
                NDArray value =
                        output.values().sub(inner.create(values)).square().mean();
                collector.backward(policy.add(value.mul(inner.create((float) valueWeight))));
                NDArray entropy = log.exp().mul(log.maximum(Batch.NEVER)).sum().mul(-1f / b);
                Map<String, float[]> gradients = new LinkedHashMap<>();
                arrays.forEach(
                        (name, array) -> gradients.put(name, array.getGradient().toFloatArray()));
                return new Lesson(gradients, policy.getFloat(), value.getFloat(), entropy.getFloat());
            }
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
