package crosscountry.elimination.state;

import crosscountry.elimination.Legality;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The classical elimination orders, and reading an order from text. */
public final class Orders {
    /** Vertices from which on lists of neighbours are smaller than rows of bits. */
    private static final int LARGE = 1000;

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
        EliminationState state = state(graph, rules);
        state.playMarkowitz();
        return state.order();
    }

    /** The cheapest of {@code n} Markowitz orders with ties broken at random from {@code seed}. */
    public static Order bestOfMarkowitz(Graph graph, CostModel rules, int n, long seed) {
        if (n < 1) {
            throw new GraphException("best of " + n + " Markowitz orders: at least 1 is needed");
        }
        Random random = new Random(seed);
        EliminationState best = markowitz(graph, rules, random);
        for (int k = 1; k < n; k++) {
            EliminationState other = markowitz(graph, rules, random);
            best = other.spent() < best.spent() ? other : best;
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

    /** Plays by the smallest degree, ties drawn at random. */
    private static EliminationState markowitz(Graph graph, CostModel rules, Random ties) {
        EliminationState state = state(graph, rules);
        while (!state.done()) {
            int[] least = leastDegree(state);
            state.eliminate(least[ties.nextInt(least.length)]);
        }
        return state;
    }

    private static int[] leastDegree(EliminationState state) {
        int[] least = new int[state.openCount()];
        int count = 0;
        long degree = Long.MAX_VALUE;
        for (int index = 0; index < state.size(); index++) {
            if (!state.isOpen(index)) {
                continue;
            }
            long own = state.markowitzDegree(index);
            if (own < degree) {
                count = 0;
                degree = own;
            }
            if (own == degree) {
                least[count++] = index;
            }
        }
        return Arrays.copyOf(least, count);
    }

    /** Lists for large graphs of scalars; for others rows of bits, as far as they fit. */
    private static EliminationState state(Graph graph, CostModel rules) {
        if (graph.vertices().size() > LARGE && SparseState.plays(graph, rules)) {
            return SparseState.of(graph, rules);
        }
        if (graph.vertices().size() > StateTemplate.MOST_VERTICES) {
            throw new GraphException(
                    "Markowitz orders are played on up to " + StateTemplate.MOST_VERTICES + " vertices; " + graph.name()
                            + " has " + graph.vertices().size()
                            + ". Graphs of scalars have no such limit, with the cost published or algebra");
        }
        return BitsetState.of(graph, rules);
    }
}
