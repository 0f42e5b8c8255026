package crosscountry.trace.fuzz;

import crosscountry.graph.Graph;
import crosscountry.graph.PrimalValues;
import crosscountry.graph.Vertex;

/**
 * What the values inside of a graph say about its derivatives at a point.
 *
 * @param largest of them, without sign
 * @param singular one is so large that products of two overflow, or stands where its operation has no finite slope: an
 *     entry may then be 0 times infinity
 */
record Insides(double largest, boolean singular) {
    /** Beyond it a square is infinite or nearly so, and below its inverse a quotient's slope is. */
    private static final double HUGE = 1e150;

    static Insides of(Graph graph, double[] x) {
        PrimalValues values = PrimalValues.of(graph, graph.point(x));
        double largest = 0;
        boolean singular = false;
        for (int k = 1; k <= graph.vertices().size(); k++) {
            double value = values.value(graph.id(k)).data()[0];
            singular |= !(Math.abs(value) < HUGE) || isPole(graph.vertex(k), value, values);
            largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        return new Insides(largest, singular);
    }

    /**
     * Whether a step, a tie or much of a turn lies between two points: differences then see no slope, or not the
     * graph's.
     */
    static boolean turns(Graph graph, double[] x, double[] moved) {
        PrimalValues here = PrimalValues.of(graph, graph.point(x));
        PrimalValues there = PrimalValues.of(graph, graph.point(moved));
        return graph.vertices().stream().anyMatch(vertex -> turns(vertex, here, there));
    }

    private static boolean turns(Vertex vertex, PrimalValues here, PrimalValues there) {
        double value = here.value(vertex.id()).data()[0];
        double other = there.value(vertex.id()).data()[0];
        return switch (vertex.primitive().label()) {
            case "floor", "ceil", "rint", "trunc", "sign" -> value != other;
            case "copysign" -> Double.isNaN(operand(vertex, 1, here));
            case "max", "min" -> isTie(vertex, here) && !isTie(vertex, there);
            case "rem" -> Math.abs(value - other) > 0.1 * Math.abs(operand(vertex, 1, here));
            case "sin", "cos", "tan" -> {
                double angle = operand(vertex, 0, here);
                yield !(Math.abs(angle - operand(vertex, 0, there)) < 0.01 && Math.abs(angle) < 1e8);
            }
            default -> false;
        };
    }

    /**
     * Whether the sine of so large a number is asked for that its rounding decides the result, or the sign of a NaN,
     * which the JVM's interpreter and its compiler may give differently.
     */
    static boolean undecided(Graph graph, double[] x) {
        PrimalValues values = PrimalValues.of(graph, graph.point(x));
        return graph.vertices().stream().anyMatch(vertex -> switch (vertex.primitive()
                .label()) {
            case "sin", "cos", "tan" -> Math.abs(operand(vertex, 0, values)) > 1e12;
            case "copysign" -> Double.isNaN(operand(vertex, 1, values));
            default -> false;
        });
    }

    private static boolean isTie(Vertex vertex, PrimalValues values) {
        return operand(vertex, 0, values) == operand(vertex, 1, values);
    }

    private static double operand(Vertex vertex, int k, PrimalValues values) {
        return values.value(vertex.operands().get(k)).data()[0];
    }

    private static boolean isPole(Vertex vertex, double value, PrimalValues values) {
        return switch (vertex.primitive().label()) {
            case "div" -> Math.abs(operand(vertex, 1, values)) < 1 / HUGE;
            case "sqrt", "cbrt", "pow", "hypot" -> value == 0;
            case "asin" -> Math.cos(2 * value) == -1;
            case "acos" -> Math.cos(2 * value) == 1;
            case "atan2" ->
                vertex.operands().stream()
                        .allMatch(operand -> Math.abs(values.value(operand).data()[0]) < 1 / HUGE);
            default -> false;
        };
    }
}
