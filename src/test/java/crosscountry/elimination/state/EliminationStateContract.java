package crosscountry.elimination.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import crosscountry.RandomGraphs;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.Legality;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.GivenEdge;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.GraphJson;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Reference;
import crosscountry.graph.Shape;
import crosscountry.graph.Vertex;
import crosscountry.trace.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every {@link EliminationState} does, first on graphs drawn by hand, then on those of the reference, then on
 * random ones. Each implementation is compared with the readable one at every step of an order, and on the way back.
 */
abstract class EliminationStateContract {
    /** v1 = x1 x2, v2 = sin v1, v3 = v1 + v2, v4 = log v2; v3 and v4 are outputs. */
    final Graph simple = Reference.graph("Simple");

    /** A state of this implementation at its start. */
    abstract EliminationState start(Graph graph, CostModel rules);

    /** True where this implementation can hold the graph under the cost. */
    abstract boolean holds(Graph graph, CostModel rules);

    /** Compares the two implementations along an order and back; skipped where this one cannot hold the graph. */
    void check(Graph graph, CostModel rules, Order order) {
        if (!holds(graph, rules)) {
            return;
        }
        EliminationState state = start(graph, rules);
        ReadableState readable = ReadableState.of(graph, rules);
        for (int vertex : order.vertices()) {
            same(readable, state);
            int index = state.index(vertex);
            long foretold = state.cost(index);
            long cost = readable.eliminate(index);
            assertEquals(cost, foretold, () -> "foretold cost of vertex " + vertex + " of " + graph.name());
            assertEquals(cost, state.eliminate(index), () -> "cost of vertex " + vertex + " of " + graph.name());
        }
        assertTrue(state.done());
        assertEquals(order, state.order());
        assertEquals(Elimination.run(graph, rules, order).total(), state.spent());
        same(readable, state);
        while (readable.steps() > 0) {
            readable.undo();
            state.undo();
            same(readable, state);
        }
        assertThrows(IllegalStateException.class, state::undo);
        assertThrows(IllegalStateException.class, readable::undo);
    }

    private static void same(ReadableState readable, EliminationState state) {
        assertEquals(readable.size(), state.size());
        assertEquals(readable.steps(), state.steps());
        assertEquals(readable.order(), state.order());
        assertEquals(readable.spent(), state.spent());
        assertEquals(readable.done(), state.done());
        assertEquals(readable.openCount(), state.openCount());
        int[] open = new int[state.size()];
        int count = state.open(open);
        assertEquals(
                List.copyOf(readable.linearization().open()),
                IntStream.range(0, count).mapToObj(k -> state.vertex(open[k])).toList());
        for (int index = 0; index < state.size(); index++) {
            int vertex = readable.vertex(index);
            assertEquals(vertex, state.vertex(index));
            assertEquals(index, state.index(vertex));
            assertEquals(readable.isOpen(index), state.isOpen(index));
            if (state.isOpen(index)) {
                assertEquals(
                        readable.markowitzDegree(index),
                        state.markowitzDegree(index),
                        () -> "degree of vertex " + vertex);
                assertEquals(readable.inDegree(index), state.inDegree(index));
                assertEquals(readable.outDegree(index), state.outDegree(index));
                assertEquals(readable.predecessors(index), state.predecessors(index));
                assertEquals(readable.successors(index), state.successors(index));
            }
        }
    }

    @Test
    void aStateIsPlayedTakenBackAndPlayedOtherwise() {
        EliminationState state = start(simple, CostModel.PUBLISHED);
        assertEquals(2, state.size());
        assertEquals(2, state.openCount());
        assertEquals(2, state.eliminate(1));
        assertFalse(state.done());
        assertEquals(4, state.eliminate(0));
        assertTrue(state.done());
        assertEquals(Order.of(2, 1), state.order());
        assertEquals(1, state.move(0));
        assertEquals(6, state.spent());
        state.undo();
        state.undo();
        assertThrows(IllegalStateException.class, state::undo);
        assertEquals(4, state.eliminate(0));
        assertEquals(4, state.eliminate(1));
        assertEquals(8, state.spent());
        assertEquals(Order.of(1, 2), state.order());
    }

