package crosscountry.tuning;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.derivative.Derivative;
import crosscountry.graph.derivative.Differentiator;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.search.Search;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Derivatives by the best order of a short search; the plans of the graphs asked for last are remembered. */
public final class SearchedOrders implements Differentiator {
    private static final double SECONDS = 0.2;
    private static final int REMEMBERED = 64;

    /** By graph, the one asked for longest ago first. */
    private final Map<Graph, CompletableFuture<JacobianPlan>> plans = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Graph, CompletableFuture<JacobianPlan>> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    public Derivative best(Graph traced) {
        Graph graph = remembered(traced);
        CompletableFuture<JacobianPlan> own = new CompletableFuture<>();
        CompletableFuture<JacobianPlan> shared;
        synchronized (plans) {
            shared = plans.putIfAbsent(graph, own);
        }
        if (shared != null) {
            return join(shared);
        }
        try {
            own.complete(plan(graph, SECONDS));
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
     * Only paths need the function that a graph came from, and only equal functions have equal ones. A graph without
     * conditions is the function everywhere: it is equal however often it is traced, and holds no user's class.
     */
    private static Graph remembered(Graph graph) {
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

    @Override
    public Derivative by(Graph graph, List<Integer> order) {
        return JacobianPlan.compiled(graph, new Order(order));
    }

    /** The plan of the order with the fewest operations in generated code that a search of this length finds. */
    public static JacobianPlan plan(Graph graph, double seconds) {
        return JacobianPlan.compiled(
                graph,
                Search.of(graph).cost(CostModel.FLOPS).seconds(seconds).run().order());
    }
}
