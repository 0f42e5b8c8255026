package crosscountry.search.method;

import crosscountry.graph.GraphException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The options of a search; each method returns a changed copy.
 *
 * @param stopped polled often, from any thread; true ends the search, which keeps its incumbent
 * @param listener called for each new incumbent, in order
 */
public record SearchOptions(Budget budget, long seed, int threads, BooleanSupplier stopped, Consumer<Best> listener) {
    public SearchOptions {
        if (threads < 1) {
            throw new GraphException("a search needs at least 1 thread, not " + threads);
        }
    }

    /** Seed 0, all cores. */
    public static SearchOptions of(Budget budget) {
        return new SearchOptions(budget, 0, Runtime.getRuntime().availableProcessors(), () -> false, best -> {});
    }

    public SearchOptions budget(Budget other) {
        return new SearchOptions(other, seed, threads, stopped, listener);
    }

    public SearchOptions seed(long other) {
        return new SearchOptions(budget, other, threads, stopped, listener);
    }

    public SearchOptions threads(int other) {
        return new SearchOptions(budget, seed, other, stopped, listener);
    }

    public SearchOptions stopWhen(BooleanSupplier other) {
        return new SearchOptions(budget, seed, threads, other, listener);
    }

    public SearchOptions onBest(Consumer<Best> other) {
        return new SearchOptions(budget, seed, threads, stopped, other);
    }
}