    @Test
    void neighboursAreIdsOfTheGraph() {
        EliminationState state = start(simple, CostModel.PUBLISHED);
        assertEquals(Set.of(1, 2), state.predecessors(0));
        assertEquals(Set.of(4, 5), state.successors(0));
        assertEquals(Set.of(3), state.predecessors(1));
        assertEquals(Set.of(5, 6), state.successors(1));
        state.eliminate(0);
        assertEquals(Set.of(1, 2), state.predecessors(1));
        state.undo();
        state.eliminate(1);
        assertEquals(Set.of(5, 6), state.successors(0));
    }

    @Test
    void outputsHaveNoIndex() {
        EliminationState state = start(simple, CostModel.PUBLISHED);
        assertEquals(0, state.index(1));
        assertEquals(-1, state.index(3));
        assertEquals(-1, state.index(4));
        assertEquals(-1, state.index(0));
        assertEquals(-1, state.index(99));
        assertFalse(state.isOpen(-1));
        assertFalse(state.isOpen(2));
    }

    @Test
    void aClosedVertexIsRefusedByItsNumberAndNothingChanges() {
        EliminationState state = start(simple, CostModel.PUBLISHED);
        state.eliminate(0);
        String closed =
                assertThrows(GraphException.class, () -> state.eliminate(0)).getMessage();
        assertTrue(closed.contains("vertex 1"), closed);
        assertThrows(GraphException.class, () -> state.eliminate(2));
        assertThrows(GraphException.class, () -> state.eliminate(-1));
        assertEquals(1, state.steps());
        assertEquals(4, state.spent());
    }

    /** v2 is an output that is read again: it is eliminated, and a copy behind it keeps its place. */
    private static double[] readAgain(double x, double y) {
        double p = x * y;
        double s = Math.sin(p);
        return new double[] {s, s * x};
    }

    @Test
    void anOutputThatIsReadAgainIsEliminatedAndItsCopyIsFree() {
        Graph graph = Trace.of(EliminationStateContract.class, "readAgain");
        for (CostModel rules : CostModel.values()) {
            check(graph, rules, Order.of(1, 2));
            check(graph, rules, Order.of(2, 1));
        }
        EliminationState state = start(graph, CostModel.ALGEBRA);
        assertEquals(2, state.outDegree(1));
        assertEquals(2, state.markowitzDegree(1));
        assertEquals(1, state.cost(1));
    }

    /** x -> v1 = copy of x -> v2 = copy of v1 -> v3 = v1 v2 -> v4 = sin v3, the output. */
    @Test
    void productsWithCopiesAreFreeAndTwoCopiesMakeACopy() {
        List<Vertex> vertices = List.of(
                operation(1, Primitive.CONVERT_ELEMENT_TYPE, 1),
                operation(2, Primitive.CONVERT_ELEMENT_TYPE, 2),
                operation(3, Primitive.MUL, 2, 3),
                operation(4, Primitive.SIN, 4));
        Graph graph = new Graph(
                "copies",
                List.of(new Input(1, "x", Shape.SCALAR)),
                vertices,
                List.of(new Operand.Ref(5)),
                Optional.empty());
        for (CostModel rules : CostModel.values()) {
            check(graph, rules, Order.of(1, 2, 3));
            check(graph, rules, Order.of(3, 2, 1));
            check(graph, rules, Order.of(2, 3, 1));
        }
        EliminationState state = start(graph, CostModel.ALGEBRA);
        assertEquals(0, state.eliminate(0));
        assertEquals(0, state.eliminate(1));
        assertEquals(1, state.eliminate(2));
        state.undo();
        state.undo();
        state.undo();
        assertEquals(2, state.eliminate(2));
        assertEquals(0, state.eliminate(1));
        assertEquals(0, state.eliminate(0));
    }

