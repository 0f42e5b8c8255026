package crosscountry.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.graph.GraphException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network in a file: the eight bytes {@code crossnet}, the length of a header (int), the header as JSON (format,
 * sizes, names and shapes of the arrays), then every array as little-endian float32 in the header's order. Reading it
 * runs no code.
 */
public final class WeightsFile {
    private static final byte[] MAGIC = "crossnet".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 1;
    private static final int LONGEST_HEADER = 1 << 20;
    private static final int MOST_LAYERS = 64;
    private static final int MOST_WIDTH = 4096;

    private record Named(String name, List<Integer> shape) {}

    private record Header(int format, NetworkConfig network, int features, int operations, List<Named> arrays) {}

    private WeightsFile() {}

    public static void write(Path file, Weights weights) {
        WholeBytes.write(file, bytes(weights));
    }

    /** The whole file as bytes. */
    public static byte[] bytes(Weights weights) {
        List<Named> names = new ArrayList<>();
        weights.arrays().forEach((name, array) -> names.add(new Named(name, array.shape())));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            byte[] header = new ObjectMapper()
                    .writeValueAsBytes(new Header(FORMAT, weights.config(), Tokens.FEATURES, Tokens.OPERATIONS, names));
            out.write(MAGIC);
            out.writeInt(header.length);
            out.write(header);
            for (Weights.Shaped array : weights.arrays().values()) {
                ByteBuffer buffer =
                        ByteBuffer.allocate(4 * array.values().length).order(ByteOrder.LITTLE_ENDIAN);
                buffer.asFloatBuffer().put(array.values());
                out.write(buffer.array());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
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
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte[] magic = in.readNBytes(MAGIC.length);
            if (!java.util.Arrays.equals(magic, MAGIC)) {
                throw new GraphException(name + " is no network file: it does not begin with \"crossnet\"");
            }
            int length = in.readInt();
            if (length < 2 || length > LONGEST_HEADER || length > in.available()) {
                throw new GraphException(
                        "the network " + name + " is damaged: its header cannot be " + length + " bytes long");
            }
            NetworkConfig config = config(new ObjectMapper().readTree(in.readNBytes(length)), name);
            Map<String, Weights.Shaped> arrays = new LinkedHashMap<>();
            for (Map.Entry<String, List<Integer>> slot : Weights.shapes(config).entrySet()) {
                int count = slot.getValue().stream().reduce(1, Math::multiplyExact);
                ByteBuffer buffer = ByteBuffer.wrap(in.readNBytes(4 * count)).order(ByteOrder.LITTLE_ENDIAN);
                if (buffer.remaining() < 4 * count) {
                    throw new GraphException(
                            "the network " + name + " is damaged: it ends within \"" + slot.getKey() + "\"");
                }
                float[] values = new float[count];
                buffer.asFloatBuffer().get(values);
                arrays.put(slot.getKey(), new Weights.Shaped(slot.getValue(), values));
            }
            if (in.available() > 0) {
                throw new GraphException(
                        "the network " + name + " is damaged: " + in.available() + " bytes too many stand at its end");
            }
            return new Weights(config, arrays);
        } catch (JsonProcessingException e) {
            throw new GraphException("the network " + name + " is damaged: its header is no JSON");
        } catch (IOException e) {
            throw new GraphException("the network " + name + " is damaged: it is too short");
        }
    }

    private static NetworkConfig config(JsonNode header, String name) {
        if (header.path("format").asInt() != FORMAT) {
            throw new GraphException("the network " + name + " has format "
                    + header.path("format").asText("none") + "; this version reads format " + FORMAT);
        }
        if (header.path("features").asInt() != Tokens.FEATURES
                || header.path("operations").asInt() != Tokens.OPERATIONS) {
            throw new GraphException("the network " + name + " was trained on other features: "
                    + header.path("features").asText("none") + " a vertex and "
                    + header.path("operations").asText("no") + " operations, not " + Tokens.FEATURES + " and "
                    + Tokens.OPERATIONS);
        }
        JsonNode network = header.path("network");
        int layers = network.path("layers").asInt();
        int width = network.path("width").asInt();
        int hidden = network.path("hidden").asInt();
        if (layers > MOST_LAYERS || width > MOST_WIDTH || hidden > MOST_WIDTH) {
            throw new GraphException("the network " + name + " is too large: " + layers + " layers of width " + width);
        }
        NetworkConfig config =
                new NetworkConfig(layers, width, network.path("heads").asInt(), hidden);
        Map<String, List<Integer>> said = new LinkedHashMap<>();
        header.path("arrays").forEach(array -> {
            List<Integer> shape = new ArrayList<>();
            array.path("shape").forEach(extent -> shape.add(extent.asInt()));
            said.put(array.path("name").asText(), shape);
        });
        if (!List.copyOf(said.entrySet())
                .equals(List.copyOf(Weights.shapes(config).entrySet()))) {
            throw new GraphException("the network " + name + " has other arrays than its sizes ask for");
        }
        return config;
    }
}
