package crosscountry.jacobian;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** The plans of the most recently used graphs. Threads that ask for the same graph at once share the work. */
final class PlanCache {
    private static final int CAPACITY = 64;

    private final Function<Graph, JacobianPlan> maker;
    /** The least recently used graph comes first. */
    private final Map<Graph, CompletableFuture<JacobianPlan>> plans = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Graph, CompletableFuture<JacobianPlan>> eldest) {
            return size() > CAPACITY;
        }
    };

    PlanCache(Function<Graph, JacobianPlan> maker) {
        this.maker = maker;
    }

    /** The plan of an equal graph, made if there is none. Where making it failed, the next call tries again. */
    JacobianPlan get(Graph traced) {
        Graph graph = key(traced);
        CompletableFuture<JacobianPlan> own = new CompletableFuture<>();
        CompletableFuture<JacobianPlan> shared;
        synchronized (plans) {
            shared = plans.putIfAbsent(graph, own);
        }
        if (shared != null) {
            return join(shared);
        }
        try {
            own.complete(maker.apply(graph));
        } catch (RuntimeException | Error e) {
            synchronized (plans) {
                plans.remove(graph);
            }
            own.completeExceptionally(e);
            throw e;
        }
        return own.join();
    }

    /**
     * The graph, without its origin where it has no conditions: such a graph is the function everywhere, is equal
     * however often it is traced, and keeps no class of the user alive. Other paths need the origin, and only equal
     * functions have equal ones.
     */
    private static Graph key(Graph graph) {
        return !graph.conditions().isEmpty() || graph.origin().isEmpty()
                ? graph
                : new Graph(graph.name(), graph.inputs(), graph.vertices(), graph.outputs(), graph.edges());
    }

    private static JacobianPlan join(CompletableFuture<JacobianPlan> plan) {
        try {
            return plan.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof GraphException cause ? cause : e;
        }
    }
}
