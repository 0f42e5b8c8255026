package crosscountry.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What was published with the paper (arXiv 2406.05027) for its ten functions: the multiplications of the best order in
 * the authors' notebooks, and for each seed the best order up to certain iterations, of AlphaZero trained on one
 * function and on all jointly.
 */
public final class Published {
    private Published() {}

    /** The published multiplications of exactly this graph; nothing for any other, whatever its name. */
    public static OptionalLong total(Graph graph) {
        JsonNode task = tasks().path(graph.name());
        boolean same = !task.isMissingNode()
                && GraphJson.write(Tasks.graph(graph.name())).equals(GraphJson.write(graph));
        return same ? OptionalLong.of(task.get("published").asLong()) : OptionalLong.empty();
    }

    /**
     * By seed, the fewest multiplications up to an iteration; empty for a task that is not in the paper.
     *
     * @param joint for training on all functions at once instead of this one alone
     */
    public static Map<String, TreeMap<Integer, Long>> curves(String task, boolean joint) {
        Map<String, TreeMap<Integer, Long>> curves = new TreeMap<>();
        tasks().path(task).path(joint ? "joint" : "alphaZero").properties().forEach(seed -> {
            TreeMap<Integer, Long> curve = new TreeMap<>();
            seed.getValue()
                    .properties()
                    .forEach(point -> curve.put(
                            Integer.parseInt(point.getKey()), point.getValue().asLong()));
            curves.put(seed.getKey(), curve);
        });
        return curves;
    }

    private static JsonNode tasks() {
        try (InputStream in = Published.class.getResourceAsStream("published.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