    private static Vertex operation(int number, Primitive primitive, int... operands) {
        Params params = primitive == Primitive.CONVERT_ELEMENT_TYPE ? new Params.Convert("float64") : Params.NONE;
        return new Vertex(
                number,
                number + 1,
                primitive,
                params,
                IntStream.of(operands)
                        .mapToObj(id -> (Operand) new Operand.Ref(id))
                        .toList(),
                Shape.SCALAR,
                Optional.empty());
    }

    @Test
    void edgesStatedTwiceAreOneEdge() {
        List<GivenEdge> twice = new ArrayList<>();
        for (int[] e : new int[][] {{1, 1}, {2, 1}, {1, 1}, {3, 2}, {3, 3}, {4, 3}, {3, 2}, {4, 4}}) {
            twice.add(new GivenEdge(e[0], e[1], 1, 1, 1, 1, 1));
        }
        Graph graph = new Graph("twice", simple.inputs(), simple.vertices(), simple.outputs(), Optional.of(twice));
        check(graph, CostModel.PUBLISHED, Order.of(1, 2));
        check(graph, CostModel.PUBLISHED, Order.of(2, 1));
    }

    @Test
    void markowitzOnTheTasksIsTheOrderOfTheReadableElimination() {
        for (String task : List.of("Simple", "RoeFlux_1d", "RobotArm_6DOF", "HumanHeartDipole", "g", "Encoder")) {
            Graph graph = Reference.graph(task);
            if (holds(graph, CostModel.PUBLISHED)) {
                EliminationState state = start(graph, CostModel.PUBLISHED);
                state.playMarkowitz();
                assertEquals(Orders.markowitz(graph, CostModel.PUBLISHED), state.order());
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyOrderOfEveryTaskCountsAsInTheReference() {
        JsonNode tasks = Reference.json("counts.json").get("tasks");
        return Reference.TASKS.stream()
                .map(task -> DynamicTest.dynamicTest(task, () -> {
                    Graph graph = Reference.graph(task);
                    for (JsonNode expected : tasks.get(task).get("orders")) {
                        Order order = completed(graph, expected.get("order"));
                        if (holds(graph, CostModel.PUBLISHED)) {
                            EliminationState state = start(graph, CostModel.PUBLISHED);
                            order.vertices().forEach(vertex -> state.eliminate(state.index(vertex)));
                            assertEquals(expected.get("game_total").asLong(), state.spent());
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyStepOfEveryRandomGraphCountsAsInTheReference() {
        JsonNode graphs = Reference.json("random_graphs.json").get("graphs");
        return StreamSupport.stream(graphs.spliterator(), false)
                .map(json -> DynamicTest.dynamicTest(json.get("name").asText(), () -> {
                    Graph graph = GraphJson.read(json, json.get("name").asText());
                    if (!holds(graph, CostModel.PUBLISHED)) {
                        return;
                    }
                    for (JsonNode random : json.get("random_orders")) {
                        Order order = completed(graph, random.get("order"));
                        EliminationState state = start(graph, CostModel.PUBLISHED);
                        for (int k = 0; k < order.vertices().size(); k++) {
                            int index = state.index(order.vertices().get(k));
                            assertEquals(random.get("per_step").get(k).asLong(), state.eliminate(index));
                        }
                        assertEquals(random.get("muls").asLong(), state.spent());
                    }
                }));
    }

    @Provide
    Arbitrary<Graph> scalarGraphs() {
        return RandomGraphs.scalar(60);
    }

    @Provide
    Arbitrary<Graph> scalarGraphsWithCopies() {
        return RandomGraphs.scalarWithCopies(40);
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return RandomGraphs.any(25);
    }

    @Provide
    Arbitrary<Graph> deepGraphs() {
        return RandomGraphs.deep(20);
    }

    @Property(tries = 200)
    void randomOrdersOfScalarGraphsCountAsInTheReadableState(
            @ForAll("scalarGraphs") Graph graph, @ForAll CostModel rules, @ForAll long seed) {
        check(graph, rules, shuffled(graph, seed));
    }

    @Property(tries = 200)
    void randomOrdersOfScalarGraphsWithCopiesCountAsInTheReadableState(
            @ForAll("scalarGraphsWithCopies") Graph graph, @ForAll CostModel rules, @ForAll long seed) {
        check(graph, rules, shuffled(graph, seed));
    }

    @Property(tries = 200)
    void randomOrdersOfTypedGraphsCountAsInTheReadableState(
            @ForAll("graphs") Graph graph, @ForAll CostModel rules, @ForAll long seed) {
        check(graph, rules, shuffled(graph, seed));
    }

    @Property(tries = 150)
    void randomOrdersOfGraphsOfAnyRankCountAsInTheReadableState(
            @ForAll("deepGraphs") Graph graph, @ForAll CostModel rules, @ForAll long seed) {
        check(graph, rules, shuffled(graph, seed));
    }

    @Property(tries = 100)
    void stepsForwardAndBackAtRandomLeaveNoTrace(
            @ForAll("scalarGraphsWithCopies") Graph graph, @ForAll CostModel rules, @ForAll long seed) {
        if (!holds(graph, rules)) {
            return;
        }
        Random random = new Random(seed);
        EliminationState state = start(graph, rules);
        ReadableState readable = ReadableState.of(graph, rules);
        int[] open = new int[state.size()];
        for (int k = 0; k < 2 * state.size(); k++) {
            if (state.done() || state.steps() > 0 && random.nextInt(3) == 0) {
                state.undo();
                readable.undo();
            } else {
                int index = open[random.nextInt(state.open(open))];
                assertEquals(readable.eliminate(index), state.eliminate(index));
            }
        }
        same(readable, state);
    }

    @Property(tries = 200)
    void markowitzIsTheOrderOfTheReadableElimination(@ForAll("scalarGraphs") Graph graph, @ForAll CostModel rules) {
        if (holds(graph, rules)) {
            EliminationState state = start(graph, rules);
            int[] rest = state.playMarkowitz();
            assertEquals(Orders.markowitz(graph, rules), state.orderOf(rest));
            assertEquals(state.order(), state.orderOf(rest));
        }
    }

    @Property(tries = 50)
    void markowitzGoesOnFromAnyStateAndOnTypedEdges(@ForAll("graphs") Graph graph, @ForAll long seed) {
        CostModel rules = CostModel.PUBLISHED;
        if (holds(graph, rules)) {
            int[] first = Arrays.stream(indices(graph, seed)).limit(3).toArray();
            EliminationState state = start(graph, rules);
            ReadableState readable = ReadableState.of(graph, rules);
            Arrays.stream(first).forEach(state::eliminate);
            Arrays.stream(first).forEach(readable::eliminate);
            assertArrayEquals(readable.playMarkowitz(), state.playMarkowitz());
            assertEquals(readable.spent(), state.spent());
            assertEquals(-1, state.leastMarkowitz());
        }
    }

    private static int[] indices(Graph graph, long seed) {
        List<Integer> indices = new ArrayList<>(
                IntStream.range(0, Legality.eliminable(graph).size()).boxed().toList());
        Collections.shuffle(indices, new Random(seed));
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }

    static Order shuffled(Graph graph, long seed) {
        List<Integer> vertices = new ArrayList<>(Legality.eliminable(graph));
        Collections.shuffle(vertices, new Random(seed));
        return new Order(vertices);
    }

    /** Two published orders of BlackScholes_Jacobian leave out vertices without edges. */
    static Order completed(Graph graph, JsonNode list) {
        List<Integer> vertices = new ArrayList<>();
        list.forEach(node -> vertices.add(node.asInt()));
        Orders.forward(graph).vertices().stream()
                .filter(vertex -> !vertices.contains(vertex))
                .forEach(vertices::add);
        return new Order(vertices);
    }
}
