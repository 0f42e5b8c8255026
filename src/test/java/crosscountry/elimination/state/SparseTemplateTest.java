package crosscountry.elimination.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.RandomGraphs;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.Legality;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.graph.GivenEdge;
import crosscountry.graph.Graph;
import crosscountry.graph.Reference;
import crosscountry.task.LargeTasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SparseTemplateTest {
    @Provide
    Arbitrary<Graph> graphs() {
        return RandomGraphs.scalarWithCopies(60);
    }

    private static Order shuffled(Graph graph, long seed) {
        List<Integer> vertices = new ArrayList<>(Legality.eliminable(graph));
        Collections.shuffle(vertices, new Random(seed));
        return new Order(vertices);
    }

    private static long total(SparseTemplate template, Order order) {
        int[] indices = order.vertices().stream().mapToInt(template::index).toArray();
        return template.total(indices, Long.MAX_VALUE, () -> false);
    }

    @Property(tries = 500)
    void aWholeOrderCostsWhatItCostsStepByStep(@ForAll("graphs") Graph graph, @ForAll long seed) {
        for (CostModel rules : List.of(CostModel.PUBLISHED, CostModel.ALGEBRA)) {
            SparseTemplate template = SparseTemplate.of(graph, rules);
            Order order = shuffled(graph, seed);
            long expected = Elimination.run(graph, rules, order).total();
            assertEquals(expected, total(template, order));
            assertEquals(expected, Arrays.stream(template.start().play(order)).sum());
        }
    }

    @Property(tries = 200)
    void ofEdgesThatAreStatedTwiceTheLastStatementHolds(@ForAll("graphs") Graph graph, @ForAll long seed) {
        Random random = new Random(seed);
        List<GivenEdge> edges = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            for (Edge edge : InitialEdges.of(graph, CostModel.ALGEBRA)) {
                int type = random.nextInt(3) == 0 ? -1 : 1;
                edges.add(new GivenEdge(edge.source(), edge.target(), type, 1, 1, 1, 1));
            }
        }
        Graph stated = new Graph("twice", graph.inputs(), graph.vertices(), graph.outputs(), Optional.of(edges));
        Order order = shuffled(graph, seed);
        assertEquals(
                Elimination.run(stated, CostModel.PUBLISHED, order).total(),
                total(SparseTemplate.of(stated, CostModel.PUBLISHED), order));
    }

    @Test
    void countingEndsAtTheLimitOrWhenItIsOver() {
        Graph graph = LargeTasks.stepper(20_000);
        SparseTemplate template = SparseTemplate.of(graph, CostModel.PUBLISHED);
        int[] forward = new int[template.size()];
        Arrays.setAll(forward, index -> index);
        long total = template.total(forward, Long.MAX_VALUE, () -> false);
        assertTrue(template.total(forward, total / 2, () -> false) < total);
        assertTrue(template.total(forward, total / 2, () -> false) >= total / 2);
        assertEquals(2 * total, template.total(forward, 2 * total, () -> true));
    }

    @Test
    void markowitzIsGivenUpAtTheLimitOrWhenItIsOver() {
        SparseTemplate template = SparseTemplate.of(Reference.graph("RoeFlux_1d"), CostModel.PUBLISHED);
        SparseState whole = template.start();
        int[] order = whole.playMarkowitz();
        SparseState half = template.start();
        int[] first = half.playMarkowitz(whole.spent() / 2, () -> false);
        assertTrue(half.spent() >= whole.spent() / 2 && !half.done());
        assertEquals(Arrays.toString(Arrays.copyOf(order, first.length)), Arrays.toString(first));
        SparseState late = SparseTemplate.of(LargeTasks.stepper(50_000), CostModel.PUBLISHED)
                .start();
        late.playMarkowitz(Long.MAX_VALUE, () -> true);
        assertTrue(!late.done());
    }
}
