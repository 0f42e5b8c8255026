package crosscountry.agent;

import crosscountry.graph.Graph;
import crosscountry.search.Search;
import crosscountry.search.SearchResult;
import crosscountry.search.method.Budget;
import crosscountry.search.method.SearchMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * All methods on one graph under the same budget, each with several seeds on one thread.
 *
 * @param results for each method its runs
 */
public record Comparison(Graph graph, String budget, List<Row> results) {
    /** The runs of one method, one a seed. */
    public record Row(String method, List<SearchResult> runs) {
        public long best() {
            return runs.stream().mapToLong(SearchResult::total).min().orElseThrow();
        }

        public double mean() {
            return runs.stream().mapToLong(SearchResult::total).average().orElseThrow();
        }

        /** The run with the lowest cost. */
        public SearchResult run() {
            return runs.stream()
                    .filter(run -> run.total() == best())
                    .findFirst()
                    .orElseThrow();
        }
    }

    public Comparison {
        results = List.copyOf(results);
    }

    public static Comparison seconds(Graph graph, double seconds, int seeds, BooleanSupplier stopped) {
        return of(graph, Budget.seconds(seconds), String.format(Locale.ROOT, "%.3g s each", seconds), seeds, stopped);
    }

    public static Comparison evaluations(Graph graph, long evaluations, int seeds, BooleanSupplier stopped) {
        return of(graph, Budget.evaluations(evaluations), evaluations + " tries each", seeds, stopped);
    }

    private static Comparison of(Graph graph, Budget budget, String name, int seeds, BooleanSupplier stopped) {
        List<Row> rows = new ArrayList<>();
        for (SearchMethod method : SearchMethod.all()) {
            if (method.isExact()) {
                continue; // it needs what it needs
            }
            List<SearchResult> runs = new ArrayList<>();
            for (int seed = 1; seed <= seeds && !stopped.getAsBoolean(); seed++) {
                runs.add(Search.of(graph)
                        .method(method)
                        .budget(budget)
                        .seed(seed)
                        .threads(1)
                        .stopWhen(stopped)
                        .run());
            }
            if (!runs.isEmpty()) {
                rows.add(new Row(method.name(), List.copyOf(runs)));
            }
        }
        rows.sort((one, other) -> Double.compare(one.mean(), other.mean()));
        return new Comparison(graph, name, rows);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(graph.name() + ", " + budget
                + String.format("%n%-20s %8s %10s %12s", "method", "best", "mean", "tries"));
        results.forEach(row -> text.append(String.format(
                Locale.ROOT,
                "%n%-20s %8d %10.1f %12d",
                row.method(),
                row.best(),
                row.mean(),
                row.runs().stream().mapToLong(SearchResult::evaluations).sum()
                        / row.runs().size())));
        return text.toString();
    }
}
