package crosscountry.kernel.server.comm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes in a tree of values, which travel behind the JSON as buffers, each with its path.
 *
 * @param json the tree without them
 * @param paths where each buffer belongs
 */
record Buffers(JsonNode json, ArrayNode paths, List<byte[]> bytes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param prefix what stands before every path */
    static Buffers taken(Map<String, Object> state, Object... prefix) {
        ArrayNode paths = JsonNodeFactory.instance.arrayNode();
        List<byte[]> bytes = new ArrayList<>();
        Object rest = without(state, List.of(prefix), paths, bytes);
        return new Buffers(JSON.valueToTree(rest), paths, bytes);
    }

    private static Object without(Object value, List<Object> path, ArrayNode paths, List<byte[]> bytes) {
        if (value instanceof byte[] buffer) {
            paths.add(JSON.valueToTree(path));
            bytes.add(buffer);
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> rest = new LinkedHashMap<>();
            map.forEach((key, inner) -> {
                Object kept = without(inner, joined(path, String.valueOf(key)), paths, bytes);
                if (!(inner instanceof byte[])) {
                    rest.put(String.valueOf(key), kept);
                }
            });
            return rest;
        }
        if (value instanceof List<?> list) {
            List<Object> rest = new ArrayList<>();
            for (int k = 0; k < list.size(); k++) {
                rest.add(without(list.get(k), joined(path, k), paths, bytes));
            }
            return rest;
        }
        return value;
    }

    private static List<Object> joined(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** The values of a JSON object with buffers put back; paths that lead nowhere are left out. */
    static Map<String, Object> given(JsonNode object, JsonNode paths, List<byte[]> bytes) {
        Map<String, Object> state = new LinkedHashMap<>();
        object.fields().forEachRemaining(field -> state.put(field.getKey(), value(field.getValue())));
        for (int k = 0; k < Math.min(paths.size(), bytes.size()); k++) {
            put(state, paths.get(k), 0, bytes.get(k));
        }
        return state;
    }

    @SuppressWarnings("unchecked")
    private static void put(Object into, JsonNode path, int depth, byte[] bytes) {
        JsonNode step = path.get(depth);
        boolean last = depth + 1 == path.size();
        if (into instanceof Map<?, ?> map && step != null) {
            if (last) {
                ((Map<String, Object>) map).put(step.asText(), bytes);
            } else {
                put(map.get(step.asText()), path, depth + 1, bytes);
            }
        } else if (into instanceof List<?> list && step != null && step.asInt(-1) >= 0 && step.asInt() < list.size()) {
            if (last) {
                ((List<Object>) list).set(step.asInt(), bytes);
            } else {
                put(list.get(step.asInt()), path, depth + 1, bytes);
            }
        }
    }

    /** Maps, lists, texts, numbers, truth values, null. */
    static Object value(JsonNode node) {
        return node == null || node.isMissingNode() ? null : JSON.convertValue(node, Object.class);
    }

    static JsonNode json(Object value) {
        return JSON.valueToTree(value);
    }
}
