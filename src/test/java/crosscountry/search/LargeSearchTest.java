package crosscountry.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.SparseGame;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.task.LargeTasks;
import java.util.Arrays;
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
    void windowsImproveOnMarkowitzAndCountWhatTheOrderCosts(String task) {
        Graph graph = LargeTasks.named(task, 6000);
        SearchResult result = solve(graph, 1_500_000, 1);
        assertEquals(
                Arrays.stream(SparseGame.of(graph, CostModel.PUBLISHED).play(result.order()))
                        .sum(),
                result.total());
        SparseGame degrees = SparseGame.of(graph, CostModel.PUBLISHED);
        degrees.playMarkowitz();
        long markowitz = degrees.spent();
        assertTrue(result.total() < markowitz, result.total() + " against " + markowitz);
        for (int k = 1; k < result.found().size(); k++) {
            assertTrue(result.found().get(k).total() < result.found().get(k - 1).total());
        }
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
                Arrays.stream(SparseGame.of(graph, CostModel.PUBLISHED).play(result.order()))
                        .sum(),
                result.total());
        assertTrue(result.seconds() < 60);
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
