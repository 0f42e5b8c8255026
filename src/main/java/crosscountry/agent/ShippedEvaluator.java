package crosscountry.agent;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;

/**
 * An evaluator that is part of the product and stronger than the learned score where it suits; implementations stand in
 * {@code META-INF/services/crosscountry.agent.ShippedEvaluator} and have a public constructor without arguments.
 */
public interface ShippedEvaluator {
    /** Whether its games on this graph take no more than some seconds, under a cost that it was trained for. */
    boolean suits(Graph graph, CostModel cost);

    /** @throws crosscountry.graph.GraphException where its weights cannot be read */
    Evaluator evaluator();
}
