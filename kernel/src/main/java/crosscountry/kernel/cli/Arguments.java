package crosscountry.kernel.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.edge.Rules;
import crosscountry.elimination.Order;
import crosscountry.elimination.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.GraphJson;
import crosscountry.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What commands read from their words: a graph, an order, a cost. */
final class Arguments {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Arguments() {}

    /** A built-in task's name or a graph file. */
    static Graph graph(String text) {
        if (Tasks.names().contains(text)) {
            return Tasks.graph(text);
        }
        Path file = Path.of(text);
        if (!Files.isRegularFile(file)) {
            throw new GraphException("\"" + text + "\" is neither a task nor a graph file; tasks are " + String.join(", ", Tasks.names()));
        }
        return GraphJson.read(file);
    }

    /** forward, reverse, markowitz, vertex numbers with commas, or a JSON file: a list, or an object with the field order. */
    static Order order(String text, Graph graph, Rules rules) {
        Path file = Path.of(text);
        return text.endsWith(".json") || Files.isRegularFile(file) ? read(file) : Orders.parse(text, graph, rules);
    }

    static Rules rules(String cost) {
        for (Rules rules : Rules.values()) {
            if (rules.label().equals(cost)) {
                return rules;
            }
        }
        String allowed = Arrays.stream(Rules.values()).map(Rules::label).collect(Collectors.joining(", "));
        throw new GraphException("there is no cost \"" + cost + "\"; costs are " + allowed);
    }

    private static Order read(Path file) {
        JsonNode json;
        try {
            json = JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new GraphException("order file " + file + " is not JSON");
        } catch (IOException e) {
            throw new GraphException("cannot read order file " + file + " (" + e.getClass().getSimpleName() + ")");
        }
        JsonNode list = json.isObject() ? json.path("order") : json;
        if (!list.isArray()) {
            throw new GraphException("order file " + file + " must hold a list of vertices or an object with the list order");
        }
        List<Integer> vertices = new ArrayList<>();
        for (JsonNode vertex : list) {
            if (!vertex.isInt()) {
                throw new GraphException("order file " + file + ", place " + (vertices.size() + 1) + ": " + vertex + " is not a vertex number");
            }
            vertices.add(vertex.intValue());
        }
        return new Order(vertices);
    }
}
