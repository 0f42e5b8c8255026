package crosscountry.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A value inside a JSON file together with its place, so that every complaint names the place. */
record JsonField(String place, JsonNode node) {
    GraphException bad(String expected) {
        String text = node.toString();
        String found = node.isMissingNode()
                ? "it is missing"
                : "found " + (text.length() > 40 ? text.substring(0, 40) + "..." : text);
        return new GraphException(place + " must be " + expected + "; " + found);
    }

    JsonField at(String name) {
        if (!node.isObject()) {
            throw bad("an object");
        }
        return new JsonField(place.isEmpty() ? name : place + "." + name, node.path(name));
    }

    boolean has(String name) {
        return node.has(name) && !node.get(name).isNull();
    }

    List<JsonField> items() {
        if (!node.isArray()) {
            throw bad("a list");
        }
        List<JsonField> items = new ArrayList<>();
        for (int k = 0; k < node.size(); k++) {
            items.add(new JsonField(place + "[" + k + "]", node.get(k)));
        }
        return items;
    }

    int integer() {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw bad("an integer");
        }
        return node.intValue();
    }

    double number() {
        if (node.isTextual()) {
            switch (node.textValue()) {
                case "NaN":
                    return Double.NaN;
                case "Infinity":
                    return Double.POSITIVE_INFINITY;
                case "-Infinity":
                    return Double.NEGATIVE_INFINITY;
                default:
                    throw bad("a number");
            }
        }
        if (!node.isNumber()) {
            throw bad("a number");
        }
        return node.doubleValue();
    }

    String text() {
        if (!node.isTextual()) {
            throw bad("a text");
        }
        return node.textValue();
    }

    List<Integer> integers() {
        return items().stream().map(JsonField::integer).toList();
    }

    Shape shape() {
        try {
            return new Shape(integers());
        } catch (ArithmeticException e) {
            throw bad("a shape");
        } catch (GraphException e) {
            throw e.getMessage().startsWith(place) ? e : new GraphException(place + ": " + e.getMessage());
        }
    }
}
