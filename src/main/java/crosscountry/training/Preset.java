package crosscountry.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.graph.GraphException;
import crosscountry.network.NetworkConfig;
import java.util.List;

/**
 * How a run learns. Everything is counted in games and steps, never in seconds: a run is its seed.
 *
 * @param evaluateEvery iterations between games without noise
 */
public record Preset(
        String name,
        NetworkConfig network,
        Games games,
        Rollouts rollouts,
        Learning learning,
        Optimizer optimizer,
        int evaluateEvery) {
    /**
     * Games of Gumbel AlphaZero's tree search.
     *
     * @param games an iteration, played side by side so that the network is asked for all at once; 0 for none
     * @param simulations a move
     * @param considered vertices that a move looks at, chosen by Gumbel top-k
     * @param visits and scale: c_visit and c_scale, which weigh values against the prior
     */
    public record Games(int games, int simulations, int considered, double visits, double scale) {}

    /**
     * Nested rollout policy adaptation (Rosin 2011).
     *
     * @param lanes rollout policies that are adapted side by side, from other starts; 0 for none: values are then the
     *     network's
     * @param rounds rounds of adaptation a lane and iteration
     * @param width steps of adaptation of one round, and rounds of one level above (Rosin's N)
     */
    public record Rollouts(int lanes, int rounds, int width) {
        public static final Rollouts NONE = new Rollouts(0, 0, 0);
    }

    /**
     * What the network learns from.
     *
     * @param replay positions that are kept to learn from
     * @param batch positions a training step
     * @param steps training steps an iteration
     * @param imitation share of a batch that comes from the best games so far
     * @param valueWeight of the value's loss beside the policy's
     */
    public record Learning(int replay, int batch, int steps, double imitation, double valueWeight) {}

    /**
     * {@link AdamW} and its schedule.
     *
     * @param rate of learning at its highest
     * @param warmUp steps until it is reached
     * @param horizon steps until it has fallen to a twentieth, along a cosine
     * @param decay of weights, decoupled from the gradient
     * @param clip largest norm of a gradient
     */
    public record Optimizer(double rate, int warmUp, int horizon, double decay, double clip) {}

    private static final List<Preset> ALL = List.of(
            new Preset(
                    "laptop",
                    new NetworkConfig(2, 32, 4, 64),
                    new Games(1, 8, 8, 50, 0.1),
                    new Rollouts(2, 120, 60),
                    new Learning(20_000, 32, 4, 0.25, 1),
                    new Optimizer(2e-3, 50, 3000, 1e-4, 1),
                    5),
            new Preset(
                    "paper",
                    new NetworkConfig(8, 64, 8, 256),
                    new Games(32, 50, 5, 25, 0.01),
                    Rollouts.NONE,
                    new Learning(50_000, 4096, 1, 0, 10),
                    new Optimizer(1e-3, 0, 5000, 1e-4, 0.5),
                    1),
            new Preset(
                    "generalist",
                    new NetworkConfig(3, 48, 4, 96),
                    new Games(4, 16, 8, 50, 0.1),
                    new Rollouts(1, 24, 60),
                    new Learning(100_000, 32, 8, 0.25, 1),
                    new Optimizer(1e-3, 200, 20_000, 1e-4, 1),
                    10));

    public static Preset named(String name) {
        return ALL.stream()
                .filter(preset -> preset.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new GraphException(
                        "there is no preset \"" + name + "\"; presets are laptop, paper and generalist"));
    }

    /** The same with another network, for weights that are there already. */
    public Preset with(NetworkConfig other) {
        return new Preset(name, other, games, rollouts, learning, optimizer, evaluateEvery);
    }

    public Preset with(Optimizer other) {
        return new Preset(name, network, games, rollouts, learning, other, evaluateEvery);
    }

    /** The same with another batch. */
    Preset withBatch(int batch) {
        return with(new Learning(learning.replay, batch, learning.steps, learning.imitation, learning.valueWeight));
    }

    /** The same with other shares of work; no steps leave the network as it is. */
    Preset part(int lanes, int gameCount, int steps) {
        return new Preset(
                        name,
                        network,
                        new Games(gameCount, games.simulations, games.considered, games.visits, games.scale),
                        new Rollouts(lanes, rollouts.rounds, rollouts.width),
                        learning,
                        optimizer,
                        evaluateEvery)
                .with(new Learning(learning.replay, learning.batch, steps, learning.imitation, learning.valueWeight));
    }

    private Preset with(Learning other) {
        return new Preset(name, network, games, rollouts, other, optimizer, evaluateEvery);
    }

    /** One flat object, as in runs of every version. */
    ObjectNode json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode flat = mapper.createObjectNode().put("name", name);
        flat.set("network", mapper.valueToTree(network));
        for (Record group : List.of(games, rollouts, learning, optimizer)) {
            flat.setAll((ObjectNode) mapper.valueToTree(group));
        }
        return flat.put("evaluateEvery", evaluateEvery);
    }

    static Preset read(JsonNode flat) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        Preset preset = new Preset(
                flat.path("name").asText(),
                mapper.treeToValue(flat.path("network"), NetworkConfig.class),
                mapper.treeToValue(flat, Games.class),
                mapper.treeToValue(flat, Rollouts.class),
                mapper.treeToValue(flat, Learning.class),
                mapper.treeToValue(flat, Optimizer.class),
                flat.path("evaluateEvery").asInt());
        ObjectNode known = preset.json();
        flat.fieldNames().forEachRemaining(name -> {
            if (!known.has(name)) {
                throw new GraphException("a preset has no setting \"" + name + "\"");
            }
        });
        return preset;
    }
}
