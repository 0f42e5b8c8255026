package crosscountry.elimination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.task.Tasks;
import crosscountry.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommonOrderTest {
    private final Graph graph = Trace.of((double x) -> Math.sin(Math.cos(Math.exp(Math.tan(Math.sqrt(x))))));

    private CommonOrder common(List<Integer> one, List<Integer> other) {
        return CommonOrder.of(graph, List.of(new Order(one), new Order(other)));
    }

    @Test
    void chainsBlocksAndPairsOfTwoOrdersDrawnByHand() {
        CommonOrder common = common(List.of(1, 2, 3, 4), List.of(3, 4, 1, 2));
        assertEquals(2, common.chain().size());
        assertEquals(List.of(List.of(1, 2), List.of(3, 4)), common.blocks());
        assertEquals(2 / 6.0, common.agreement(), 1e-12); // 1 before 2 and 3 before 4
        assertEquals(
                List.of(1, 2, 4),
                common(List.of(1, 2, 3, 4), List.of(1, 3, 2, 4)).chain());
    }

    @Test
    void anOrderHasAllInCommonWithItselfAndOneVertexWithItsReverse() {
        Order forward = Orders.forward(graph);
        assertEquals(
                forward.vertices(),
                CommonOrder.of(graph, List.of(forward, forward)).chain());
        assertEquals(1, CommonOrder.of(graph, List.of(forward, forward)).agreement());
        CommonOrder opposite = CommonOrder.of(graph, List.of(forward, Orders.reverse(graph)));
        assertEquals(1, opposite.chain().size());
        assertEquals(0, opposite.agreement());
        assertTrue(opposite.blocks().isEmpty());
    }

    @Test
    void incompleteOrdersAndNoOrderAreRefused() {
        assertThrows(GraphException.class, () -> CommonOrder.of(graph, List.of()));
        assertThrows(GraphException.class, () -> CommonOrder.of(Tasks.graph("Simple"), List.of(new Order(List.of(1)))));
    }
}
