package crosscountry;

import crosscountry.graph.Graph;
import crosscountry.search.Search;
import crosscountry.search.SearchResult;
import crosscountry.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The default method with ten seeds on each task, as a Markdown table: {@code java crosscountry.TenSeeds SECONDS
 * [TASK...]}; two threads.
 */
public final class TenSeeds {
    private static final List<String> TASKS = List.of(
            "RoeFlux_1d",
            "RoeFlux_3d",
            "RobotArm_6DOF",
            "HumanHeartDipole",
            "PropaneCombustion",
            "BlackScholes_Jacobian",
            "Perceptron",
            "Encoder",
            "f",
            "g",
            "Helmholtz");

    private TenSeeds() {}

    public static void main(String[] arguments) {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 10;
        System.out.println(
                "| task | totals | bounds | proved | time to best: median, longest | orders tried a second |");
        System.out.println("|---|---|---|---|---|---|");
        for (String task : arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : TASKS) {
            row(Tasks.graph(task), seconds);
        }
    }

    private static void row(Graph graph, double seconds) {
        TreeMap<Long, Integer> totals = new TreeMap<>();
        TreeMap<Long, Integer> bounds = new TreeMap<>();
        List<Double> found = new ArrayList<>();
        int proved = 0;
        double rate = 0;
        for (int seed = 1; seed <= 10; seed++) {
            SearchResult result =
                    Search.of(graph).seconds(seconds).seed(seed).threads(2).run();
            totals.merge(result.total(), 1, Integer::sum);
            bounds.merge(result.lowerBound(), 1, Integer::sum);
            found.add(result.best().seconds());
            proved += result.optimal() ? 1 : 0;
            rate += result.evaluations() / result.seconds() / 10;
        }
        found.sort(Double::compare);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %d | %.2f s, %.2f s | %,.0f |%n",
                graph.name(),
                times(totals),
                times(bounds),
                proved,
                (found.get(4) + found.get(5)) / 2,
                found.get(9),
                rate);
    }

    private static String times(Map<Long, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " (" + count.getValue() + "x)")
                .collect(Collectors.joining(", "));
    }
}
