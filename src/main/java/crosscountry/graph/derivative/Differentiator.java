package crosscountry.graph.derivative;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Makes derivatives of graphs. A graph knows nothing of orders and generated code; whoever does is found by
 * {@link ServiceLoader}.
 */
public interface Differentiator {
    /** By an order of its own choice, which it remembers. */
    Derivative best(Graph graph);

    /** By this complete elimination order. */
    Derivative by(Graph graph, List<Integer> order);

    /** The one on the class path. */
    static Differentiator find() {
        return Found.ONE;
    }

    /** Loaded once, on demand: what it remembers is for everybody. */
    final class Found {
        private static final Differentiator ONE = ServiceLoader.load(
                        Differentiator.class, Differentiator.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new GraphException(
                        "nothing on the class path makes Jacobians; the engine's jar has what is needed"));

        private Found() {}
    }
}
