package crosscountry.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.GraphJson;
import crosscountry.network.DeviceChoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The configuration of a run: everything that determines its result except its duration.
 *
 * @param device where the network is computed; a GPU's sums may differ in the last bit from run to run
 */
public record RunConfig(List<Graph> graphs, CostModel rules, long seed, Preset preset, DeviceChoice device) {
    /** Attention looks at every pair of vertices: beyond this many, positions take minutes. */
    private static final int LARGEST = 1500;

    private static final int FORMAT = 2;

    public RunConfig {
        graphs = List.copyOf(graphs);
        if (graphs.isEmpty()) {
            throw new GraphException("training needs at least one graph");
        }
        if (!rules.isAdditive()) {
            throw new GraphException("training needs a cost that adds up step by step; " + rules.label() + " does not");
        }
        if (graphs.stream().map(Graph::name).distinct().count() < graphs.size()) {
            throw new GraphException("the graphs of a run need different names: "
                    + graphs.stream().map(Graph::name).toList());
        }
    }

    List<StateTemplate> templates() {
        List<StateTemplate> templates =
                graphs.stream().map(graph -> StateTemplate.of(graph, rules)).toList();
        for (StateTemplate template : templates) {
            if (template.size() > LARGEST) {
                throw new GraphException(template.graph().name() + " has " + template.size()
                        + " vertices to eliminate; training takes up to " + LARGEST + ", search takes more");
            }
            if (template.size() == 0) {
                throw new GraphException(
                        template.graph().name() + " has no vertex to eliminate: there is nothing to learn");
            }
        }
        return templates;
    }

    public String json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode file = mapper.createObjectNode()
                .put("format", FORMAT)
                .put("seed", seed)
                .put("cost", rules.label())
                .put("device", device.name().toLowerCase(Locale.ROOT));
        file.set("preset", preset.json());
        ArrayNode list = file.putArray("graphs");
        try {
            for (Graph graph : graphs) {
                list.addObject().put("name", graph.name()).set("graph", mapper.readTree(GraphJson.write(graph)));
            }
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param name of the file, for errors */
    static RunConfig read(String json, String name) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            JsonNode file = mapper.readTree(json);
            if (file.path("format").asInt() != FORMAT) {
                throw new GraphException(name + " has format "
                        + file.path("format").asText("none") + "; this version reads format " + FORMAT);
            }
            List<Graph> graphs = new ArrayList<>();
            for (JsonNode graph : file.path("graphs")) {
                graphs.add(
                        GraphJson.read(graph.path("graph"), graph.path("name").asText()));
            }
            CostModel rules = Arrays.stream(CostModel.values())
                    .filter(one -> one.label().equals(file.path("cost").asText()))
                    .findFirst()
                    .orElseThrow(() -> new GraphException(name + " has no cost"));
            return new RunConfig(
                    graphs,
                    rules,
                    file.path("seed").asLong(),
                    Preset.read(file.path("preset")),
                    DeviceChoice.named(file.path("device").asText()));
        } catch (JsonProcessingException e) {
            throw new GraphException(name + " is no configuration of a run: "
                    + e.getOriginalMessage().lines().findFirst().orElse("no JSON"));
        }
    }
}
