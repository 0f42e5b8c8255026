package crosscountry.elimination.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Reference;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadableStateTest extends EliminationStateContract {
    @Override
    EliminationState start(Graph graph, CostModel rules) {
        return ReadableState.of(graph, rules);
    }

    @Override
    boolean holds(Graph graph, CostModel rules) {
        return true;
    }

    @Test
    void aClosedVertexNamesTheOpenOnes() {
        ReadableState state = ReadableState.of(simple, CostModel.PUBLISHED);
        state.eliminate(0);
        String repeated =
                assertThrows(GraphException.class, () -> state.eliminate(0)).getMessage();
        assertEquals("vertex 1 is already eliminated; open vertices: 2", repeated);
        String output = assertThrows(
                        GraphException.class, () -> state.linearization().eliminate(3))
                .getMessage();
        assertEquals("vertex 3 is an output and cannot be eliminated; open vertices: 2", output);
    }

    @Test
    void theStepsAreThoseOfAWholeElimination() {
        Graph roe = Reference.graph("RoeFlux_1d");
        ReadableState state = ReadableState.of(roe, CostModel.PUBLISHED);
        Elimination reverse = Elimination.run(roe, CostModel.PUBLISHED, Orders.reverse(roe));
        reverse.order().vertices().forEach(vertex -> state.eliminate(state.index(vertex)));
        assertEquals(364, state.spent());
        assertEquals(
                reverse.perStep(),
                IntStream.range(0, state.steps())
                        .mapToObj(k -> state.step(k).cost())
                        .toList());
    }

    @Test
    void theLinearizationBeforeAStepStaysWhatItWas() {
        ReadableState state = ReadableState.of(simple, CostModel.PUBLISHED);
        var before = state.linearization();
        state.eliminate(1);
        assertEquals(List.of(1, 2), List.copyOf(before.open()));
        assertEquals(List.of(1), List.copyOf(state.linearization().open()));
        assertFalse(state.step(0).products().isEmpty());
    }

    @Test
    void statedEdgesAreThereAsStated() {
        Graph helmholtz = Reference.graph("Helmholtz");
        var edges =
                ReadableState.of(helmholtz, CostModel.PUBLISHED).linearization().edges();
        helmholtz
                .edges()
                .orElseThrow()
                .forEach(stated -> assertEquals(
                        1,
                        edges.stream()
                                .filter(edge -> edge.source() == stated.source()
                                        && edge.target() == stated.target()
                                        && edge.type().code() == stated.type()
                                        && edge.o1() == stated.o1()
                                        && edge.o2() == stated.o2()
                                        && edge.p1() == stated.p1()
                                        && edge.p2() == stated.p2())
                                .count()));
    }
}
