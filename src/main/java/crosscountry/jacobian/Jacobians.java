package crosscountry.jacobian;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.SparseState;
import crosscountry.graph.Graph;
import crosscountry.jacobian.code.BackEnd;
import crosscountry.jacobian.code.Precision;
import crosscountry.search.Search;

/** Makes the plan that computes a graph's values and derivatives: begin here. */
public final class Jacobians {
    private static final double SECONDS = 0.2;
    private static final PlanCache SEARCHED = new PlanCache(Jacobians::searched);

    private Jacobians() {}

    /**
     * The plan of the order with the fewest operations that a search of 200 ms finds; from 4,000 operations on, with
     * the fewest multiplications. Equal graphs share one plan, as long as it is among the last 64.
     */
    public static JacobianPlan of(Graph graph) {
        return SEARCHED.get(graph);
    }

    /** The plan of a complete order, compiled to bytecode that computes in float64. */
    public static JacobianPlan of(Graph graph, Order order) {
        return JacobianPlan.of(graph, order, BackEnd.compiler(Precision.FLOAT64));
    }

    /** Compiled to bytecode that computes in float32; converts points and results that are float64. */
    public static JacobianPlan float32(Graph graph, Order order) {
        return JacobianPlan.of(graph, order, BackEnd.compiler(Precision.FLOAT32));
    }

    /** Evaluates the program node by node, in float64: slow, and easy to watch. */
    public static JacobianPlan interpreted(Graph graph, Order order) {
        return JacobianPlan.of(graph, order, BackEnd.interpreter());
    }

    private static JacobianPlan searched(Graph graph) {
        return of(
                graph, Search.of(graph).cost(cost(graph)).seconds(SECONDS).run().order());
    }

    /** Operations; of large graphs multiplications, which are counted without a matrix of all pairs of vertices. */
    private static CostModel cost(Graph graph) {
        return graph.vertices().size() > Search.LARGE && SparseState.plays(graph, CostModel.ALGEBRA)
                ? CostModel.ALGEBRA
                : CostModel.FLOPS;
    }
}
