package crosscountry.elimination.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.GivenEdge;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.GraphJson;
import crosscountry.graph.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BitsetStateTest extends EliminationStateContract {
    @Override
    EliminationState start(Graph graph, CostModel rules) {
        return BitsetState.of(graph, rules);
    }

    @Override
    boolean holds(Graph graph, CostModel rules) {
        return true;
    }

    /** The contract, and what only this state does. */
    @Override
    void check(Graph graph, CostModel rules, Order order) {
        super.check(graph, rules, order);
        BitsetStateChecks.check(graph, rules, order);
    }

    @Test
    void aClosedVertexNamesTheOpenOnes() {
        BitsetState game = BitsetState.of(simple, CostModel.PUBLISHED);
        game.eliminate(0);
        String closed =
                assertThrows(GraphException.class, () -> game.eliminate(0)).getMessage();
        assertEquals("vertex 1 is already eliminated; open vertices: 2", closed);
        assertThrows(GraphException.class, () -> game.eliminate(2));
        assertThrows(GraphException.class, () -> game.total(new int[] {0, 0}));
        assertThrows(GraphException.class, () -> game.total(new int[] {0}));
        assertEquals(1, game.steps());
    }

    @Test
    void aCopyCannotTakeBackWhatItDidNotPlay() {
        BitsetState game = BitsetState.of(simple, CostModel.PUBLISHED);
        game.eliminate(0);
        BitsetState copy = game.copy();
        assertThrows(IllegalStateException.class, copy::undo);
        copy.eliminate(1);
        copy.undo();
        assertEquals(Order.of(1), copy.order());
        assertFalse(game.done());
        BitsetState stranger = BitsetState.of(simple, CostModel.PUBLISHED);
        assertThrows(IllegalArgumentException.class, () -> copy.copyFrom(stranger));
    }

    @Test
    void statedEdgesThatFormACycleAreRefused() {
        List<GivenEdge> circle = List.of(new GivenEdge(3, 2, 1, 1, 1, 1, 1), new GivenEdge(4, 1, 1, 1, 1, 1, 1));
        Graph bad = new Graph("bad", simple.inputs(), simple.vertices(), simple.outputs(), Optional.of(circle));
        assertThrows(GraphException.class, () -> BitsetState.of(bad, CostModel.PUBLISHED));
    }

    @Test
    void extentsThatAreZeroKeepTheOldOnes() {
        List<GivenEdge> edges = new ArrayList<>();
        for (int[] e : new int[][] {
            {1, 1, 6, 3, 2, 3, 0},
            {1, 2, 1, 3, 0, 3, 2},
            {3, 2, 2, 3, 0, 3, 2},
            {3, 3, 8, 3, 2, 3, 2},
            {4, 3, 4, 3, 2, 3, 2},
            {4, 4, 0, 3, 2, 3, 2}
        }) {
            edges.add(new GivenEdge(e[0], e[1], e[2], e[3], e[4], e[5], e[6]));
        }
        Graph odd = new Graph("odd", simple.inputs(), simple.vertices(), simple.outputs(), Optional.of(edges));
        for (CostModel rules : CostModel.values()) {
            check(odd, rules, Order.of(1, 2));
            check(odd, rules, Order.of(2, 1));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyOrderOfEveryTaskIsPlayedAsInTheReadableGame() {
        JsonNode tasks = Reference.json("counts.json").get("tasks");
        return Reference.TASKS.stream()
                .map(task -> DynamicTest.dynamicTest(task, () -> {
                    Graph graph = Reference.graph(task);
                    for (JsonNode expected : tasks.get(task).get("orders")) {
                        Order order = completed(graph, expected.get("order"));
                        BitsetState game = BitsetState.of(graph, CostModel.PUBLISHED);
                        long total = game.total(game.template().indices(order));
                        assertEquals(expected.get("game_total").asLong(), total);
                        check(graph, CostModel.PUBLISHED, order);
                        check(graph.withoutEdges(), CostModel.PUBLISHED, order);
                        check(graph, CostModel.ALGEBRA, order);
                    }
                    Order random = shuffled(graph, 7);
                    check(graph, CostModel.PUBLISHED, random);
                    check(graph.withoutEdges(), CostModel.ALGEBRA, random);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyOrderOfEveryRandomGraphIsPlayedAsInTheReadableGame() {
        JsonNode graphs = Reference.json("random_graphs.json").get("graphs");
        return StreamSupport.stream(graphs.spliterator(), false)
                .map(json -> DynamicTest.dynamicTest(json.get("name").asText(), () -> {
                    Graph graph = GraphJson.read(json, json.get("name").asText());
                    for (JsonNode random : json.get("random_orders")) {
                        Order order = completed(graph, random.get("order"));
                        BitsetState game = BitsetState.of(graph, CostModel.PUBLISHED);
                        assertEquals(
                                random.get("muls").asLong(),
                                game.total(game.template().indices(order)));
                        for (int k = 0; k < order.vertices().size(); k++) {
                            int index = game.template().index(order.vertices().get(k));
                            assertEquals(random.get("per_step").get(k).asLong(), game.eliminate(index));
                        }
                    }
                    Order order =
                            completed(graph, json.get("random_orders").get(0).get("order"));
                    for (CostModel rules : CostModel.values()) {
                        check(graph, rules, order);
                        check(graph.withoutEdges(), rules, order);
                    }
                    for (Order classical : List.of(Orders.forward(graph), Orders.reverse(graph))) {
                        BitsetState game = BitsetState.of(graph, CostModel.PUBLISHED);
                        long total = Elimination.run(graph, CostModel.PUBLISHED, classical)
                                .total();
                        assertEquals(total, game.total(game.template().indices(classical)));
                    }
                }));
    }

    @Test
    void anEvaluationStopsAboveTheLimitAndLeavesTheGameAlone() {
        Graph roe = Reference.graph("RoeFlux_1d");
        BitsetState game = BitsetState.of(roe, CostModel.PUBLISHED);
        int[] forward = game.template().indices(Orders.forward(roe));
        assertEquals(620, game.total(forward));
        assertEquals(620, game.total(forward, 620));
        long over = game.total(forward, 300);
        assertTrue(over > 300 && over < 620, () -> "stopped at " + over);
        long played = 0;
        for (int k = 0; k < 50; k++) {
            played += game.eliminate(forward[k]);
        }
        assertEquals(620 - played, game.rest(forward, 50, Long.MAX_VALUE));
        assertEquals(620, game.total(forward));
        assertEquals(played, game.spent());
        assertEquals(50, game.steps());
    }

    @Test
    void theOpenSetIsListedAscending() {
        BitsetState game = BitsetState.of(Reference.graph("RobotArm_6DOF"), CostModel.PUBLISHED);
        game.eliminate(70);
        game.eliminate(3);
        int[] open = new int[game.size()];
        int count = game.open(open);
        assertEquals(game.openCount(), count);
        int[] expected = java.util.stream.IntStream.range(0, game.size())
                .filter(k -> k != 70 && k != 3)
                .toArray();
        assertTrue(Arrays.equals(expected, Arrays.copyOf(open, count)));
    }
}
