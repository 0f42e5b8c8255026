package crosscountry.tuning;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.jacobian.Jacobians;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Selection;
import crosscountry.search.Search;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Looks for an order whose compiled Jacobian is fast. Measuring an order takes a fifth of a second, so few are
 * measured: orders with low counts, and variations of them, train a surrogate of run time on this machine; annealing on
 * the surrogate finds candidates; the finalists are measured against each other.
 */
public final class RuntimeSearch {
    private static final int ROUNDS = 15;
    private static final int FINAL_ROUNDS = 61;

    private final Graph graph;
    private final double[] x;
    private final SplittableRandom random;
    private final BooleanSupplier stopped;
    private final long start = System.nanoTime();
    private final double seconds;
    private final Map<Order, Double> measured = new LinkedHashMap<>();
    private final Map<Order, String> names = new LinkedHashMap<>();
    private final List<double[]> features = new ArrayList<>();
    private long guessed;

    private RuntimeSearch(Graph graph, double[] x, double seconds, long seed, BooleanSupplier stopped) {
        this.graph = graph;
        this.x = x;
        this.seconds = seconds;
        random = new SplittableRandom(seed);
        this.stopped = stopped;
    }

    /**
     * @param x where to run; the time of straight-line code hardly depends on it
     * @param seconds approximate duration; the first and last measurements are always made
     * @param stopped polled between measurements; true skips to the finalists
     */
    public static RuntimeResult solve(Graph graph, double[] x, double seconds, long seed, BooleanSupplier stopped) {
        return new RuntimeSearch(graph, x, seconds, seed, stopped).solve();
    }

    /** A point for graphs whose user names none: numbers around 1. */
    public static double[] somewhere(Graph graph) {
        return new SplittableRandom(1)
                .doubles(Selection.inputs(graph), 0.8, 1.2)
                .toArray();
    }

    private boolean before(double part) {
        return !stopped.getAsBoolean() && (System.nanoTime() - start) / 1e9 < part * seconds;
    }

    private RuntimeResult solve() {
        Stopwatch watch = new Stopwatch(Jacobians.of(graph, Orders.reverse(graph)), x, random.nextLong());
        List<Order> seeds = new ArrayList<>();
        seed(seeds, "reverse", Orders.reverse(graph));
        for (CostModel rules : List.of(CostModel.FLOPS, CostModel.MULTIPLICATIONS, CostModel.MEMORY)) {
            seed(
                    seeds,
                    rules.label(),
                    Search.of(graph)
                            .cost(rules)
                            .seconds(Math.max(0.05, 0.05 * seconds))
                            .seed(random.nextLong())
                            .threads(1)
                            .stopWhen(stopped)
                            .run()
                            .order());
        }
        seed(seeds, "forward", Orders.forward(graph));
        seeds.forEach(order -> measure(watch, order));
        while (before(0.5) && !changed(seeds.get(0)).equals(seeds.get(0))) {
            Order order = seeds.get(random.nextInt(seeds.size()));
            for (int k = random.nextInt(1, 8); k > 0; k--) {
                order = changed(order);
            }
            names.putIfAbsent(order, "changed");
            measure(watch, order);
        }
        Surrogate surrogate = Surrogate.fit(
                features,
                measured.values().stream().mapToDouble(Double::doubleValue).toArray());
        Order guess = anneal(surrogate);
        names.putIfAbsent(guess, "surrogate");
        return finals(watch, guess);
    }

    private void seed(List<Order> seeds, String name, Order order) {
        if (names.putIfAbsent(order, name) == null) {
            seeds.add(order);
        }
    }

    private void measure(Stopwatch watch, Order order) {
        if (!measured.containsKey(order)) {
            JacobianPlan plan = Jacobians.of(graph, order);
            features.add(Surrogate.features(plan.program()));
            measured.put(order, watch.time(List.of(plan), x, ROUNDS).get(0).ratio());
        }
    }

    /** One vertex moved to another place. */
    private Order changed(Order order) {
        List<Integer> vertices = new ArrayList<>(order.vertices());
        if (vertices.size() > 1) {
            int vertex = vertices.remove(random.nextInt(vertices.size()));
            vertices.add(random.nextInt(vertices.size() + 1), vertex);
        }
        return new Order(vertices);
    }

    private Order anneal(Surrogate surrogate) {
        Order best = measured.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        Order at = best;
        double time = guess(surrogate, at);
        double least = time;
        while (before(0.8) && at.vertices().size() > 1) {
            double gone = ((System.nanoTime() - start) / 1e9 / seconds - 0.5) / 0.3;
            Order next = changed(at);
            double own = guess(surrogate, next);
            if (own <= time || random.nextDouble() < Math.exp((time - own) / (0.01 * Math.max(0.01, 1 - gone)))) {
                at = next;
                time = own;
                best = own < least ? next : best;
                least = Math.min(own, least);
            }
        }
        return best;
    }

    private double guess(Surrogate surrogate, Order order) {
        guessed++;
        return surrogate.time(Surrogate.features(Program.of(graph, order)));
    }

    /** The guess, the fastest so far, and those that counts chose, in one measurement. */
    private RuntimeResult finals(Stopwatch watch, Order guess) {
        List<Order> last = new ArrayList<>(List.of(guess));
        measured.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(3)
                .map(Map.Entry::getKey)
                .forEach(last::add);
        names.forEach((order, name) -> {
            if (!name.equals("changed") && !name.equals("forward")) {
                last.add(order);
            }
        });
        List<Order> each = last.stream().distinct().toList();
        List<Timing> timings = watch.time(
                each.stream().map(order -> Jacobians.of(graph, order)).toList(), x, FINAL_ROUNDS);
        List<RuntimeResult.Finalist> finalists = new ArrayList<>();
        for (int k = 0; k < each.size(); k++) {
            finalists.add(new RuntimeResult.Finalist(names.get(each.get(k)), each.get(k), timings.get(k)));
        }
        finalists.sort(Comparator.comparingDouble(finalist -> finalist.timing().ratio()));
        return new RuntimeResult(graph, finalists, measured.size(), guessed, (System.nanoTime() - start) / 1e9);
    }
}
