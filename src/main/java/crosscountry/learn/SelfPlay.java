package crosscountry.learn;

import crosscountry.game.FastGame;
import crosscountry.game.GameTemplate;
import crosscountry.network.NetworkEvaluator;
import crosscountry.search.agent.Evaluation;
import crosscountry.search.agent.Evaluator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Games of one graph side by side, every move searched; the network sees all of them at once. The target of the policy is the
 * improved policy of the search; that of the value is the cheapest way to the end that the game or any of its looks found.
 */
final class SelfPlay {
    private final Preset preset;
    private final Evaluator evaluator;
    private final int graph;
    private final GameTemplate template;

    /** A finished game: its order, the cheapest order it saw on the way, and what there is to learn from it. */
    record Played(int[] order, long total, int[] best, long bestTotal, List<Position> positions, int simulations) {}

    SelfPlay(Preset preset, Evaluator evaluator, int graph, GameTemplate template) {
        this.preset = preset;
        this.evaluator = evaluator;
        this.graph = graph;
        this.template = template;
    }

    private static final class Running {
        final FastGame game;
        final SplittableRandom random;
        final RootSearch search;
        final List<float[]> policies = new ArrayList<>();
        final List<Double> costs = new ArrayList<>();
        int[] known = {};
        int simulations;
        int[] best = {};
        long bestTotal = Long.MAX_VALUE;

        Running(FastGame game, SplittableRandom random, RootSearch search) {
            this.game = game;
            this.random = random;
            this.search = search;
        }
    }

    /** @param rollouts one a game, or null for values of the network */
    List<Played> play(List<RolloutPolicy> rollouts, long seed, boolean noise) {
        List<Running> all = new ArrayList<>();
        for (int k = 0; k < rollouts.size(); k++) {
            RolloutPolicy own = rollouts.get(k) == null ? null : rollouts.get(k).copy();
            all.add(new Running(template.start(), new SplittableRandom(Seeds.mix(seed, k)), new RootSearch(preset, own, evaluator)));
        }
        for (int move = 0; move < template.size(); move++) {
            List<Evaluation> evaluations = evaluator.evaluate(all.stream().map(running -> running.game).toList());
            for (int k = 0; k < all.size(); k++) {
                move(all.get(k), evaluations.get(k), noise);
            }
        }
        return all.stream().map(this::finish).toList();
    }

    private static void move(Running running, Evaluation evaluation, boolean noise) {
        FastGame game = running.game;
        RootSearch.Result result = running.search.search(game, evaluation, running.known, running.random, noise);
        running.simulations += result.simulations();
        running.policies.add(result.policy());
        running.costs.add(result.restCost());
        long whole = game.spent() + Math.round(result.restCost());
        if (result.rest().length > 0 && whole < running.bestTotal) {
            running.bestTotal = whole;
            running.best = Arrays.copyOf(NestedRollouts.moves(game), game.size());
            System.arraycopy(result.rest(), 0, running.best, game.steps(), result.rest().length);
        }
        boolean follows = result.rest().length > 0 && result.rest()[0] == result.move();
        running.known = follows ? Arrays.copyOfRange(result.rest(), 1, result.rest().length) : new int[0];
        game.eliminate(result.move());
    }

    private Played finish(Running running) {
        FastGame game = running.game;
        int[] order = NestedRollouts.moves(game);
        if (game.spent() < running.bestTotal) {
            running.bestTotal = game.spent();
            running.best = order;
        }
        List<Position> positions = new ArrayList<>();
        FastGame replay = template.start();
        for (int k = 0; k < order.length; k++) {
            double least = Math.min(game.spent() - replay.spent(), running.costs.get(k));
            positions.add(new Position(graph, Arrays.copyOf(order, k), running.policies.get(k), logRatio(least, replay)));
            replay.eliminate(order[k]);
        }
        return new Played(order, game.spent(), running.best, running.bestTotal, positions, running.simulations);
    }

    /** Every move of an order as something to imitate; its own rest is the value. */
    static List<Position> imitation(int graph, GameTemplate template, int[] order) {
        List<Position> positions = new ArrayList<>();
        FastGame game = template.start();
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

    /** Of a rest that costs nothing either way there is nothing to learn. */
    private static float logRatio(double cost, FastGame position) {
        long markowitz = NetworkEvaluator.markowitz(position);
        return cost <= 0 || markowitz == 0 ? 0 : (float) Math.log(cost / markowitz);
    }
}
