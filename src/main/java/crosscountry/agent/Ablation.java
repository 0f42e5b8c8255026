package crosscountry.agent;

import crosscountry.graph.Graph;
import crosscountry.search.Search;
import crosscountry.search.SearchResult;
import crosscountry.search.method.Budget;
import crosscountry.search.method.SearchMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Search or learning? The same graph under the same budget, on one thread: random orders, a heuristic, annealing from
 * program order and from the best greedy order, tree search with a uniform, a heuristic and a learned prior, the
 * learned policy alone, and the learned policy followed by annealing. First for equal seconds, then for equal numbers
 * of evaluations; every seed is reported.
 */
public record Ablation(Graph graph, double seconds, long evaluations, List<Row> rows) {
    /**
     * One method: its totals at equal seconds and at equal evaluations, one a seed.
     *
     * @param tried evaluations in those seconds, of the first seed
     */
    public record Row(String method, List<Long> bySeconds, List<Long> byEvaluations, long tried) {
        public double meanBySeconds() {
            return bySeconds.stream().mapToLong(x -> x).average().orElse(Double.NaN);
        }

        public double meanByEvaluations() {
            return byEvaluations.stream().mapToLong(x -> x).average().orElse(Double.NaN);
        }
    }

    public Ablation {
        rows = List.copyOf(rows);
    }

    /** @param networks trained and untrained networks by the name of their row; may be empty */
    public static Ablation of(
            Graph graph,
            double seconds,
            long evaluations,
            int seeds,
            Map<String, Evaluator> networks,
            BooleanSupplier stopped) {
        GumbelSettings settings = GumbelSettings.selfPlay(16);
        Map<String, SearchMethod> methods = new LinkedHashMap<>();
        for (String name : List.of("random", "markowitz", "annealing", "portfolio")) {
            methods.put(name, SearchMethod.named(name));
        }
        methods.put(
                "tree search, uniform prior", new GumbelMethod("tree", new UniformEvaluator(), settings.playedOut()));
        methods.put(
                "tree search, Markowitz prior",
                new GumbelMethod("tree", new HeuristicEvaluator(), settings.playedOut()));
        methods.put("tree search, learned score", new GumbelMethod("tree", ScoreAgent.shipped(), settings.playedOut()));
        methods.put("learned score, lookahead", new Lookahead(ScoreAgent.shipped(), 8));
        methods.put("learned score alone", new AgentMethod(ScoreAgent.shipped(), 0));
        methods.put("learned score, then annealing", new AgentThenAnnealing(ScoreAgent.shipped()));
        networks.forEach((name, network) -> {
            // a network's values are estimates, so its tree has no whole game before its first is played: its policy's
            // comes first
            methods.put("tree search, " + name, new AgentMethod(network, AgentMethod.UNLIMITED));
            methods.put(name + " alone", new AgentMethod(network, 0));
            methods.put(name + ", then annealing", new AgentThenAnnealing(network));
        });
        List<Row> rows = new ArrayList<>();
        methods.forEach((name, method) -> {
            List<Long> bySeconds = new ArrayList<>();
            List<Long> byEvaluations = new ArrayList<>();
            long tried = 0;
            for (int seed = 1; seed <= seeds && !stopped.getAsBoolean(); seed++) {
                SearchResult timed = run(method, Budget.seconds(seconds), seed, graph, stopped);
                tried = seed == 1 ? timed.evaluations() : tried;
                bySeconds.add(timed.total());
                byEvaluations.add(run(method, Budget.evaluations(evaluations), seed, graph, stopped)
                        .total());
            }
            rows.add(new Row(name, List.copyOf(bySeconds), List.copyOf(byEvaluations), tried));
        });
        return new Ablation(graph, seconds, evaluations, rows);
    }

    private static SearchResult run(
            SearchMethod method, Budget budget, int seed, Graph graph, BooleanSupplier stopped) {
        return Search.of(graph)
                .method(method)
                .budget(budget)
                .raiseBound(false)
                .seed(seed)
                .threads(1)
                .stopWhen(stopped)
                .run();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: totals of each seed%n%-30s %22s %26s %12s",
                graph.name(),
                "method",
                "in " + seconds + " s",
                "with " + evaluations + " evaluations",
                "tried"));
        rows.forEach(row -> text.append(String.format(
                Locale.ROOT,
                "%n%-30s %22s %26s %12d",
                row.method(),
                row.bySeconds(),
                row.byEvaluations(),
                row.tried())));
        return text.toString();
    }
}
