package crosscountry.graph.trace;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Operand;
import java.util.Locale;

/**
 * Holds a traced graph against the function itself, called with numbers: at the traced point and near it, to the last bit
 * unless the tracer took a function for another form of itself.
 */
final class Check {
    private static final double[] NEAR = {1e-2, -3e-3, 1e-6};
    private final String name;
    private final Tape tape;
    private final Function function;

    /** The function on numbers. */
    interface Function {
        double[] at(double[] point) throws Throwable;
    }

    Check(String name, Tape tape, Function function) {
        this.name = name;
        this.tape = tape;
        this.function = function;
    }

    /** @param outputs the graph's values at the traced point */
    void run(Graph graph, double[] outputs) {
        double[] point = tape.numbers();
        compare(graph, point, outputs);
        if (tape.hasPrinted()) {
            return; // once is what its author expects to read
        }
        int held = 0;
        for (int k = 0; k < NEAR.length && held < 2; k++) {
            double[] near = near(point, NEAR[k]);
            ScalarValues values = new ScalarValues(near);
            if (values.holds(graph)) {
                compare(graph, near, graph.outputs().stream().mapToDouble(output -> values.of(graph, output)).toArray());
                held++;
            }
        }
    }

    private static double[] near(double[] point, double by) {
        double[] near = point.clone();
        for (int k = 0; k < near.length; k++) {
            double own = by * (0.5 + Tape.ownNumber(k + 2) / 2);
            near[k] += Math.abs(near[k]) > 1e-3 ? own * near[k] : 1e-3 * own;
        }
        return near;
    }

    private void compare(Graph graph, double[] point, double[] found) {
        double[] wanted;
        try {
            wanted = function.at(point);
        } catch (GraphException e) {
            throw e;
        } catch (Throwable thrown) {
            throw different(graph, point, "the method throws " + thrown + " where the graph has values");
        }
        if (wanted.length != found.length) {
            throw different(graph, point, "the method returns " + wanted.length + " numbers and the graph " + found.length);
        }
        for (int k = 0; k < found.length; k++) {
            if (!same(wanted[k], found[k]) && !(tape.isRounded() && near(wanted[k], found[k], graph, point))) {
                throw different(graph, point, String.format(Locale.ROOT, "output y%d is %s by the method and %s by the graph, where %s",
                        k + 1, wanted[k], found[k], place(graph, graph.outputs().get(k))));
            }
        }
    }

    private static boolean same(double a, double b) {
        return a == b || Double.isNaN(a) && Double.isNaN(b);
    }

    /** Equal but for roundings, of which those of large numbers on the way may be large. */
    private static boolean near(double a, double b, Graph graph, double[] point) {
        return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) + 1e-12 * largest(graph, point);
    }

    private static double largest(Graph graph, double[] point) {
        ScalarValues values = new ScalarValues(point);
        double largest = 0;
        for (int id = 1; id <= graph.inputs().size() + graph.vertices().size(); id++) {
            double value = Math.abs(values.of(graph, new Operand.Ref(id)));
            largest = Double.isFinite(value) ? Math.max(largest, value) : largest;
        }
        return largest;
    }

    private static String place(Graph graph, Operand output) {
        if (!(output instanceof Operand.Ref ref)) {
            return "it is a constant";
        }
        return graph.isInput(ref.id()) ? "it is the input " + graph.inputs().get(ref.id() - 1).name()
                : "it is vertex " + (ref.id() - graph.inputs().size()) + graph.vertices().get(ref.id() - graph.inputs().size() - 1).source().map(s -> " (" + s + ")").orElse("");
    }

    private GraphException different(Graph graph, double[] point, String how) {
        StringBuilder at = new StringBuilder();
        for (int k = 0; k < Math.min(point.length, 6); k++) {
            at.append(k == 0 ? "" : ", ").append(graph.inputs().get(k).name()).append(" = ").append(point[k]);
        }
        return new GraphException("the graph of " + name + " is not the method: at " + at + (point.length > 6 ? ", ..." : "") + " " + how
                + "; a method must give the same for the same inputs, and what it does must show in its code");
    }
}
