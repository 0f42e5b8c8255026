package crosscountry.elimination.state;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.elimination.Order;
import crosscountry.graph.GraphException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An order in a JSON file: a list of vertex numbers, or an object whose field {@code order} is one, as `count` prints
 * it.
 */
final class OrderFile {
    private OrderFile() {}

    static Order read(Path file) {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            throw new GraphException("there is no order file " + file);
        }
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new GraphException(name + " is not JSON" + place + ": "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new GraphException(
                    "cannot read order file " + file + " (" + e.getClass().getSimpleName() + ")");
        }
        return json.isObject() ? vertices(name, "field order", json.path("order")) : vertices(name, "the file", json);
    }

    private static Order vertices(String file, String place, JsonNode list) {
        if (!list.isArray()) {
            throw new GraphException(file + ": " + place + " must be a list of vertex numbers; " + found(list));
        }
        List<Integer> vertices = new ArrayList<>();
        for (JsonNode item : list) {
            if (!item.isIntegralNumber() || !item.canConvertToInt()) {
                throw new GraphException(file + ": entry " + vertices.size() + " of " + place
                        + " must be a vertex number; " + found(item));
            }
            vertices.add(item.intValue());
        }
        return new Order(vertices);
    }

    private static String found(JsonNode node) {
        String text = node.toString();
        return node.isMissingNode()
                ? "it is missing"
                : "found " + (text.length() > 40 ? text.substring(0, 40) + "..." : text);
    }
}
