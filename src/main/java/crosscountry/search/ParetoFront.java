package crosscountry.search;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.search.method.Budget;
import crosscountry.search.method.OrderMoves;
import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.SearchMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Orders none of which beats another in both of two costs, for instance multiplications and memory. Found by annealing
 * on weighted sums of the two, relative to the best of each, with weights redrawn each round; every evaluated order may
 * enter.
 *
 * @param points by the first cost, ascending; so the second descends
 */
public record ParetoFront(
        Graph graph, CostModel first, CostModel second, List<Point> points, long evaluations, double seconds) {
    /** An order with its two costs. */
    public record Point(Order order, long first, long second) {}

    private static final int ROUND = 3000;

    public ParetoFront {
        points = List.copyOf(points);
    }

    /** @param stopped polled often; true ends the search, which keeps what it has found */
    public static ParetoFront of(
            Graph graph, CostModel first, CostModel second, double seconds, long seed, BooleanSupplier stopped) {
        if (first == second) {
            throw new GraphException("a front needs two different costs, not " + first.label() + " twice");
        }
        return new Finder(graph, first, second, seed).find(seconds, stopped);
    }

    /** How many orders there are, in words. */
    public String headline() {
        return graph.name() + ": "
                + (points.size() == 1
                        ? "one order is the best in both"
                        : points.size() + " orders, none better than another in both");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(headline());
        points.forEach(point -> text.append(
                String.format("%n%10d %s, %d %s", point.first(), first.label(), point.second(), second.label())));
        return text.toString();
    }

    private static final class Finder {
        private record Entry(int[] order, long first, long second) {}

        private final Graph graph;
        private final StateTemplate template;
        private final BitsetState one;
        private final BitsetState other;
        private final SplittableRandom random;
        private final List<Entry> front = new ArrayList<>();
        private long evaluations;

        Finder(Graph graph, CostModel first, CostModel second, long seed) {
            this.graph = graph;
            template = StateTemplate.of(graph, first);
            one = template.start();
            other = StateTemplate.of(graph, second).start();
            random = new SplittableRandom(seed);
        }

        ParetoFront find(double seconds, BooleanSupplier stopped) {
            long start = System.nanoTime();
            for (CostModel rules : List.of(template.rules(), other.template().rules())) {
                for (String method : List.of("forward", "reverse", "markowitz")) {
                    RunningSearch search = RunningSearch.of(StateTemplate.of(graph, rules), Budget.evaluations(1), 1);
                    SearchMethod.named(method).run(search);
                    enter(played(search.order()));
                }
            }
            BooleanSupplier over = () -> stopped.getAsBoolean() || System.nanoTime() - start > seconds * 1e9;
            while (!over.getAsBoolean() && template.size() > 1) {
                anneal(random.nextDouble(), over);
            }
            List<Point> points = front.stream()
                    .sorted((a, b) -> Long.compare(a.first(), b.first()))
                    .map(entry -> new Point(template.order(entry.order()), entry.first(), entry.second()))
                    .toList();
            return new ParetoFront(
                    graph,
                    template.rules(),
                    other.template().rules(),
                    points,
                    evaluations,
                    (System.nanoTime() - start) / 1e9);
        }

        /** One round with one weight, from the member of the front that is best under it. */
        private void anneal(double weight, BooleanSupplier over) {
            double scaleFirst =
                    Math.max(1, front.stream().mapToLong(Entry::first).min().orElse(1));
            double scaleSecond =
                    Math.max(1, front.stream().mapToLong(Entry::second).min().orElse(1));
            Entry at = front.get(0);
            for (Entry entry : front) {
                at = sum(entry, weight, scaleFirst, scaleSecond) < sum(at, weight, scaleFirst, scaleSecond)
                        ? entry
                        : at;
            }
            OrderMoves moves = new OrderMoves(template.size(), random);
            for (int k = 0; k < ROUND && !over.getAsBoolean(); k++) {
                double temperature = 0.03 * Math.pow(0.01, (double) k / ROUND);
                moves.change(at.order());
                Entry next = played(moves.changed().clone());
                double worse = sum(next, weight, scaleFirst, scaleSecond) - sum(at, weight, scaleFirst, scaleSecond);
                if (worse <= 0 || random.nextDouble() < Math.exp(-worse / temperature)) {
                    at = next;
                    enter(next);
                }
            }
        }

        private static double sum(Entry entry, double weight, double scaleFirst, double scaleSecond) {
            return weight * entry.first() / scaleFirst + (1 - weight) * entry.second() / scaleSecond;
        }

        private Entry played(int[] order) {
            evaluations++;
            return new Entry(order, one.total(order), other.total(order));
        }

        private void enter(Entry next) {
            for (Entry entry : front) {
                if (entry.first() <= next.first() && entry.second() <= next.second()) {
                    return;
                }
            }
            front.removeIf(entry -> next.first() <= entry.first() && next.second() <= entry.second());
            front.add(next);
        }
    }
}
