package crosscountry.kernel.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Input;
import crosscountry.graph.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A point of a graph: numbers with commas between them, or a JSON file with one (nested) list an input. */
public final class Points {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Points() {}

    /** @throws GraphException naming the input, the place and what would do */
    public static List<Tensor> parse(String text, Graph graph) {
        return isFile(text) ? read(Path.of(text), graph) : graph.point(numbers(text));
    }

    private static boolean isFile(String text) {
        try {
            return text.endsWith(".json") || Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static double[] numbers(String text) {
        String[] words = text.split(",", -1);
        double[] values = new double[words.length];
        for (int k = 0; k < words.length; k++) {
            try {
                values[k] = Double.parseDouble(words[k].strip());
            } catch (NumberFormatException e) {
                throw new GraphException("number " + (k + 1) + " of the point, \"" + words[k].strip()
                        + "\", is no number; a point is numbers with commas between them, or a JSON file");
            }
        }
        return values;
    }

    private static List<Tensor> read(Path file, Graph graph) {
        JsonNode json;
        try {
            json = JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new GraphException("point file " + file + " is not JSON");
        } catch (IOException e) {
            throw new GraphException("point file " + file + " cannot be read");
        }
        if (!json.isArray() || json.size() != graph.inputs().size()) {
            throw new GraphException(
                    "point file " + file + " must hold a list with one (nested) list of numbers for each of the "
                            + graph.inputs().size() + " inputs of " + graph.name());
        }
        List<Tensor> point = new ArrayList<>();
        for (int k = 0; k < json.size(); k++) {
            Input input = graph.inputs().get(k);
            List<Double> values = new ArrayList<>();
            if (!numbers(json.get(k), List.of(input.shape().size()), values)
                    && !numbers(json.get(k), input.shape().extents(), values)) {
                throw new GraphException("point file " + file + ", input " + input.name() + ": it must be a list of "
                        + input.shape().size() + " numbers, or lists nested as its shape " + input.shape());
            }
            point.add(new Tensor(
                    input.shape(),
                    values.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        return point;
    }

    /** Collects the numbers in lists nested like this; false, and nothing collected, if they are not. */
    private static boolean numbers(JsonNode node, List<Integer> nesting, List<Double> into) {
        if (nesting.isEmpty()) {
            into.add(node.asDouble());
            return node.isNumber();
        }
        boolean fits = node.isArray() && node.size() == nesting.get(0);
        for (int k = 0; fits && k < node.size(); k++) {
            fits = numbers(node.get(k), nesting.subList(1, nesting.size()), into);
        }
        if (!fits) {
            into.clear();
        }
        return fits;
    }
}
