package crosscountry.trace;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Compares a traced graph with the function itself, called with numbers, at the traced point and near it: to the last
 * bit, unless the tracer replaced a function by another form of it.
 */
final class Check {
    private static final double[] NEAR = {1e-2, -3e-3, 1e-6};
    private final Graph graph;
    private final Tape tape;
    private final Function function;
    private final Retrace retrace;

    /** The function on numbers. */
    interface Function {
        double[] at(double[] point) throws Throwable;
    }

    /** The graph at another point, unchecked. */
    interface Retrace {
        Graph at(double[] point);
    }

    Check(Graph graph, Tape tape, Function function, Retrace retrace) {
        this.graph = graph;
        this.tape = tape;
        this.function = function;
        this.retrace = retrace;
    }

    /** @param outputs the graph's values at the traced point */
    void run(double[] outputs) {
        double[] point = tape.numbers();
        compare(point, outputs);
        if (tape.hasPrinted()) {
            return; // its author expects to read the output once
        }
        int held = 0;
        for (int k = 0; k < NEAR.length && held < 2; k++) {
            double[] near = near(point, NEAR[k]);
            ScalarValues values = new ScalarValues(near);
            if (values.holds(graph)) {
                compare(near, values.outputs(graph));
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

    private void compare(double[] point, double[] found) {
        double[] wanted;
        try {
            wanted = function.at(point);
        } catch (GraphException e) {
            throw e;
        } catch (Throwable thrown) {
            throw different(point, "the method throws " + thrown + " where the graph has values");
        }
        if (wanted.length != found.length) {
            throw different(point, "the method returns " + wanted.length + " numbers and the graph " + found.length);
        }
        for (int k = 0; k < found.length; k++) {
            if (!same(wanted[k], found[k]) && !(tape.isRounded() && near(wanted[k], found[k], point))) {
                throw different(
                        point,
                        String.format(
                                Locale.ROOT,
                                "output y%d is %s by the method and %s by the graph; %s",
                                k + 1,
                                wanted[k],
                                found[k],
                                parting(point, graph.outputs().get(k))));
            }
        }
    }

    /**
     * The first vertex at which the graph differs from what the same method gives when it is traced once more, at this
     * point.
     */
    private String parting(double[] point, Operand output) {
        Graph other = retrace.at(point);
        int most = Math.min(graph.vertices().size(), other.vertices().size());
        for (int k = 0; k < most; k++) {
            Vertex one = graph.vertices().get(k);
            Vertex two = other.vertices().get(k);
            if (one.primitive() != two.primitive() || !one.operands().equals(two.operands())) {
                return "they part at vertex " + (k + 1) + place(one) + ", which is " + show(one) + " in the graph and "
                        + show(two) + " when traced again";
            }
        }
        if (graph.vertices().size() != other.vertices().size()) {
            return "they part after vertex " + most;
        }
        return output instanceof Operand.Ref ref && !graph.isInput(ref.id())
                ? "it is vertex " + (ref.id() - graph.inputs().size())
                        + place(graph.vertices().get(ref.id() - graph.inputs().size() - 1))
                : "in the graph it is no operation";
    }

    private static String place(Vertex vertex) {
        return vertex.source().map(source -> " (" + source + ")").orElse("");
    }

    private String show(Vertex vertex) {
        return vertex.primitive()
                + vertex.operands().stream()
                        .map(operand -> !(operand instanceof Operand.Ref ref)
                                ? ((Operand.Literal) operand).value().toString()
                                : graph.isInput(ref.id())
                                        ? graph.inputs().get(ref.id() - 1).name()
                                        : "v" + (ref.id() - graph.inputs().size()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static boolean same(double a, double b) {
        return a == b || Double.isNaN(a) && Double.isNaN(b);
    }

    /** Equal up to rounding errors, which large intermediate numbers make large. */
    private boolean near(double a, double b, double[] point) {
        return Double.isFinite(a)
                && Double.isFinite(b)
                && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) + 1e-12 * largest(point);
    }

    private double largest(double[] point) {
        ScalarValues values = new ScalarValues(point);
        double largest = 0;
        for (int id = 1; id <= graph.inputs().size() + graph.vertices().size(); id++) {
            double value = Math.abs(values.of(graph, new Operand.Ref(id)));
            largest = Double.isFinite(value) ? Math.max(largest, value) : largest;
        }
        return largest;
    }

    private GraphException different(double[] point, String how) {
        StringBuilder at = new StringBuilder();
        for (int k = 0; k < Math.min(point.length, 6); k++) {
            at.append(k == 0 ? "" : ", ")
                    .append(graph.inputs().get(k).name())
                    .append(" = ")
                    .append(point[k]);
        }
        return new GraphException("the graph of " + graph.name() + " is not the method: at " + at
                + (point.length > 6 ? ", ..." : "") + " " + how
                + "; a method must give the same results for the same inputs, and its code must show all that it does");
    }
}
