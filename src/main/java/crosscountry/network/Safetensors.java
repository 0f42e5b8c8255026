package crosscountry.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.graph.GraphException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Float32 arrays by name in the <a href="https://github.com/huggingface/safetensors">safetensors</a> format: the length
 * of a header (eight bytes, little-endian), the header as JSON with the shape and the place of each array, and the
 * numbers, little-endian, without gaps. Reading checks every bound and runs no code.
 *
 * @param metadata texts by name
 */
record Safetensors(Map<String, String> metadata, Map<String, Weights.Shaped> arrays) {
    private static final int LONGEST_HEADER = 1 << 20;
    private static final int PREFIX = Long.BYTES;
    private static final String METADATA = "__metadata__";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private record Span(String name, List<Integer> shape, long begin, long end) {}

    /** Whether a file may begin like this: a possible length of a header, then a brace. */
    static boolean recognizes(byte[] begin) {
        return begin.length > PREFIX && possible(headerLength(begin)) && begin[PREFIX] == '{';
    }

    private static long headerLength(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static boolean possible(long headerLength) {
        return headerLength >= 2 && headerLength <= LONGEST_HEADER;
    }

    byte[] bytes() {
        ObjectNode header = JSON.createObjectNode();
        metadata.forEach(header.putObject(METADATA)::put);
        int size = 0;
        for (Map.Entry<String, Weights.Shaped> array : arrays.entrySet()) {
            ObjectNode about = header.putObject(array.getKey()).put("dtype", "F32");
            array.getValue().shape().forEach(about.putArray("shape")::add);
            int end = size + Float.BYTES * array.getValue().values().length;
            about.putArray("data_offsets").add(size).add(end);
            size = end;
        }
        String text = header.toString();
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        int padding = -json.length & PREFIX - 1; // so that the numbers begin at a multiple of eight
        ByteBuffer file = ByteBuffer.allocate(PREFIX + json.length + padding + size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length + padding)
                .put(json)
                .put(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
        for (Weights.Shaped array : arrays.values()) {
            for (float value : array.values()) {
                file.putFloat(value);
            }
        }
        return file.array();
    }

    /** @param name of the file, for errors */
    static Safetensors of(byte[] bytes, String name) {
        long length = headerLength(bytes);
        if (length > bytes.length - PREFIX) {
            throw damaged(name, "its header cannot be " + length + " bytes long");
        }
        JsonNode header;
        try {
            header = JSON.readTree(new String(bytes, PREFIX, (int) length, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw damaged(name, "its header is no JSON");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Span> spans = new ArrayList<>();
        header.fields().forEachRemaining(field -> {
            if (field.getKey().equals(METADATA)) {
                field.getValue()
                        .fields()
                        .forEachRemaining(
                                one -> metadata.put(one.getKey(), one.getValue().asText()));
            } else {
                spans.add(span(field.getKey(), field.getValue(), name));
            }
        });
        spans.sort(Comparator.comparingLong(Span::begin).thenComparingLong(Span::end));
        ByteBuffer data = ByteBuffer.wrap(bytes, PREFIX + (int) length, bytes.length - PREFIX - (int) length)
                .order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Weights.Shaped> arrays = new LinkedHashMap<>();
        long place = 0;
        for (Span span : spans) {
            if (span.begin != place) {
                throw damaged(name, "\"" + span.name + "\" begins at " + span.begin + ", not at " + place);
            }
            place = span.end;
            if (data.remaining() < span.end - span.begin) {
                throw damaged(name, "it ends within \"" + span.name + "\"");
            }
            float[] values = new float[(int) (span.end - span.begin) / Float.BYTES];
            for (int k = 0; k < values.length; k++) {
                values[k] = data.getFloat();
            }
            arrays.put(span.name, new Weights.Shaped(span.shape, values));
        }
        if (data.hasRemaining()) {
            throw damaged(name, data.remaining() + " bytes too many at its end");
        }
        return new Safetensors(metadata, arrays);
    }

    private static Span span(String array, JsonNode about, String name) {
        if (!about.path("dtype").asText().equals("F32")) {
            throw new GraphException("the network " + name + " has numbers of type "
                    + about.path("dtype").asText("none") + " in \"" + array + "\"; this version reads F32");
        }
        List<Integer> shape = new ArrayList<>();
        long size = Float.BYTES;
        for (JsonNode extent : about.path("shape")) {
            if (!extent.canConvertToInt() || extent.intValue() < 0) {
                throw damaged(name, "\"" + array + "\" has no shape");
            }
            shape.add(extent.intValue());
            size = Math.min(size * extent.intValue(), Integer.MAX_VALUE + 1L); // no file of ours is larger
        }
        JsonNode offsets = about.path("data_offsets");
        long begin = offsets.path(0).asLong(-1);
        long end = offsets.path(1).asLong(-1);
        if (offsets.size() != 2 || begin < 0 || end - begin != size) {
            throw damaged(name, "the place of \"" + array + "\" does not fit its shape");
        }
        return new Span(array, shape, begin, end);
    }

    private static GraphException damaged(String name, String why) {
        return new GraphException("the network " + name + " is damaged: " + why);
    }
}
