package crosscountry.network;

import crosscountry.agent.Evaluator;
import crosscountry.agent.ShippedEvaluator;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;

/** The shipped networks beside the shipped score, for the published cost. */
public final class ShippedEnsemble implements ShippedEvaluator {
    @Override
    public boolean suits(Graph graph, CostModel cost) {
        return cost == CostModel.PUBLISHED && Generalist.suits(graph);
    }

    @Override
    public Evaluator evaluator() {
        return Generalist.ensemble();
    }
}
