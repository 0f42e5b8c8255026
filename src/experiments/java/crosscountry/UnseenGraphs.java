package crosscountry;

import crosscountry.corpus.RandomProgram;
import crosscountry.corpus.RandomTensorProgram;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.search.Search;
import crosscountry.search.SearchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Search on random programs, as a Markdown table: {@code ./crosscountry experiment UnseenGraphs SECONDS}. Each row is
 * one program of its size, the cheapest of the classical orders, and what the default method finds from three seeds.
 */
public final class UnseenGraphs {
    private UnseenGraphs() {}

    public static void main(String[] arguments) {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 10;
        System.out.println(
                "| kind | vertices to eliminate | forward | reverse | Markowitz | best greedy | search, seeds 1 to 3 "
                        + "| bound | found after |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (int size : new int[] {20, 50, 100, 200, 500, 1000, 2000}) {
            row("scalar", RandomProgram.scalar(17L * size, size), seconds);
        }
        for (int size : new int[] {20, 50, 100, 200, 500, 1000, 2000}) {
            row("tensor", RandomTensorProgram.of(17L * size, size), seconds);
        }
    }

    private static void row(String kind, Graph graph, double seconds) {
        List<String> totals = new ArrayList<>();
        long greedy = Long.MAX_VALUE;
        for (String method : List.of(
                "forward",
                "reverse",
                "markowitz",
                "relative-markowitz",
                "minimal-fill",
                "minimal-damage",
                "overall-reduction",
                "eliad")) {
            SearchResult result = Search.of(graph)
                    .method(method)
                    .evaluations(1)
                    .seed(1)
                    .threads(1)
                    .run();
            if (totals.size() < 3) {
                totals.add(String.valueOf(result.total()));
            }
            greedy = Math.min(greedy, result.total());
        }
        StringBuilder found = new StringBuilder();
        long bound = 0;
        double after = 0;
        for (int seed = 1; seed <= 3; seed++) {
            SearchResult result =
                    Search.of(graph).seconds(seconds).seed(seed).threads(2).run();
            found.append(seed > 1 ? ", " : "").append(result.total());
            bound = Math.max(bound, result.lowerBound());
            after = Math.max(after, result.best().seconds());
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %d | %s | %d | %.1f s |%n",
                kind,
                StateTemplate.of(graph, CostModel.PUBLISHED).size(),
                String.join(" | ", totals),
                greedy,
                found,
                bound,
                after);
    }
}
