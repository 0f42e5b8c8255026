package crosscountry.elimination;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The classical elimination orders, and reading an order from text. */
public final class Orders {
    private Orders() {}

    /** Program order: forward mode. */
    public static Order forward(Graph graph) {
        return new Order(List.copyOf(Legality.eliminable(graph)));
    }

    /** Program order backwards: reverse mode. */
    public static Order reverse(Graph graph) {
        return forward(graph).reversed();
    }

    /** Smallest Markowitz degree first, ties to the lowest vertex number. */
    public static Order markowitz(Graph graph, CostModel rules) {
        return markowitz(graph, rules, null).order();
    }

    /** The cheapest of {@code n} Markowitz orders with ties broken at random from {@code seed}. */
    public static Order bestOfMarkowitz(Graph graph, CostModel rules, int n, long seed) {
        if (n < 1) {
            throw new GraphException("best of " + n + " Markowitz orders: at least 1 is needed");
        }
        Random random = new Random(seed);
        Elimination best = markowitz(graph, rules, random);
        for (int k = 1; k < n; k++) {
            Elimination other = markowitz(graph, rules, random);
            best = other.total() < best.total() ? other : best;
        }
        return best.order();
    }

    /**
     * forward, reverse, markowitz, vertex numbers with commas between them, or a JSON file with a list of vertices or
     * an object with such a list as its field {@code order}. Whether the vertices are a complete order is seen when it
     * is played.
     */
    public static Order parse(String text, Graph graph, CostModel rules) {
        return switch (text.strip()) {
            case "forward" -> forward(graph);
            case "reverse" -> reverse(graph);
            case "markowitz" -> markowitz(graph, rules);
            default -> isFile(text.strip()) ? OrderFile.read(Path.of(text.strip())) : new Order(numbers(text));
        };
    }

    private static boolean isFile(String text) {
        try {
            return text.endsWith(".json") || Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static List<Integer> numbers(String text) {
        List<Integer> vertices = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            try {
                vertices.add(Integer.parseInt(word.strip()));
            } catch (NumberFormatException e) {
                throw new GraphException(
                        "\"" + word.strip() + "\" in the order is not a vertex number; an order is forward, "
                                + "reverse, markowitz, vertex numbers with commas between them, or a JSON file");
            }
        }
        return vertices;
    }

    private static Elimination markowitz(Graph graph, CostModel rules, Random ties) {
        Linearization state = Linearization.of(graph, rules);
        List<Integer> order = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        while (!state.isFinished()) {
            List<Integer> least = leastDegree(state);
            int vertex = least.get(ties == null ? 0 : ties.nextInt(least.size()));
            Step step = state.eliminate(vertex);
            order.add(vertex);
            steps.add(step);
            state = step.after();
        }
        return new Elimination(graph, rules, new Order(order), steps);
    }

    private static List<Integer> leastDegree(Linearization state) {
        List<Integer> least = new ArrayList<>();
        long degree = Long.MAX_VALUE;
        for (int vertex : state.open()) {
            long own = state.markowitzDegree(vertex);
            if (own < degree) {
                least.clear();
                degree = own;
            }
            if (own == degree) {
                least.add(vertex);
            }
        }
        return least;
    }
}
