package crosscountry.elimination.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.RandomGraphs;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.Legality;
import crosscountry.elimination.Linearization;
import crosscountry.elimination.Order;
import crosscountry.elimination.Step;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Shape;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AxisTiesTest {
    @Provide
    Arbitrary<Graph> graphs() {
        return RandomGraphs.any(16);
    }

    /** On values of two axes, the algebra of any rank comes to what the types come to. */
    @Property(tries = 300)
    void onPairsOfAxesItIsTheAlgebraOfTypes(@ForAll("graphs") Graph graph, @ForAll long seed) {
        // a copy in a sum is no question here: types forget it, ties do not
        Assume.that(
                graph.vertices().stream().noneMatch(vertex -> vertex.primitive() == Primitive.CONVERT_ELEMENT_TYPE));
        List<Integer> order = new ArrayList<>(Legality.eliminable(graph));
        Collections.shuffle(order, new Random(seed));
        Linearization state = Linearization.of(graph, CostModel.ALGEBRA);
        Map<List<Integer>, Edge> edges = new HashMap<>();
        state.edges().forEach(edge -> edges.put(List.of(edge.target(), edge.source()), deep(edge)));
        for (int vertex : order) {
            Step step = state.eliminate(vertex);
            assertEquals(step.cost(), eliminate(graph, edges, vertex), "vertex " + vertex);
            state = step.after();
            assertEquals(state.edges().size(), edges.size());
            for (Edge edge : state.edges()) {
                Edge other = edges.get(List.of(edge.target(), edge.source()));
                assertEquals(
                        Work.live(edge),
                        Work.live(other),
                        edge + " stores what " + other.ties().orElseThrow() + " stores");
            }
        }
    }

    @Provide
    Arbitrary<Graph> deepGraphs() {
        return RandomGraphs.deep(20);
    }

    /** The published tables know pairs of axes only. */
    @Property(tries = 200)
    void beyondPairsOfAxesThePublishedCostIsThatOfTheAlgebra(@ForAll("deepGraphs") Graph graph, @ForAll long seed) {
        Assume.that(InitialEdges.isDeep(graph));
        List<Integer> order = new ArrayList<>(Legality.eliminable(graph));
        Collections.shuffle(order, new Random(seed));
        assertEquals(
                Elimination.run(graph, CostModel.ALGEBRA, new Order(order)).total(),
                Elimination.run(graph, CostModel.PUBLISHED, new Order(order)).total());
    }

    private static long eliminate(Graph graph, Map<List<Integer>, Edge> edges, int vertex) {
        List<Edge> ins =
                edges.values().stream().filter(edge -> edge.target() == vertex).toList();
        List<Edge> outs = edges.values().stream()
                .filter(edge -> edge.source() == graph.id(vertex))
                .toList();
        long cost = 0;
        for (Edge out : outs) {
            for (Edge in : ins) {
                cost += CostModel.ALGEBRA.cost(in, out);
                edges.compute(
                        List.of(out.target(), in.source()),
                        (place, existing) -> CostModel.ALGEBRA.after(in, out, existing));
            }
        }
        edges.values().removeIf(edge -> edge.target() == vertex || edge.source() == graph.id(vertex));
        return cost;
    }

    private static Edge deep(Edge edge) {
        return Edge.of(edge.source(), edge.target(), edge.structure(), edge.content());
    }

    private static Vertex vertex(
            int number, int id, Primitive primitive, Params params, Shape shape, Integer... operands) {
        return new Vertex(
                number,
                id,
                primitive,
                params,
                List.of(operands).stream().<Operand>map(Operand.Ref::new).toList(),
                shape,
                Optional.empty());
    }

    /** Four products of matrices side by side, a 2 x 3 by a 3 x 5 each, then the sine of every entry. */
    @Test
    void aProductAlongABatchCostsWhatItsEntriesCost() {
        Params.DotGeneral batched = new Params.DotGeneral(List.of(2), List.of(1), List.of(0), List.of(0));
        Graph graph = new Graph(
                "batched",
                List.of(new Input(1, "a", Shape.of(4, 2, 3)), new Input(2, "b", Shape.of(4, 3, 5))),
                List.of(
                        vertex(1, 3, Primitive.DOT_GENERAL, batched, Shape.of(4, 2, 5), 1, 2),
                        vertex(2, 4, Primitive.SIN, Params.NONE, Shape.of(4, 2, 5), 3)),
                List.of(new Operand.Ref(4)),
                Optional.empty());
        List<Edge> edges = InitialEdges.of(graph, CostModel.ALGEBRA);
        assertEquals(
                "valued [4, 2, 5] by [4, 2, 3] D11 K22",
                edges.get(0).ties().orElseThrow().toString());
        assertEquals(
                "valued [4, 2, 5] by [4, 3, 5] D11 K33",
                edges.get(1).ties().orElseThrow().toString());
        assertEquals(
                "valued [4, 2, 5] by [4, 2, 5] D11 D22 D33",
                edges.get(2).ties().orElseThrow().toString());
        // every one of the 40 sines' slopes meets the three entries of its row and the three of its column
        assertEquals(
                4 * 2 * 5 * 3 + 4 * 2 * 5 * 3,
                Linearization.of(graph, CostModel.ALGEBRA).eliminate(1).cost());
        assertEquals(
                240, Linearization.of(graph, CostModel.PUBLISHED).eliminate(1).cost());
        assertEquals(
                240,
                Elimination.run(graph, CostModel.MULTIPLICATIONS, Orders.reverse(graph))
                        .total());
        assertTrue(Linearization.of(graph, CostModel.ALGEBRA).eliminate(1).after().edges().stream()
                .allMatch(edge -> Work.live(edge) == 120));
    }
}
