package crosscountry.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The numbers of a network by name, row-major, with their shapes; the order of the names is that of the file. Weight
 * decay applies to matrices alone ({@link Shaped#isMatrix}).
 */
public record Weights(NetworkConfig config, Map<String, Shaped> arrays) {
    /** One array; {@code values} is not copied. */
    public record Shaped(List<Integer> shape, float[] values) {
        public Shaped {
            shape = List.copyOf(shape);
        }

        public boolean isMatrix() {
            return shape.size() == 2;
        }
    }

    /** How an array is initialised: normal numbers of variance 1 over the number of its rows, all zero, or all one. */
    private enum Start {
        RANDOM,
        ZERO,
        ONE
    }

    private record Slot(String name, Start start, List<Integer> shape) {
        static Slot of(String name, Start start, Integer... shape) {
            return new Slot(name, start, List.of(shape));
        }

        int length() {
            return shape.stream().reduce(1, (a, b) -> a * b);
        }
    }

    /** Initial weights. The last layer of the policy is zero: the prior begins uniform. */
    public static Weights random(NetworkConfig config, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Shaped> arrays = new LinkedHashMap<>();
        for (Slot slot : slots(config)) {
            float[] values = new float[slot.length()];
            double deviation = 1 / Math.sqrt(slot.shape.get(0));
            for (int k = 0; k < values.length; k++) {
                values[k] = slot.start == Start.RANDOM
                        ? (float) (deviation * random.nextGaussian())
                        : slot.start == Start.ONE ? 1 : 0;
            }
            arrays.put(slot.name, new Shaped(slot.shape, values));
        }
        return new Weights(config, arrays);
    }

    private static List<Slot> slots(NetworkConfig config) {
        int width = config.width();
        List<Slot> slots = new java.util.ArrayList<>(List.of(
                Slot.of("operation", Start.RANDOM, Tokens.OPERATIONS, width),
                Slot.of("features", Start.RANDOM, Tokens.FEATURES, width),
                Slot.of("features.bias", Start.ZERO, width),
                Slot.of("relation", Start.ZERO, Tokens.Relation.values().length, config.layers() * config.heads())));
        for (int layer = 0; layer < config.layers(); layer++) {
            slots.addAll(List.of(
                    Slot.of(layer + ".attention.norm", Start.ONE, width),
                    Slot.of(layer + ".attention.in", Start.RANDOM, width, 3 * width),
                    Slot.of(layer + ".attention.out", Start.RANDOM, width, width),
                    Slot.of(layer + ".hidden.norm", Start.ONE, width),
                    Slot.of(layer + ".hidden.in", Start.RANDOM, width, config.hidden()),
                    Slot.of(layer + ".hidden.bias", Start.ZERO, config.hidden()),
                    Slot.of(layer + ".hidden.out", Start.RANDOM, config.hidden(), width)));
        }
        slots.addAll(List.of(
                Slot.of("norm", Start.ONE, width),
                Slot.of("policy.in", Start.RANDOM, width, width),
                Slot.of("policy.bias", Start.ZERO, width),
                Slot.of("policy.out", Start.ZERO, width, 1),
                Slot.of("policy.features", Start.ZERO, Tokens.FEATURES, 1),
                Slot.of("value.in", Start.RANDOM, width, width),
                Slot.of("value.bias", Start.ZERO, width),
                Slot.of("value.out", Start.ZERO, width, 1),
                Slot.of("value.offset", Start.ZERO, 1)));
        return slots;
    }

    /** True if there is every array that this configuration needs, in its shape, and no other. */
    boolean isComplete() {
        List<Slot> slots = slots(config);
        return slots.size() == arrays.size()
                && slots.stream()
                        .allMatch(slot -> arrays.containsKey(slot.name)
                                && arrays.get(slot.name).shape().equals(slot.shape)
                                && arrays.get(slot.name).values().length == slot.length());
    }

    /** Names and shapes in the order of the file. */
    static Map<String, List<Integer>> shapes(NetworkConfig config) {
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        slots(config).forEach(slot -> shapes.put(slot.name, slot.shape));
        return shapes;
    }

    public float[] values(String name) {
        return arrays.get(name).values();
    }

    public int size() {
        return arrays.values().stream().mapToInt(array -> array.values().length).sum();
    }

    /** A copy with arrays of its own. */
    public Weights copy() {
        Map<String, Shaped> copies = new LinkedHashMap<>();
        arrays.forEach((name, array) ->
                copies.put(name, new Shaped(array.shape(), array.values().clone())));
        return new Weights(config, copies);
    }

    /** The same shapes, all zero. */
    public Weights zeros() {
        Weights zeros = copy();
        zeros.arrays.values().forEach(array -> Arrays.fill(array.values(), 0));
        return zeros;
    }

    /** Compares all numbers bit for bit. */
    public boolean same(Weights other) {
        return config.equals(other.config)
                && arrays.keySet().equals(other.arrays.keySet())
                && arrays.keySet().stream().allMatch(name -> Arrays.equals(values(name), other.values(name)));
    }
}
