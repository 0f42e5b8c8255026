package crosscountry.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.corpus.RandomProgram;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.search.SearchResult;
import crosscountry.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentTest {
    private static final Graph ROE = Tasks.graph("RoeFlux_1d");

    @Test
    void thePolicyAloneIsTheEnsembleUnderThePublishedCostAndTheScoreUnderOthers() {
        SearchResult published = Agent.shipped().simulations(0).threads(1).search(ROE);
        SearchResult flops =
                Agent.shipped().simulations(0).cost(CostModel.FLOPS).threads(1).search(ROE);
        assertEquals(3, published.evaluations());
        assertEquals(1, flops.evaluations());
        assertEquals(
                flops.total(),
                Elimination.run(ROE, CostModel.FLOPS, flops.order()).total());
    }

    @Test
    void treeSearchBeforeEachMoveIsTheScores() {
        long score = Agent.of(ScoreAgent.shipped()).simulations(4).search(ROE).total();
        assertEquals(score, Agent.shipped().simulations(4).search(ROE).total());
    }

    @Test
    void itSearchesForTheSecondsThatItIsGiven() {
        List<Long> told = new ArrayList<>();
        Agent agent = Agent.shipped().seconds(0.3).seed(1).threads(1).onBest(best -> told.add(best.total()));
        Order order = agent.order(ROE);
        assertEquals(
                told.get(told.size() - 1),
                Elimination.run(ROE, CostModel.PUBLISHED, order).total());
    }

    @Test
    void aGraphThatIsTooLargeAndWrongOptionsAreRefused() {
        Graph large = RandomProgram.scalar(1, 5000);
        assertTrue(assertThrows(GraphException.class, () -> Agent.shipped().order(large))
                .getMessage()
                .contains("search plays larger ones"));
        assertThrows(GraphException.class, () -> Agent.shipped().simulations(-1));
        assertThrows(GraphException.class, () -> Agent.shipped().seconds(0));
    }
}
