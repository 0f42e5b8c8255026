package crosscountry.elimination;

import crosscountry.elimination.edge.Edge;
import crosscountry.graph.Graph;
import crosscountry.graph.Primitive;
import crosscountry.graph.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How an order relates to its function: each vertex with its place in the program and in the order, and how far the
 * order follows the program, the depth and the degrees.
 *
 * @param rows one per eliminated vertex, in program order
 */
public record OrderReport(Elimination elimination, List<Row> rows) {
    /**
     * @param fromInputs the longest way from an input, in edges
     * @param toOutputs the longest way to an output, in edges
     * @param degree the Markowitz degree in the whole graph
     * @param step when it was eliminated, from 1
     * @param cost of that step
     */
    public record Row(
            int vertex,
            Primitive operation,
            Optional<Source> source,
            int fromInputs,
            int toOutputs,
            long degree,
            int step,
            long cost) {}

    public OrderReport {
        rows = List.copyOf(rows);
    }

    public static OrderReport of(Elimination elimination) {
        Graph graph = elimination.graph();
        Linearization start = Linearization.of(graph, elimination.rules());
        Map<Integer, Integer> above = depths(start.edges(), graph, false);
        Map<Integer, Integer> below = depths(start.edges(), graph, true);
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < elimination.steps().size(); k++) {
            Step step = elimination.steps().get(k);
            var vertex = graph.vertex(step.vertex());
            rows.add(new Row(
                    step.vertex(),
                    vertex.primitive(),
                    vertex.source(),
                    above.getOrDefault(vertex.id(), 0),
                    below.getOrDefault(vertex.id(), 0),
                    start.markowitzDegree(step.vertex()),
                    k + 1,
                    step.cost()));
        }
        rows.sort((one, other) -> Integer.compare(one.vertex(), other.vertex()));
        return new OrderReport(elimination, rows);
    }

    /** Longest ways by edges; edges come by ascending target, so that one pass is enough in each direction. */
    private static Map<Integer, Integer> depths(List<Edge> edges, Graph graph, boolean backwards) {
        Map<Integer, Integer> depths = new HashMap<>();
        for (int k = 0; k < edges.size(); k++) {
            Edge edge = edges.get(backwards ? edges.size() - 1 - k : k);
            int near = backwards ? graph.id(edge.target()) : edge.source();
            int far = backwards ? edge.source() : graph.id(edge.target());
            depths.merge(far, depths.getOrDefault(near, 0) + 1, Math::max);
        }
        return depths;
    }

    /** Spearman's rank correlation between the step of elimination and something else; 0 where either does not vary. */
    public double correlation(ToDoubleFunction<Row> other) {
        double[] steps = ranks(rows.stream().mapToDouble(Row::step).toArray());
        double[] values = ranks(rows.stream().mapToDouble(other).toArray());
        double mean = (rows.size() + 1) / 2.0;
        double product = 0;
        double first = 0;
        double second = 0;
        for (int k = 0; k < steps.length; k++) {
            product += (steps[k] - mean) * (values[k] - mean);
            first += (steps[k] - mean) * (steps[k] - mean);
            second += (values[k] - mean) * (values[k] - mean);
        }
        return first == 0 || second == 0 ? 0 : product / Math.sqrt(first * second);
    }

    /** Ranks from 1; equal values share the mean of theirs. */
    private static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            for (double other : values) {
                ranks[k] += other < values[k] ? 1 : other == values[k] ? 0.5 : 0;
            }
            ranks[k] += 0.5;
        }
        return ranks;
    }

    /** Two or three sentences. */
    public String inWords() {
        double program = correlation(Row::vertex);
        double degree = correlation(Row::degree);
        double depth = correlation(Row::fromInputs);
        long dear = rows.stream()
                .mapToLong(Row::cost)
                .sorted()
                .skip(rows.size() * 9L / 10)
                .sum();
        return String.format(
                Locale.ROOT,
                "%s: %d %s in %d steps. The order %s (rank correlation with the program %.2f, with the depth %.2f) "
                        + "and %s (with the degrees %.2f). The dearest tenth of the steps takes %.0f %% of the cost.",
                elimination.graph().name(),
                elimination.total(),
                elimination.rules().unit(),
                rows.size(),
                program > 0.5
                        ? "mostly goes forward"
                        : program < -0.5 ? "mostly goes in reverse" : "goes neither forward nor in reverse",
                program,
                depth,
                degree > 0.4
                        ? "keeps vertices of high degree for later"
                        : degree < -0.4 ? "takes vertices of high degree early" : "heeds degrees little",
                degree,
                100.0 * dear / Math.max(1, rows.stream().mapToLong(Row::cost).sum()));
    }

    @Override
    public String toString() {
        return inWords();
    }
}
