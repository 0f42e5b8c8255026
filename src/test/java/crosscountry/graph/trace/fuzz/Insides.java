package crosscountry.graph.trace.fuzz;

import crosscountry.graph.Evaluation;
import crosscountry.graph.Graph;
import java.util.Set;

/**
 * What the values inside of a graph say about its derivatives at a point.
 *
 * @param largest of them, without sign
 * @param singular one is not finite, or stands where its operation has no finite slope: an entry may then be 0 times infinity
 */
record Insides(double largest, boolean singular) {
    private static final Set<String> ROOTS = Set.of("sqrt", "cbrt", "pow", "hypot", "asin", "acos");

    static Insides of(Graph graph, double[] x) {
        Evaluation values = Evaluation.of(graph, graph.point(x));
        double largest = 0;
        boolean singular = false;
        for (int k = 1; k <= graph.vertices().size(); k++) {
            double value = values.value(graph.id(k)).data()[0];
            String label = graph.vertex(k).primitive().label();
            double pole = label.startsWith("a") ? Math.cos(2 * value) + (label.equals("asin") ? 1 : -1) : value;
            singular |= !Double.isFinite(value) || ROOTS.contains(label) && Math.abs(pole) < 1e-300;
            largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        return new Insides(largest, singular);
    }
}
