package crosscountry.elimination;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What several orders of one graph have in common, for instance those that a search found from different seeds.
 *
 * @param chain the longest sequence of vertices that all orders have in this order, not necessarily next to each other
 * @param blocks the longest runs of at least two vertices that stand next to each other in all orders, longest first
 * @param agreement the share of pairs of vertices that stand the same way round in all orders, 0 to 1
 */
public record CommonOrder(
        Graph graph, List<Order> orders, List<Integer> chain, List<List<Integer>> blocks, double agreement) {
    public CommonOrder {
        orders = List.copyOf(orders);
        chain = List.copyOf(chain);
        blocks = List.copyOf(blocks);
    }

    /** At least one complete order of the graph; an incomplete one is an error that names what it leaves open. */
    public static CommonOrder of(Graph graph, List<Order> orders) {
        if (orders.isEmpty()) {
            throw new GraphException("what orders have in common needs at least one order");
        }
        orders.forEach(order -> Legality.check(graph, order));
        List<Map<Integer, Integer>> places =
                orders.stream().map(CommonOrder::places).toList();
        List<Integer> first = orders.get(0).vertices();
        return new CommonOrder(graph, orders, chain(first, places), blocks(first, places), agreement(first, places));
    }

    private static Map<Integer, Integer> places(Order order) {
        Map<Integer, Integer> places = new HashMap<>();
        order.vertices().forEach(vertex -> places.put(vertex, places.size()));
        return places;
    }

    private static boolean precedes(int one, int other, List<Map<Integer, Integer>> places) {
        return places.stream().allMatch(place -> place.get(one) < place.get(other));
    }

    /** The longest way through "precedes in all orders", which the first order sorts. */
    private static List<Integer> chain(List<Integer> first, List<Map<Integer, Integer>> places) {
        int n = first.size();
        int[] length = new int[n];
        int[] before = new int[n];
        int last = -1;
        for (int k = 0; k < n; k++) {
            before[k] = -1;
            length[k] = 1;
            for (int j = 0; j < k; j++) {
                if (length[j] + 1 > length[k] && precedes(first.get(j), first.get(k), places)) {
                    length[k] = length[j] + 1;
                    before[k] = j;
                }
            }
            last = last < 0 || length[k] > length[last] ? k : last;
        }
        List<Integer> chain = new ArrayList<>();
        for (int k = last; k >= 0; k = before[k]) {
            chain.add(0, first.get(k));
        }
        return chain;
    }

    private static List<List<Integer>> blocks(List<Integer> first, List<Map<Integer, Integer>> places) {
        List<List<Integer>> blocks = new ArrayList<>();
        List<Integer> block = new ArrayList<>();
        for (int vertex : first) {
            boolean follows = !block.isEmpty()
                    && places.stream()
                            .allMatch(place -> place.get(vertex) == place.get(block.get(block.size() - 1)) + 1);
            if (!follows) {
                blocks.add(List.copyOf(block));
                block.clear();
            }
            block.add(vertex);
        }
        blocks.add(List.copyOf(block));
        return blocks.stream()
                .filter(run -> run.size() > 1)
                .sorted((one, other) -> Integer.compare(other.size(), one.size()))
                .toList();
    }

    private static double agreement(List<Integer> first, List<Map<Integer, Integer>> places) {
        long same = 0;
        long pairs = 0;
        for (int k = 0; k < first.size(); k++) {
            for (int j = 0; j < k; j++) {
                pairs++;
                same += precedes(first.get(j), first.get(k), places) || precedes(first.get(k), first.get(j), places)
                        ? 1
                        : 0;
            }
        }
        return pairs == 0 ? 1 : (double) same / pairs;
    }

    /** The names of vertices with their operations, ten a line. */
    private String named(List<Integer> vertices) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < vertices.size(); k++) {
            text.append(k == 0 ? "" : k % 10 == 0 ? String.format(",%n      ") : ", ");
            text.append("v")
                    .append(vertices.get(k))
                    .append(' ')
                    .append(graph.vertex(vertices.get(k)).primitive());
        }
        return text.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d orders of %s, %d vertices: %.0f %% of all pairs stand the same way round in all of them%n"
                        + "  longest common sequence, %d vertices:%n      %s",
                orders.size(),
                graph.name(),
                orders.get(0).vertices().size(),
                100 * agreement,
                chain.size(),
                named(chain)));
        blocks.stream()
                .limit(8)
                .forEach(block ->
                        text.append(String.format("%n  always together: ")).append(named(block)));
        return text.toString();
    }
}
