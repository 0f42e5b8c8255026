package crosscountry.agent;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;

/**
 * An evaluator that ships with Crosscountry and beats the learned score on suitable graphs; implementations are listed
 * in {@code META-INF/services/crosscountry.agent.ShippedEvaluator} and have a public constructor without arguments.
 */
public interface ShippedEvaluator {
    /** Whether it suits this graph: games take a few seconds at most, under a cost that it was trained for. */
    boolean suits(Graph graph, CostModel cost);

    /** @throws crosscountry.graph.GraphException where its weights cannot be read */
    Evaluator evaluator();
}
