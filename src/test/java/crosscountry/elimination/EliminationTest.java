package crosscountry.elimination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Reference;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** On the hand-drawn graph: v1 = x1 x2, v2 = sin v1, y1 = v2 + v1, y2 = log v2. */
class EliminationTest {
    private final Graph simple = Reference.graph("Simple");

    @Test
    void eliminatingMultipliesInEdgesWithOutEdges() {
        Linearization start = Linearization.of(simple, CostModel.ALGEBRA);
        assertEquals(List.of(1, 2), List.copyOf(start.open()));
        Step sine = start.eliminate(2);
        assertEquals(2, sine.cost());
        assertEquals(
                List.of(false, true),
                sine.products().stream().map(Product::fillIn).toList());
        assertEquals(4, sine.after().eliminate(1).cost());
        assertEquals(4, sine.after().eliminate(1).after().edges().size());
    }

    @Test
    void aStepLeavesTheGraphBeforeItAlone() {
        Linearization start = Linearization.of(simple, CostModel.ALGEBRA);
        int edges = start.edges().size();
        start.eliminate(1);
        assertEquals(edges, start.edges().size());
        assertEquals(2, start.open().size());
    }

    @Test
    void anOutputCannotBeEliminated() {
        refused(Order.of(1, 3, 2), "vertex 3 is an output and cannot be eliminated; open vertices: 2");
    }

    @Test
    void aVertexCannotBeEliminatedTwice() {
        refused(Order.of(1, 1), "vertex 1 is already eliminated; open vertices: 2");
    }

    @Test
    void aVertexMustExist() {
        refused(Order.of(9), "there is no vertex 9 in Simple; open vertices: 1, 2");
    }

    @Test
    void anOrderMustBeComplete() {
        refused(Order.of(2), "the order is not complete: it leaves vertices 1");
    }

    @Test
    void ordersAreReadFromText() {
        assertEquals(Order.of(1, 2), Orders.parse("forward", simple, CostModel.PUBLISHED));
        assertEquals(Order.of(2, 1), Orders.parse("reverse", simple, CostModel.PUBLISHED));
        assertEquals(Order.of(2, 1), Orders.parse(" 2, 1 ", simple, CostModel.PUBLISHED));
        assertThrows(GraphException.class, () -> Orders.parse("2,x", simple, CostModel.PUBLISHED));
    }

    @Test
    void theBestOfManyMarkowitzOrdersIsReproducibleAndNoWorseThanPlainOnRobotArm() {
        Graph arm = Reference.graph("RobotArm_6DOF");
        Order best = Orders.bestOfMarkowitz(arm, CostModel.PUBLISHED, 20, 3);
        assertEquals(best, Orders.bestOfMarkowitz(arm, CostModel.PUBLISHED, 20, 3));
        long total = Elimination.run(arm, CostModel.PUBLISHED, best).total();
        // peers.md: random ties alone move the total between 265 and 288; 221 is a proved lower bound
        org.junit.jupiter.api.Assertions.assertTrue(total <= 288 && total >= 221, "total " + total);
    }

    @Test
    void anOutputThatIsReadAgainStaysEliminable() {
        SortedSet<Integer> open = Linearization.of(Reference.graph("Lighthouse"), CostModel.ALGEBRA)
                .open();
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), List.copyOf(open));
    }

    private void refused(Order order, String sentence) {
        String message = assertThrows(GraphException.class, () -> Elimination.run(simple, CostModel.PUBLISHED, order))
                .getMessage();
        assertEquals(sentence, message);
    }
}
