package crosscountry.kernel.command.graph;

import crosscountry.graph.Graph;
import crosscountry.graph.PrimalValues;
import crosscountry.jacobian.Jacobian;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A Jacobian beside differences of the function: of the method itself, called with numbers, where the graph knows it.
 *
 * @param of "method", or "graph" where there is nothing else to compare with
 * @param largest |difference| / max(1, |slope|) over all values and entries that were compared
 * @param oneSided columns whose differences were taken on one side of the point, since another path begins close by
 * @param unknown entries that were not compared, since the function's slope there is no number
 */
record Differences(String of, double largest, int oneSided, int unknown) {
    /** An entry that is no number is wrong where the slope is confirmed this well. */
    private static final double CONFIRMED = 1e-3;

    /** @param graph has the function that {@code jacobian} is of */
    static Differences of(Graph graph, double[] x, Jacobian jacobian) {
        Graph path = jacobian.graph();
        UnaryOperator<double[]> function = graph.origin()
                .<UnaryOperator<double[]>>map(origin -> origin::call)
                .orElse(point -> values(path, point));
        Predicate<double[]> samePath = path.conditions().isEmpty()
                ? point -> true
                : point -> path.broken(point).isEmpty();
        double[] outputs = function.apply(x);
        double largest = 0;
        int oneSided = 0;
        int unknown = 0;
        for (int row = 0; row < outputs.length; row++) {
            largest = Math.max(
                    largest,
                    difference(outputs[row], 0, jacobian.outputs()[row]).orElse(0.0));
        }
        for (int column = 0; column < x.length; column++) {
            Slopes slopes = Slopes.of(function, samePath, x, column);
            oneSided += slopes.central() ? 0 : 1;
            for (int row = 0; row < outputs.length; row++) {
                Optional<Double> difference =
                        difference(slopes.slopes()[row], slopes.errors()[row], jacobian.matrix()[row][column]);
                largest = Math.max(largest, difference.orElse(0.0));
                unknown += difference.isPresent() ? 0 : 1;
            }
        }
        return new Differences(graph.origin().isPresent() ? "method" : "graph", largest, oneSided, unknown);
    }

    private static Optional<Double> difference(double expected, double error, double actual) {
        double scale = Math.max(1, Math.abs(expected));
        if (Double.isNaN(expected) || Double.isInfinite(expected) && expected != actual) {
            return Optional.empty();
        }
        if (expected == actual) {
            return Optional.of(0.0);
        }
        if (!Double.isFinite(actual)) {
            return error <= CONFIRMED * scale ? Optional.of(Double.POSITIVE_INFINITY) : Optional.empty();
        }
        return Optional.of(Math.abs(expected - actual) / scale);
    }

    private static double[] values(Graph graph, double[] point) {
        return PrimalValues.of(graph, graph.point(point)).outputs().stream()
                .flatMapToDouble(value -> Arrays.stream(value.data()))
                .toArray();
    }

    String text() {
        return String.format(
                        Locale.ROOT,
                        "largest difference from central differences of the %s: %.1e (relative to entries above 1)",
                        of,
                        largest)
                + (oneSided == 0
                        ? ""
                        : "; on one side only in " + count(oneSided, "column", "columns")
                                + ", where another path begins close by")
                + (unknown == 0
                        ? ""
                        : "; " + count(unknown, "entry is", "entries are")
                                + " not compared, since the differences give no number there");
    }

    private static String count(int number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}
