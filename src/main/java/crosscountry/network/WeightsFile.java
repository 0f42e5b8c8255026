package crosscountry.network;

import crosscountry.graph.AtomicFile;
import crosscountry.graph.GraphException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network in a file: safetensors, with the sizes of the network as metadata. Files of early versions, which begin
 * with {@code crossnet}, are still read. Reading a file runs no code.
 */
public final class WeightsFile {
    private static final String FORMAT = "crosscountry-network-1";
    private static final int MOST_LAYERS = 64;
    private static final int MOST_WIDTH = 4096;

    private WeightsFile() {}

    public static void write(Path file, Weights weights) {
        AtomicFile.write(file, bytes(weights));
    }

    /** The whole file as bytes. */
    public static byte[] bytes(Weights weights) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", FORMAT);
        metadata.put("layers", "" + weights.config().layers());
        metadata.put("width", "" + weights.config().width());
        metadata.put("heads", "" + weights.config().heads());
        metadata.put("hidden", "" + weights.config().hidden());
        metadata.put("features", "" + Tokens.FEATURES);
        metadata.put("operations", "" + Tokens.OPERATIONS);
        return new Safetensors(metadata, weights.arrays()).bytes();
    }

    /** Whether a file that begins like this may be a network. */
    static boolean recognizes(byte[] begin) {
        return Safetensors.recognizes(begin) || CrossnetFile.recognizes(begin);
    }

    public static Weights read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new GraphException("the network " + file + " cannot be read");
        }
        return read(bytes, file.toString());
    }

    /** @param name of the file, for errors */
    public static Weights read(byte[] bytes, String name) {
        if (CrossnetFile.recognizes(bytes)) {
            return CrossnetFile.read(bytes, name);
        }
        if (!Safetensors.recognizes(bytes)) {
            throw new GraphException(name + " is no network file: it does not begin like safetensors");
        }
        Safetensors file = Safetensors.of(bytes, name);
        Map<String, String> metadata = file.metadata();
        if (!FORMAT.equals(metadata.get("format"))) {
            throw new GraphException("the network " + name + " has format " + metadata.getOrDefault("format", "none")
                    + "; this version reads " + FORMAT);
        }
        checkFeatures(number(metadata, "features", name), number(metadata, "operations", name), name);
        NetworkConfig config = config(
                number(metadata, "layers", name),
                number(metadata, "width", name),
                number(metadata, "heads", name),
                number(metadata, "hidden", name),
                name);
        Map<String, Weights.Shaped> arrays = new LinkedHashMap<>();
        Weights.shapes(config)
                .keySet()
                .forEach(array -> arrays.put(array, file.arrays().get(array)));
        Weights weights = new Weights(config, arrays);
        if (!arrays.keySet().equals(file.arrays().keySet()) || !weights.isComplete()) {
            throw new GraphException("the network " + name + " has other arrays than its sizes require");
        }
        return weights;
    }

    private static int number(Map<String, String> metadata, String key, String name) {
        try {
            return Integer.parseInt(metadata.getOrDefault(key, "none"));
        } catch (NumberFormatException e) {
            throw new GraphException(
                    "the network " + name + " is damaged: \"" + key + "\" of its metadata is no number");
        }
    }

    static void checkFeatures(int features, int operations, String name) {
        if (features != Tokens.FEATURES || operations != Tokens.OPERATIONS) {
            throw new GraphException("the network " + name + " was trained on other features: " + features
                    + " a vertex and " + operations + " operations, not " + Tokens.FEATURES + " and "
                    + Tokens.OPERATIONS);
        }
    }

    /** The sizes, if a network of ours can have them. */
    static NetworkConfig config(int layers, int width, int heads, int hidden, String name) {
        if (layers > MOST_LAYERS || width > MOST_WIDTH || hidden > MOST_WIDTH) {
            throw new GraphException("the network " + name + " is too large: " + layers + " layers of width " + width);
        }
        return new NetworkConfig(layers, width, heads, hidden);
    }
}
