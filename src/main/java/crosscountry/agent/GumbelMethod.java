package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.SearchMethod;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whole games of Gumbel search, one after the other on each thread: the first deterministic and with few simulations
 * per move, later ones with Gumbel noise and more and more simulations. Rollouts of the evaluator count as orders
 * found.
 *
 * @param name in commands and tables
 * @param settings those of the first game
 */
record GumbelMethod(String name, Evaluator evaluator, GumbelSettings settings) implements SearchMethod {
    private static final int MOST_SIMULATIONS = 1 << 14;

    @Override
    public void run(RunningSearch search) {
        search.onEachThread(thread -> {
            SplittableRandom random = search.random(700 + thread);
            GumbelSettings now = thread == 0 ? settings.withNoise(0) : settings;
            while (!search.done() && search.template().size() > 0) {
                once(search, now, random);
                now = settings.withSimulations(Math.min(MOST_SIMULATIONS, now.simulations() * 3 / 2));
            }
        });
    }

    /** One game. */
    void once(RunningSearch search, GumbelSettings now, SplittableRandom random) {
        GumbelSearch tree = new GumbelSearch(search.template().start(), now, random);
        long[] counted = {0};
        BatchedGames games = new BatchedGames(evaluator);
        BatchedGames.Listener listener = new BatchedGames.Listener() {
            @Override
            public void move(int game, BitsetState before, RootStatistics statistics) {
                // the best is read below, after every round
            }

            @Override
            public void end(int game, GumbelSearch done) {
                int[] order = new int[done.game().size()];
                Arrays.setAll(order, done.game()::move);
                search.offer(order, done.game().spent());
            }
        };
        games.play(List.of(tree), listener, () -> {
            search.count(games.evaluated() - counted[0]);
            counted[0] = games.evaluated();
            if (tree.best() < search.total()) {
                search.offer(tree.bestOrder(), tree.best());
            }
            return search.done();
        });
        search.count(games.evaluated() - counted[0]);
        if (tree.best() < search.total()) {
            search.offer(tree.bestOrder(), tree.best());
        }
    }
}
