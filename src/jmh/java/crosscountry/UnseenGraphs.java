package crosscountry;

import crosscountry.edge.Rules;
import crosscountry.game.GameTemplate;
import crosscountry.graph.Graph;
import crosscountry.graph.Shape;
import crosscountry.search.Budget;
import crosscountry.search.Methods;
import crosscountry.search.Portfolio;
import crosscountry.search.SearchResult;
import crosscountry.search.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Search on random programs, as a Markdown table: {@code java crosscountry.UnseenGraphs SECONDS}. Each row is one program of its
 * size, the cheapest of the classical orders, and what the default method finds from three seeds.
 */
public final class UnseenGraphs {
    private UnseenGraphs() {}

    public static void main(String[] arguments) {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 10;
        System.out.println("| kind | vertices to eliminate | forward | reverse | Markowitz | best greedy | search, seeds 1 to 3 | bound | found after |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (RandomOperations.Kind kind : List.of(RandomOperations.Kind.SCALAR, RandomOperations.Kind.SMOOTH)) {
            for (int size : new int[] {20, 50, 100, 200, 500, 1000, 2000}) {
                row(kind, size, seconds);
            }
        }
    }

    private static void row(RandomOperations.Kind kind, int size, double seconds) {
        Graph graph = graph(kind, size, 17L * size + kind.ordinal());
        List<String> totals = new ArrayList<>();
        long greedy = Long.MAX_VALUE;
        for (String method : List.of("forward", "reverse", "markowitz", "relative-markowitz", "minimal-fill", "minimal-damage", "overall-reduction", "eliad")) {
            SearchResult result = new Solver(Methods.named(method), Budget.evaluations(1), 1, 1, () -> false, best -> { }).solve(graph, Rules.PUBLISHED);
            if (totals.size() < 3) {
                totals.add(String.valueOf(result.total()));
            }
            greedy = Math.min(greedy, result.total());
        }
        StringBuilder found = new StringBuilder();
        long bound = 0;
        double after = 0;
        for (int seed = 1; seed <= 3; seed++) {
            SearchResult result = new Solver(new Portfolio(), Budget.seconds(seconds), seed, 2, () -> false, best -> { }).solve(graph, Rules.PUBLISHED);
            found.append(seed > 1 ? ", " : "").append(result.total());
            bound = Math.max(bound, result.lowerBound());
            after = Math.max(after, result.best().seconds());
        }
        System.out.printf(Locale.ROOT, "| %s | %d | %s | %d | %s | %d | %.1f s |%n", kind == RandomOperations.Kind.SCALAR ? "scalar" : "tensor",
                GameTemplate.of(graph, Rules.PUBLISHED).size(), String.join(" | ", totals), greedy, found, bound, after);
    }

    private static Graph graph(RandomOperations.Kind kind, int size, long seed) {
        Random random = new Random(seed);
        List<RandomOperations.Choice> choices = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            choices.add(new RandomOperations.Choice(random.nextInt(1000), random.nextInt(100), random.nextInt(100), random.nextInt(100)));
        }
        Shape shape = kind == RandomOperations.Kind.SCALAR ? Shape.SCALAR : Shape.of(3, 3);
        List<Integer> outputs = List.of(random.nextInt(100), random.nextInt(100), random.nextInt(100));
        return RandomOperations.build(kind, List.of(shape, shape, Shape.SCALAR, kind == RandomOperations.Kind.SCALAR ? Shape.SCALAR : Shape.of(3)), choices, outputs);
    }
}
