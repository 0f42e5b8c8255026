package crosscountry.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.graph.GraphException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network files of early versions, to be read only: the eight bytes {@code crossnet}, the length of a header (int),
 * the header as JSON (format, sizes, names and shapes of the arrays), then every array as little-endian float32 in the
 * header's order.
 */
final class CrossnetFile {
    private static final byte[] MAGIC = "crossnet".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 1;
    private static final int LONGEST_HEADER = 1 << 20;

    private CrossnetFile() {}

    static boolean recognizes(byte[] begin) {
        return Arrays.equals(Arrays.copyOf(begin, MAGIC.length), MAGIC);
    }

    /** @param name of the file, for errors */
    static Weights read(byte[] bytes, String name) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.skipBytes(MAGIC.length);
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
                        "the network " + name + " is damaged: " + in.available() + " bytes too many at its end");
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
        WeightsFile.checkFeatures(
                header.path("features").asInt(), header.path("operations").asInt(), name);
        JsonNode network = header.path("network");
        NetworkConfig config = WeightsFile.config(
                network.path("layers").asInt(),
                network.path("width").asInt(),
                network.path("heads").asInt(),
                network.path("hidden").asInt(),
                name);
        Map<String, List<Integer>> said = new LinkedHashMap<>();
        header.path("arrays").forEach(array -> {
            List<Integer> shape = new ArrayList<>();
            array.path("shape").forEach(extent -> shape.add(extent.asInt()));
            said.put(array.path("name").asText(), shape);
        });
        if (!List.copyOf(said.entrySet())
                .equals(List.copyOf(Weights.shapes(config).entrySet()))) {
            throw new GraphException("the network " + name + " has other arrays than its sizes require");
        }
        return config;
    }
}
