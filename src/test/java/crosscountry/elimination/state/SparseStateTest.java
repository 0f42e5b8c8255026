package crosscountry.elimination.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.Legality;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.task.LargeTasks;
import crosscountry.task.Tasks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseStateTest extends EliminationStateContract {
    @Override
    EliminationState start(Graph graph, CostModel rules) {
        return SparseState.of(graph, rules);
    }

    @Override
    boolean holds(Graph graph, CostModel rules) {
        return SparseState.plays(graph, rules);
    }

    @Property(tries = 100)
    void aWholeOrderIsPlayedStepByStep(@ForAll("scalarGraphs") Graph graph, @ForAll long seed) {
        Order order = shuffled(graph, seed);
        long[] costs = SparseState.of(graph, CostModel.ALGEBRA).play(order);
        assertEquals(
                Elimination.run(graph, CostModel.ALGEBRA, order).perStep(),
                Arrays.stream(costs).boxed().toList());
    }

    @Property(tries = 200)
    void bringingNeighboursTogetherChangesNoVertexCost(@ForAll("scalarGraphs") Graph graph, @ForAll long seed) {
        Order order = shuffled(graph, seed);
        SparseState state = SparseState.of(graph, CostModel.ALGEBRA);
        int[] indices = order.vertices().stream().mapToInt(state::index).toArray();
        Order near = state.orderOf(Locality.of(SparseState.of(graph, CostModel.ALGEBRA), indices));
        assertEquals(costs(graph, order), costs(graph, near));
    }

    private static Map<Integer, Long> costs(Graph graph, Order order) {
        long[] perStep = SparseState.of(graph, CostModel.ALGEBRA).play(order);
        Map<Integer, Long> costs = new HashMap<>();
        for (int k = 0; k < perStep.length; k++) {
            costs.put(order.vertices().get(k), perStep[k]);
        }
        return costs;
    }

    @ParameterizedTest
    @ValueSource(strings = {"RoeFlux_1d", "RobotArm_6DOF", "HumanHeartDipole", "PropaneCombustion", "g"})
    void tasksCountAsOnBits(String task) {
        Graph graph = Tasks.graph(task);
        for (Order order :
                List.of(Orders.forward(graph), Orders.reverse(graph), Orders.markowitz(graph, CostModel.PUBLISHED))) {
            BitsetState fast = BitsetState.of(graph, CostModel.PUBLISHED);
            assertEquals(
                    fast.total(fast.template().indices(order)),
                    Arrays.stream(SparseState.of(graph, CostModel.PUBLISHED).play(order))
                            .sum());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stepper", "stencil", "network"})
    void aHundredThousandOperationsAreOrderedByMarkowitz(String task) {
        Graph graph = LargeTasks.named(task, 100_000);
        SparseState game = SparseState.of(graph, CostModel.PUBLISHED);
        int[] indices = game.playMarkowitz();
        assertEquals(0, game.openCount());
        assertEquals(Legality.eliminable(graph).size(), indices.length);
        assertEquals(
                game.spent(),
                Arrays.stream(SparseState.of(graph, CostModel.PUBLISHED).play(game.order()))
                        .sum());
        assertTrue(game.spent() > indices.length);
    }

    @Test
    void whatItCannotPlayIsSaid() {
        assertTrue(assertThrows(GraphException.class, () -> SparseState.of(Tasks.graph("Encoder"), CostModel.PUBLISHED))
                .getMessage()
                .contains("numbers"));
        assertTrue(assertThrows(GraphException.class, () -> SparseState.of(Tasks.graph("Simple"), CostModel.MEMORY))
                .getMessage()
                .contains("published or algebra"));
        SparseState game = SparseState.of(Tasks.graph("Simple"), CostModel.PUBLISHED);
        game.eliminate(0);
        assertTrue(assertThrows(GraphException.class, () -> game.eliminate(0))
                .getMessage()
                .contains("vertex 1"));
    }

    @Test
    void aPartOfAGameIsAGame() {
        // 0 -> 1, two sources above 0, one beside it above 1, three targets below 1
        StateTemplate part = StateTemplate.part(
                2,
                5,
                List.of(
                        new int[] {2, 0},
                        new int[] {3, 0},
                        new int[] {0, 1},
                        new int[] {4, 1},
                        new int[] {1, 2},
                        new int[] {1, 3},
                        new int[] {1, 4}));
        assertEquals(2 + 3 * 3, part.start().total(new int[] {0, 1}));
        assertEquals(2 * 3 + 2 * 3, part.start().total(new int[] {1, 0}));
    }
}
