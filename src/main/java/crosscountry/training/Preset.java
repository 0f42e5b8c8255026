package crosscountry.training;

import crosscountry.graph.GraphException;
import crosscountry.network.NetworkConfig;
import java.util.List;

/**
 * How a run learns. Everything is counted in games and steps, never in seconds: a run is its seed.
 *
 * @param simulations a move of a search game
 * @param considered vertices a move of a search game looks at, chosen by Gumbel top-k
 * @param visits and scale: Gumbel AlphaZero's c_visit and c_scale, which weigh values against the prior
 * @param games search games an iteration, played side by side so that the network is asked for all at once; 0 for none
 * @param lanes rollout policies that are adapted side by side, from other starts; 0 for none: values are then the
 *     network's
 * @param rounds rounds of adaptation a lane and iteration
 * @param width steps of adaptation of one round, and rounds of one level above (Rosin's N)
 * @param replay positions that are kept to learn from
 * @param batch positions a training step
 * @param steps training steps an iteration
 * @param imitation share of a batch that comes from the best games so far
 * @param rate of learning at its highest
 * @param warmUp steps until it is reached
 * @param horizon steps until it has fallen to a twentieth, along a cosine
 * @param decay of weights, decoupled from the gradient
 * @param clip largest norm of a gradient
 * @param valueWeight of the value's loss beside the policy's
 * @param evaluateEvery iterations between games without noise
 */
public record Preset(
        String name,
        NetworkConfig network,
        int simulations,
        int considered,
        double visits,
        double scale,
        int games,
        int lanes,
        int rounds,
        int width,
        int replay,
        int batch,
        int steps,
        double imitation,
        double rate,
        int warmUp,
        int horizon,
        double decay,
        double clip,
        double valueWeight,
        int evaluateEvery) {
    private static final List<Preset> ALL = List.of(
            new Preset(
                    "laptop",
                    new NetworkConfig(2, 32, 4, 64),
                    8,
                    8,
                    50,
                    0.1,
                    1,
                    2,
                    120,
                    60,
                    20_000,
                    32,
                    4,
                    0.25,
                    2e-3,
                    50,
                    3000,
                    1e-4,
                    1,
                    1,
                    5),
            new Preset(
                    "paper",
                    new NetworkConfig(8, 64, 8, 256),
                    50,
                    5,
                    25,
                    0.01,
                    32,
                    0,
                    0,
                    0,
                    50_000,
                    4096,
                    1,
                    0,
                    1e-3,
                    0,
                    5000,
                    1e-4,
                    0.5,
                    10,
                    1),
            new Preset(
                    "generalist",
                    new NetworkConfig(3, 48, 4, 96),
                    16,
                    8,
                    50,
                    0.1,
                    4,
                    1,
                    24,
                    60,
                    100_000,
                    32,
                    8,
                    0.25,
                    1e-3,
                    200,
                    20_000,
                    1e-4,
                    1,
                    1,
                    10));

    /** The same with another network, for weights that are there already. */
    public Preset with(NetworkConfig other) {
        return with(other, games, lanes, batch, steps);
    }

    /** The same with another batch. */
    Preset withBatch(int other) {
        return with(network, games, lanes, other, steps);
    }

    /** The same with other shares of work; no steps leave the network as it is. */
    Preset part(int otherLanes, int otherGames, int otherSteps) {
        return with(network, otherGames, otherLanes, batch, otherSteps);
    }

    private Preset with(NetworkConfig ownNetwork, int ownGames, int ownLanes, int ownBatch, int ownSteps) {
        return new Preset(
                name,
                ownNetwork,
                simulations,
                considered,
                visits,
                scale,
                ownGames,
                ownLanes,
                rounds,
                width,
                replay,
                ownBatch,
                ownSteps,
                imitation,
                rate,
                warmUp,
                horizon,
                decay,
                clip,
                valueWeight,
                evaluateEvery);
    }

    public static Preset named(String name) {
        return ALL.stream()
                .filter(preset -> preset.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new GraphException(
                        "there is no preset \"" + name + "\"; presets are laptop, paper and generalist"));
    }
}
