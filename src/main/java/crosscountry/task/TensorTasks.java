package crosscountry.task;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Shape;
import crosscountry.trace.Trace;
import crosscountry.trace.Var;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Five of the tensor tasks as Java, in their natural form. The graph files of {@link Tasks} are the paper's; these have
 * the same inputs, values and Jacobians.
 */
final class TensorTasks {
    private static final Shape SCALAR = Shape.SCALAR;
    private static final Shape ONE = Shape.of(1, 1);
    private static final Shape THREE = Shape.of(1, 3);
    private static final Shape SQUARE = Shape.of(4, 4);

    private static final Map<String, Source> SOURCES = sources();

    /** The static method of a task, and the shapes of its parameters. */
    private record Source(Class<?> owner, String method, Shape... shapes) {}

    private TensorTasks() {}

    private static Map<String, Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        sources.put("Helmholtz", new Source(TensorTasks.class, "helmholtz", Shape.of(4)));
        sources.put("FreeEnergy", new Source(TensorTasks.class, "freeEnergy", Shape.of(4)));
        sources.put("RoeFlux_3d", new Source(RoeFlux3d.class, "flux", ONE, THREE, ONE, ONE, THREE, ONE));
        sources.put(
                "Perceptron",
                new Source(
                        NetworkTasks.class,
                        "perceptron",
                        Shape.of(1, 4),
                        Shape.of(1, 4),
                        Shape.of(8, 4),
                        Shape.of(8),
                        Shape.of(4, 8),
                        Shape.of(4),
                        SCALAR,
                        SCALAR));
        sources.put(
                "Encoder",
                new Source(
                        NetworkTasks.class,
                        "encoder",
                        SQUARE,
                        Shape.of(2, 4),
                        SQUARE,
                        SQUARE,
                        SQUARE,
                        SQUARE,
                        SQUARE,
                        SQUARE,
                        SQUARE,
                        Shape.of(2, 4),
                        Shape.of(4),
                        Shape.of(2, 1),
                        SCALAR,
                        SCALAR,
                        SCALAR,
                        SCALAR));
        return Collections.unmodifiableMap(sources);
    }

    public static List<String> names() {
        return List.copyOf(SOURCES.keySet());
    }

    /** The graph of a task, traced from its Java source. */
    public static Graph graph(String name) {
        Source source = SOURCES.get(name);
        if (source == null) {
            throw new GraphException(
                    "there is no tensor task \"" + name + "\" in Java; there are " + String.join(", ", names()));
        }
        return Trace.ofTensors(source.owner(), source.method(), source.shapes()).named(name);
    }

    /** The entropic part of the Helmholtz energy of a mixture (Griewank and Walther, Evaluating Derivatives). */
    static Var helmholtz(Var x) {
        return x.times(x.over(Var.of(1).minus(x.sum())).log());
    }

    static Var freeEnergy(Var x) {
        return helmholtz(x).sum();
    }
}
