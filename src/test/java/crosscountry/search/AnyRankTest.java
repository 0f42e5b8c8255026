package crosscountry.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.agent.AgentMethod;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Shape;
import crosscountry.jacobian.Jacobian;
import crosscountry.jacobian.Jacobians;
import crosscountry.network.Generalist;
import crosscountry.search.method.Budget;
import crosscountry.trace.Trace;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Values of three axes from end to end: two heads of attention side by side. */
class AnyRankTest {
    private static final Graph HEADS = Trace.of(
            "heads",
            List.of(Shape.of(2, 3, 2), Shape.of(2, 3, 2), Shape.of(2, 3, 2)),
            x -> x[0].matmul(x[1].transpose(0, 2, 1))
                    .over(Math.sqrt(2))
                    .softmax(2)
                    .matmul(x[2])
                    .sum(0));

    @Test
    void searchAndAgentsFindOrdersNoDearerThanTheClassicalOnes() {
        for (CostModel rules : CostModel.values()) {
            long classical = Math.min(
                    Elimination.run(HEADS, rules, Orders.forward(HEADS)).total(),
                    Elimination.run(HEADS, rules, Orders.reverse(HEADS)).total());
            SearchResult found = Search.of(HEADS)
                    .cost(rules)
                    .evaluations(3000)
                    .seed(1)
                    .threads(1)
                    .run();
            assertEquals(Elimination.run(HEADS, rules, found.order()).total(), found.total());
            assertTrue(found.total() <= classical, found.total() + " of " + classical + " by " + rules);
            assertTrue(found.lowerBound() <= found.total());
        }
        SearchResult played = Search.of(HEADS)
                .method(new AgentMethod(Generalist.ensemble(), 0))
                .budget(Budget.UNLIMITED)
                .raiseBound(false)
                .seed(1)
                .threads(1)
                .run();
        assertEquals(Elimination.run(HEADS, CostModel.PUBLISHED, played.order()).total(), played.total());
    }

    @Test
    void oneCallGivesTheJacobianThatReverseModeGives() {
        double[] x = new Random(3).doubles(36, -1, 1).toArray();
        Jacobian expected = Jacobians.interpreted(HEADS, Orders.reverse(HEADS)).at(x);
        Jacobian found = Jacobians.of(HEADS).at(x);
        for (int row = 0; row < expected.matrix().length; row++) {
            assertArrayEquals(expected.matrix()[row], found.matrix()[row], 1e-12);
        }
    }
}
