package crosscountry.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.SparseState;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Shape;
import crosscountry.graph.Vertex;
import crosscountry.task.LargeTasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeSearchTest {
    private static SearchResult solve(Graph graph, long evaluations, long seed) {
        return Search.of(graph).evaluations(evaluations).seed(seed).threads(2).run();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stepper", "stencil", "network"})
    void neighbourhoodsImproveOnMarkowitzAndCountWhatTheOrderCosts(String task) {
        Graph graph = LargeTasks.named(task, 6000);
        SearchResult result = solve(graph, 1_500_000, 1);
        assertEquals(
                Arrays.stream(SparseState.of(graph, CostModel.PUBLISHED).play(result.order()))
                        .sum(),
                result.total());
        SparseState degrees = SparseState.of(graph, CostModel.PUBLISHED);
        degrees.playMarkowitz();
        long markowitz = degrees.spent();
        assertTrue(result.total() < markowitz, result.total() + " against " + markowitz);
        for (int k = 1; k < result.found().size(); k++) {
            assertTrue(result.found().get(k).total() < result.found().get(k - 1).total());
        }
    }

    /** Copies that are rare leave neighbourhoods without any; copies everywhere leave none, and the search ends. */
    @ParameterizedTest
    @ValueSource(ints = {3, 150})
    void copiesAreFreeAndTheBoundKnowsIt(int apart) {
        Graph graph = chainWithCopies(apart);
        SearchResult result = solve(graph, 50_000, 1);
        SparseState state = SparseState.of(graph, CostModel.PUBLISHED);
        assertEquals(Arrays.stream(state.play(result.order())).sum(), result.total());
        BitsetState bits = BitsetState.of(graph, CostModel.PUBLISHED);
        assertEquals(bits.total(bits.template().indices(result.order())), result.total());
        assertTrue(result.proved() <= result.total(), result.proved() + " is proved, " + result.total() + " is found");
    }

    /** A chain of products x v with copies so far apart. */
    private static Graph chainWithCopies(int apart) {
        List<Vertex> vertices = new ArrayList<>();
        for (int number = 1; number <= 4100; number++) {
            boolean copy = number % apart == 0;
            List<Operand> operands = new ArrayList<>(List.of(new Operand.Ref(number)));
            if (!copy) {
                operands.add(new Operand.Ref(1));
            }
            vertices.add(new Vertex(
                    number,
                    number + 1,
                    copy ? Primitive.CONVERT_ELEMENT_TYPE : Primitive.MUL,
                    copy ? new Params.Convert("float64") : Params.NONE,
                    operands,
                    Shape.SCALAR,
                    Optional.empty()));
        }
        return new Graph(
                "copies",
                List.of(new Input(1, "x", Shape.SCALAR)),
                vertices,
                List.of(new Operand.Ref(4101)),
                Optional.empty());
    }

    @Test
    void anInterruptKeepsTheBest() {
        Graph graph = LargeTasks.stepper(20_000);
        AtomicInteger asked = new AtomicInteger();
        SearchResult result = Search.of(graph)
                .seconds(100)
                .seed(1)
                .threads(2)
                .stopWhen(() -> asked.incrementAndGet() > 5000)
                .run();
        assertEquals(
                Arrays.stream(SparseState.of(graph, CostModel.PUBLISHED).play(result.order()))
                        .sum(),
                result.total());
        assertTrue(result.seconds() < 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stepper", "stencil", "network"})
    void withoutTimeForAnythingElseOneOrderIsCounted(String task) {
        Graph graph = LargeTasks.named(task, 20_000);
        SearchResult result =
                Search.of(graph).cost(CostModel.ALGEBRA).seconds(1e-9).run();
        SparseState state = SparseState.of(graph, CostModel.ALGEBRA);
        assertEquals(Arrays.stream(state.play(result.order())).sum(), result.total());
    }

    /** Each sum is of two values drawn from all before: Markowitz' degrees would grow without end. */
    @Test
    void aGraphWithoutLoopsThatFillsUpHasAnAnswerToo() {
        SplittableRandom random = new SplittableRandom(1);
        List<Vertex> vertices = new ArrayList<>();
        for (int number = 1; number <= 30_000; number++) {
            List<Operand> operands = List.of(
                    new Operand.Ref(1 + random.nextInt(number + 9)), new Operand.Ref(1 + random.nextInt(number + 9)));
            vertices.add(new Vertex(
                    number,
                    number + 10,
                    random.nextBoolean() ? Primitive.ADD : Primitive.MUL,
                    Params.NONE,
                    operands,
                    Shape.SCALAR,
                    Optional.empty()));
        }
        List<Input> inputs = new ArrayList<>();
        for (int id = 1; id <= 10; id++) {
            inputs.add(new Input(id, "x" + id, Shape.SCALAR));
        }
        Graph graph = new Graph("random", inputs, vertices, List.of(new Operand.Ref(30_010)), Optional.empty());
        SearchResult result =
                Search.of(graph).cost(CostModel.ALGEBRA).seconds(0.2).run();
        SparseState state = SparseState.of(graph, CostModel.ALGEBRA);
        assertEquals(Arrays.stream(state.play(result.order())).sum(), result.total());
        assertTrue(result.proved() <= result.total());
    }

    @Test
    void aLargeGraphUnderACostOfGeneratedCodeIsRefusedInASentence() {
        Graph graph = LargeTasks.stepper(20_000);
        assertTrue(assertThrows(
                        GraphException.class,
                        () -> Search.of(graph).cost(CostModel.FLOPS).seconds(1).run())
                .getMessage()
                .contains("cost published or algebra"));
    }
}
