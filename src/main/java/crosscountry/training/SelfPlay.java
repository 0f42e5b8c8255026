package crosscountry.training;

import crosscountry.agent.BatchedGames;
import crosscountry.agent.Evaluator;
import crosscountry.agent.GumbelSearch;
import crosscountry.agent.GumbelSettings;
import crosscountry.agent.RootStatistics;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.search.method.ThreadTeam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

/**
 * Games of one graph in parallel, every move searched; the network evaluates the leaves of all their trees in one
 * batch, or of one half while the trees of the other half advance. The target of the policy is the improved policy of
 * the search; that of the value is the cost of the rest of the game or, with rollouts, the cheapest rest that the
 * search encountered.
 */
final class SelfPlay {
    private final Preset preset;
    private final int graph;
    private final StateTemplate template;

    /** A finished game: its order, the cheapest order it encountered, and its training positions. */
    record Played(int[] order, long total, int[] best, long bestTotal, List<Position> positions, int simulations) {}

    SelfPlay(Preset preset, int graph, StateTemplate template) {
        this.preset = preset;
        this.graph = graph;
        this.template = template;
    }

    /** If it is stopped, the cheapest orders encountered, without training positions. */
    List<Played> play(Evaluator evaluator, int count, long seed, BooleanSupplier stop) {
        GumbelSettings settings = new GumbelSettings(
                preset.games().simulations(),
                preset.games().considered(),
                preset.games().visits(),
                preset.games().scale(),
                1,
                preset.rollouts().lanes() > 0 ? GumbelSettings.Backup.LEAST : GumbelSettings.Backup.MEAN);
        List<GumbelSearch> searches = new ArrayList<>();
        List<List<RootStatistics>> statistics = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            searches.add(new GumbelSearch(template.start(), settings, new SplittableRandom(Seeds.mix(seed, k))));
            statistics.add(new ArrayList<>());
        }
        BatchedGames.Listener listener = new BatchedGames.Listener() {
            @Override
            public void move(int game, BitsetState before, RootStatistics found) {
                statistics.get(game).add(found);
            }

            @Override
            public void end(int game, GumbelSearch search) {
                // all games are read when the last one has ended
            }
        };
        if (preset.rollouts().lanes() > 0) { // their policies keep every core busy
            new BatchedGames(evaluator).play(searches, listener, stop);
        } else {
            ExecutorService beside = ThreadTeam.pool(1, "learn-evaluation");
            try {
                new BatchedGames(evaluator, beside).play(searches, listener, stop);
            } finally {
                beside.shutdown();
            }
        }
        List<Played> played = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            GumbelSearch search = searches.get(k);
            if (search.game().done()) {
                played.add(finish(search, statistics.get(k)));
            } else if (search.bestOrder() != null) {
                played.add(
                        new Played(search.bestOrder(), search.best(), search.bestOrder(), search.best(), List.of(), 0));
            }
        }
        return played;
    }

    private Played finish(GumbelSearch search, List<RootStatistics> statistics) {
        BitsetState game = search.game();
        int[] order = game.moves();
        List<Position> positions = new ArrayList<>();
        BitsetState replay = template.start();
        int simulations = 0;
        for (int k = 0; k < order.length; k++) {
            RootStatistics root = statistics.get(k);
            long rest = game.spent() - replay.spent();
            double least = preset.rollouts().lanes() > 0 ? Math.min(rest, root.value()) : rest;
            positions.add(new Position(graph, Arrays.copyOf(order, k), root.improved(), logRatio(least, replay)));
            simulations += Arrays.stream(root.visits()).sum();
            replay.eliminate(order[k]);
        }
        boolean met = search.bestOrder() != null && search.best() < game.spent();
        return new Played(
                order,
                game.spent(),
                met ? search.bestOrder() : order,
                met ? search.best() : game.spent(),
                positions,
                simulations);
    }

    /** Every move of an order as something to imitate; its own rest is the value. */
    static List<Position> imitation(int graph, StateTemplate template, int[] order) {
        List<Position> positions = new ArrayList<>();
        BitsetState game = template.start();
        long total = game.total(order);
        for (int k = 0; k < order.length; k++) {
            int[] open = new int[game.openCount()];
            game.open(open);
            float[] policy = new float[open.length];
            policy[Arrays.binarySearch(open, order[k])] = 1;
            positions.add(new Position(graph, Arrays.copyOf(order, k), policy, logRatio(total - game.spent(), game)));
            game.eliminate(order[k]);
        }
        return positions;
    }

    /** A rest that costs nothing either way teaches nothing. */
    private static float logRatio(double cost, BitsetState position) {
        long markowitz = position.markowitzCostToGo();
        return cost <= 0 || markowitz == 0 ? 0 : (float) Math.log(cost / markowitz);
    }
}
