package crosscountry.elimination.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.Order;
import crosscountry.elimination.Orders;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On the hand-drawn graph: v1 = x1 x2, v2 = sin v1, v3 = v1 + v2, v4 = log v2; v3 and v4 are outputs. */
class VertexGameTest {
    private final VertexGame game = new VertexGame(Reference.graph("Simple"), CostModel.PUBLISHED);

    @Test
    void theRewardIsMinusTheCostAndTheGameEndsWhenNothingIsOpen() {
        GameState start = game.start();
        assertEquals(2, game.length());
        assertEquals(List.of(1, 2), List.copyOf(start.legal()));
        GameState.Transition sine = start.play(2);
        assertEquals(-2, sine.reward());
        assertFalse(sine.next().isTerminal());
        GameState.Transition product = sine.next().play(1);
        assertEquals(-4, product.reward());
        assertTrue(product.next().isTerminal());
        assertEquals(6, product.next().spent());
        assertEquals(Order.of(2, 1), product.next().played());
        assertEquals(2, start.legal().size());
    }

    @Test
    void anIllegalActionNamesTheLegalSet() {
        GameState state = game.start().play(1).next();
        String repeated =
                assertThrows(GraphException.class, () -> state.play(1)).getMessage();
        assertEquals("vertex 1 is already eliminated; open vertices: 2", repeated);
        String output = assertThrows(GraphException.class, () -> state.play(3)).getMessage();
        assertEquals("vertex 3 is an output and cannot be eliminated; open vertices: 2", output);
    }

    @Test
    void theRewardsOfAWholeGameAddUpToTheCountOfItsOrder() {
        Graph roe = Reference.graph("RoeFlux_1d");
        VertexGame whole = new VertexGame(roe, CostModel.PUBLISHED);
        GameState state = whole.start();
        long rewards = 0;
        for (int vertex : Orders.reverse(roe).vertices()) {
            GameState.Transition transition = state.play(vertex);
            rewards += transition.reward();
            state = transition.next();
        }
        assertTrue(state.isTerminal());
        assertEquals(-364, rewards);
        assertEquals(whole.length(), state.played().vertices().size());
    }

    @Test
    void theObservationShowsHeaderAndEdges() {
        GameState state = game.start().play(2).next();
        int[][][] cells = Observation.of(state).cells();
        assertEquals(5, cells.length);
        assertEquals(2 + 4 + 1, cells[0].length);
        assertArrayEquals(new int[] {2, 2, 2, 0}, cells[0][0]);
        assertArrayEquals(new int[] {0, 1, 1, 1}, cells[1][0]);
        assertArrayEquals(new int[] {0, 0, 1, 1}, cells[2][0]);
        assertArrayEquals(new int[] {2, 0, 0, 0}, cells[3][0]);
        assertArrayEquals(new int[] {1, 0, 0, 0}, cells[0][1]);
        assertArrayEquals(new int[] {1, 0, 0, 0}, cells[0][2]);
        assertArrayEquals(new int[] {0, 0, 1, 1}, cells[0][3]);
        assertArrayEquals(new int[] {0, 0, 0, 0}, cells[0][4]);
        for (int channel = 1; channel < 5; channel++) {
            assertArrayEquals(new int[] {0, 0, 1, 1}, cells[channel][3]);
        }
    }

    @Test
    void theObservationOfTypedEdgesHoldsTypesAndExtents() {
        Graph helmholtz = Reference.graph("Helmholtz");
        int[][][] cells = Observation.of(new VertexGame(helmholtz, CostModel.PUBLISHED).start())
                .cells();
        helmholtz.edges().orElseThrow().forEach(e -> {
            int[] seen = new int[5];
            for (int channel = 0; channel < 5; channel++) {
                seen[channel] = cells[channel][e.source()][e.target() - 1];
            }
            assertArrayEquals(new int[] {e.type(), e.o1(), e.o2(), e.p1(), e.p2()}, seen);
        });
    }

    @Test
    void theObservationCountsVirtualOutputs() {
        Graph lighthouse = Reference.graph("Lighthouse").withoutEdges();
        int[][][] cells = Observation.of(new VertexGame(lighthouse, CostModel.ALGEBRA).start())
                .cells();
        assertEquals(9, cells[0][0].length);
        assertEquals(2, cells[0][0][2]);
        assertEquals(1, cells[2][0][8]);
    }
}
