package crosscountry.tuning;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.jacobian.Jacobians;
import crosscountry.search.Search;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Many orders of one graph by multiplications, flops, memory and measured run time, and how well the counts rank the
 * time.
 */
public record ObjectiveStudy(Graph graph, List<Row> rows) {
    /** @param nanos for one Jacobian in a batch, by median ratio to the control, reverse mode */
    public record Row(Order order, long multiplications, long flops, long memory, double nanos) {}

    private static final int ROUNDS = 9;

    public ObjectiveStudy {
        rows = List.copyOf(rows);
    }

    /**
     * A quarter of the orders drawn at random, the others good ones with 0 to as many changes as there are vertices.
     */
    public static ObjectiveStudy of(Graph graph, double[] x, int count, long seed) {
        Random random = new Random(seed);
        List<Order> good = List.of(
                Orders.reverse(graph),
                Orders.forward(graph),
                Orders.markowitz(graph, CostModel.ALGEBRA),
                Search.of(graph).cost(CostModel.FLOPS).seconds(0.3).run().order());
        Set<Order> orders = new LinkedHashSet<>(good);
        for (int tries = 0; orders.size() < count && tries < 20 * count; tries++) {
            List<Integer> vertices =
                    new ArrayList<>(good.get(tries % good.size()).vertices());
            if (tries % 4 == 0) {
                Collections.shuffle(vertices, random);
            } else {
                for (int k = (int) Math.pow(vertices.size(), random.nextDouble()); k > 0; k--) {
                    vertices.add(random.nextInt(vertices.size()), vertices.remove(random.nextInt(vertices.size())));
                }
            }
            orders.add(new Order(vertices));
        }
        Stopwatch watch = new Stopwatch(Jacobians.of(graph, Orders.reverse(graph)), x, seed);
        List<Row> rows = new ArrayList<>();
        for (Order order : orders) {
            Timing timing =
                    watch.time(List.of(Jacobians.of(graph, order)), x, ROUNDS).get(0);
            rows.add(new Row(
                    order,
                    total(graph, CostModel.MULTIPLICATIONS, order),
                    total(graph, CostModel.FLOPS, order),
                    total(graph, CostModel.MEMORY, order),
                    timing.nanos()));
        }
        return new ObjectiveStudy(graph, rows);
    }

    private static long total(Graph graph, CostModel rules, Order order) {
        return Elimination.run(graph, rules, order).total();
    }

    /** Spearman's rank correlation of a count with the measured time, -1 to 1. */
    public double correlation(ToDoubleFunction<Row> count) {
        return correlation(
                rows.stream().mapToDouble(count).toArray(),
                rows.stream().mapToDouble(Row::nanos).toArray());
    }

    static double correlation(double[] a, double[] b) {
        double[] x = ranks(a);
        double[] y = ranks(b);
        double centre = (x.length + 1) / 2.0;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int k = 0; k < x.length; k++) {
            xy += (x[k] - centre) * (y[k] - centre);
            xx += (x[k] - centre) * (x[k] - centre);
            yy += (y[k] - centre) * (y[k] - centre);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /** From 1; equal values share the mean of their ranks. */
    static double[] ranks(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(k -> {
                    long below = IntStream.range(0, values.length)
                            .filter(j -> values[j] < values[k])
                            .count();
                    long equal = IntStream.range(0, values.length)
                            .filter(j -> values[j] == values[k])
                            .count();
                    return below + (equal + 1) / 2.0;
                })
                .toArray();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %d orders: rank correlation with measured time: multiplications %.2f, flops %.2f, memory %.2f",
                graph.name(),
                rows.size(),
                correlation(Row::multiplications),
                correlation(Row::flops),
                correlation(Row::memory));
    }
}
