package crosscountry.search.agent;

import crosscountry.game.FastGame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Many games searched in step: each round, the positions that all their trees want to know go to the evaluator as one batch.
 * The games may be of different graphs. For one thread.
 */
public final class BatchedGames {
    /** Told of every move before it is played, and of every end. */
    public interface Listener {
        /** @param before the position, not to be kept or changed */
        void move(int game, FastGame before, RootStatistics statistics);

        /** @param search with the played game and the cheapest one that it met */
        void end(int game, GumbelSearch search);
    }

    private final Evaluator evaluator;
    private long evaluated;

    public BatchedGames(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Positions evaluated so far. */
    public long evaluated() {
        return evaluated;
    }

    /** Plays all games to their ends, or until it is stopped. */
    public void play(List<GumbelSearch> games, Listener listener, BooleanSupplier stopped) {
        boolean[] ended = new boolean[games.size()];
        int left = games.size();
        while (left > 0 && !stopped.getAsBoolean()) {
            List<FastGame> positions = new ArrayList<>();
            int[] counts = new int[games.size()];
            for (int k = 0; k < counts.length; k++) {
                if (!ended[k]) {
                    List<FastGame> wanted = games.get(k).select();
                    counts[k] = wanted.size();
                    positions.addAll(wanted);
                }
            }
            List<Evaluation> answers = positions.isEmpty() ? List.of() : evaluator.evaluate(positions);
            evaluated += positions.size();
            int at = 0;
            for (int k = 0; k < counts.length; k++) {
                if (!ended[k]) {
                    games.get(k).accept(answers.subList(at, at + counts[k]));
                    at += counts[k];
                    if (advance(k, games.get(k), listener)) {
                        ended[k] = true;
                        left--;
                    }
                }
            }
        }
    }

    /** Plays the move if its simulations are done; true at the end of the game. */
    private static boolean advance(int k, GumbelSearch search, Listener listener) {
        while (search.isReady() && !search.game().done()) {
            RootStatistics statistics = search.statistics();
            listener.move(k, search.game(), statistics);
            search.play(statistics.chosen());
        }
        if (search.game().done()) {
            listener.end(k, search);
            return true;
        }
        return false;
    }
}
