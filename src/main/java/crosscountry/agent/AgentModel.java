package crosscountry.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.graph.GraphException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The weights of a score, as a small JSON file {@code {"format","version","features","hidden","weights","trained"}};
 * reading it runs no code.
 *
 * @param hidden number of hidden units beside the linear part; 0 for a score that is linear
 * @param weights those of {@link NeuralScore}, or {@link VertexFeatures#COUNT} of a linear score
 * @param trained the command that trained them
 */
public record AgentModel(int hidden, float[] weights, String trained) {
    private static final String FORMAT = "crosscountry-score";
    private static final int VERSION = 1;

    /** The shipped model. */
    public static AgentModel shipped() {
        try (InputStream in = AgentModel.class.getResourceAsStream("score.json")) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "the shipped model");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True for a text that claims to be such a file, valid or not. */
    public static boolean isOne(String json) {
        try {
            return FORMAT.equals(
                    new ObjectMapper().readTree(json).path("format").asText());
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** @param name of the file in messages */
    public static AgentModel read(String json, String name) {
        JsonNode file;
        try {
            file = new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new GraphException(name + " is no JSON: " + e.getOriginalMessage());
        }
        if (!FORMAT.equals(file.path("format").asText()) || file.path("version").asInt() != VERSION) {
            throw new GraphException(name + " is no model of this agent: \"format\" must be \"" + FORMAT
                    + "\" and \"version\" " + VERSION);
        }
        List<String> features = StreamSupport.stream(file.path("features").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        if (!features.equals(VertexFeatures.names())) {
            throw new GraphException(name + " was trained on other features: " + features + "; this agent has "
                    + VertexFeatures.names());
        }
        int hidden = file.path("hidden").asInt(-1);
        int expected = hidden < 0 || hidden > 1000 ? -1 : NeuralScore.count(hidden);
        if (file.path("weights").size() != expected) {
            throw new GraphException(name + " has " + file.path("weights").size() + " weights; with \"hidden\" "
                    + hidden + " there must be " + expected);
        }
        float[] weights = new float[expected];
        for (int k = 0; k < weights.length; k++) {
            if (!file.path("weights").get(k).isNumber()
                    || !Float.isFinite(file.path("weights").get(k).floatValue())) {
                throw new GraphException(name + ": weight " + k + " is no finite number");
            }
            weights[k] = file.path("weights").get(k).floatValue();
        }
        return new AgentModel(hidden, weights, file.path("trained").asText());
    }

    public String json() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("format", FORMAT);
        file.put("version", VERSION);
        file.put("features", VertexFeatures.names());
        file.put("hidden", hidden);
        List<Float> numbers = new ArrayList<>();
        for (float weight : weights) {
            numbers.add(weight);
        }
        file.put("weights", numbers);
        file.put("trained", trained);
        try {
            return new ObjectMapper().writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All weights 0. */
    public static AgentModel zero(int hidden) {
        return new AgentModel(hidden, new float[NeuralScore.count(hidden)], "");
    }

    /** The same linear part with this many hidden units of weight 0. */
    public AgentModel with(int units) {
        float[] more = new float[NeuralScore.count(units)];
        System.arraycopy(weights, 0, more, 0, VertexFeatures.COUNT);
        return new AgentModel(units, more, trained);
    }

    VertexScore score() {
        return hidden == 0 ? new LinearScore(weights) : new NeuralScore(hidden, weights);
    }
}
