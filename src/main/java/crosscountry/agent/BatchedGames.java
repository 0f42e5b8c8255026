package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * Many games searched in lockstep: each round, the leaves of all their trees go to the evaluator as one batch. The
 * games may be of different graphs. With an executor the games are split in two: while one half's batch is evaluated,
 * the trees of the other half advance. For one thread.
 */
public final class BatchedGames {
    /** Called before every move and at the end of every game. */
    public interface Listener {
        /** @param before the position; must be neither kept nor changed */
        void move(int game, BitsetState before, RootStatistics statistics);

        /** @param search with the finished game and the cheapest one it encountered */
        void end(int game, GumbelSearch search);
    }

    private final Evaluator evaluator;
    private final Executor beside;
    private final int parts;
    private long evaluated;

    public BatchedGames(Evaluator evaluator) {
        this(evaluator, Runnable::run, 1);
    }

    /** @param beside where batches are evaluated, at most two at once */
    public BatchedGames(Evaluator evaluator, Executor beside) {
        this(evaluator, beside, 2);
    }

    private BatchedGames(Evaluator evaluator, Executor beside, int parts) {
        this.evaluator = evaluator;
        this.beside = beside;
        this.parts = parts;
    }

    /** Positions evaluated so far. */
    public long evaluated() {
        return evaluated;
    }

    /** Plays all games to their ends, or until it is stopped. */
    public void play(List<GumbelSearch> games, Listener listener, BooleanSupplier stopped) {
        List<Part> waiting = new ArrayList<>();
        for (int k = 0; k < parts; k++) {
            waiting.add(new Part(games, games.size() * k / parts, games.size() * (k + 1) / parts));
        }
        try {
            while (waiting.stream().anyMatch(part -> part.left > 0) && !stopped.getAsBoolean()) {
                for (int k = 0; k < parts; k++) {
                    waiting.get(k).ask();
                    waiting.get((k + 1) % parts).answered(listener);
                }
            }
        } finally {
            waiting.forEach(Part::await);
        }
    }

    /** A range of games, whose batch may be in flight. */
    private final class Part {
        private final List<GumbelSearch> games;
        private final int from;
        private final boolean[] ended;
        private final int[] counts;
        private CompletableFuture<List<Evaluation>> flying;
        private int left;

        Part(List<GumbelSearch> games, int from, int to) {
            this.games = games.subList(from, to);
            this.from = from;
            ended = new boolean[to - from];
            counts = new int[to - from];
            left = to - from;
        }

        void ask() {
            if (left == 0) {
                return;
            }
            List<BitsetState> positions = new ArrayList<>();
            for (int k = 0; k < counts.length; k++) {
                counts[k] = 0;
                if (!ended[k]) {
                    List<BitsetState> wanted = games.get(k).select();
                    counts[k] = wanted.size();
                    positions.addAll(wanted);
                }
            }
            evaluated += positions.size();
            flying = positions.isEmpty()
                    ? CompletableFuture.completedFuture(List.of())
                    : CompletableFuture.supplyAsync(() -> evaluator.evaluate(positions), beside);
        }

        void answered(Listener listener) {
            if (flying == null) {
                return;
            }
            List<Evaluation> answers = answers();
            int at = 0;
            for (int k = 0; k < counts.length; k++) {
                if (!ended[k]) {
                    games.get(k).accept(answers.subList(at, at + counts[k]));
                    at += counts[k];
                    if (advance(from + k, games.get(k), listener)) {
                        ended[k] = true;
                        left--;
                    }
                }
            }
        }

        private List<Evaluation> answers() {
            try {
                return flying.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            } finally {
                flying = null;
            }
        }

        /** Waits for the batch in flight, so that the evaluator may be closed. */
        void await() {
            if (flying != null) {
                flying.exceptionally(failure -> List.of()).join();
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
