package crosscountry.graph.trace.fuzz;

import crosscountry.graph.Evaluation;
import crosscountry.graph.Graph;
import crosscountry.graph.Vertex;

/**
 * What the values inside of a graph say about its derivatives at a point.
 *
 * @param largest of them, without sign
 * @param stepless a value is rounded to a whole number that is so large that the steps are lost: differences then see no stairs
 * @param singular one is not finite, or stands where its operation has no finite slope: an entry may then be 0 times infinity
 */
record Insides(double largest, boolean stepless, boolean singular) {
    static Insides of(Graph graph, double[] x) {
        Evaluation values = Evaluation.of(graph, graph.point(x));
        double largest = 0;
        boolean stepless = false;
        boolean singular = false;
        for (int k = 1; k <= graph.vertices().size(); k++) {
            double value = values.value(graph.id(k)).data()[0];
            singular |= !Double.isFinite(value) || isPole(graph.vertex(k), value, values);
            stepless |= isStairs(graph.vertex(k)) && Math.abs(value) >= 0x1p48;
            largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        return new Insides(largest, stepless, singular);
    }

    private static boolean isStairs(Vertex vertex) {
        return switch (vertex.primitive().label()) {
            case "floor", "ceil", "rint", "trunc" -> true;
            default -> false;
        };
    }

    private static boolean isPole(Vertex vertex, double value, Evaluation values) {
        return switch (vertex.primitive().label()) {
            case "sqrt", "cbrt", "pow", "hypot" -> value == 0;
            case "asin" -> Math.cos(2 * value) == -1;
            case "acos" -> Math.cos(2 * value) == 1;
            case "atan2" -> vertex.operands().stream().allMatch(operand -> values.value(operand).data()[0] == 0);
            default -> false;
        };
    }
}
