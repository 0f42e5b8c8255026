package crosscountry.elimination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.RandomGraphs;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.jacobian.Jacobians;
import crosscountry.task.Tasks;
import crosscountry.trace.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GeneratedCostsTest {
    /** z = -(x * y); w = z + x; u = sin(w) + 2 z, drawn by hand. */
    private static Graph drawn() {
        return Trace.of((double x, double y) -> {
            double z = -(x * y);
            return Math.sin(z + x) + 2 * z;
        });
    }

    @Test
    void factorsOfOneAndConstantsAreFreeOnAGraphDrawnByHand() {
        Graph graph = drawn(); // v1 = xy, v2 = -v1, v3 = v2 + x, v4 = sin v3, v5 = 2 v2, v6 = v4 + v5
        Order forward = Orders.forward(graph);
        // v1: free (times -1), v2: free (times 1) and 2 by the constant, v3: 2 by cos v3, v4, v5: free
        assertEquals(
                List.of(0L, 2L, 2L, 0L, 0L),
                Elimination.run(graph, CostModel.MULTIPLICATIONS, forward).perStep());
        // v2 adds to x -> v3; v5 adds to x -> v6 and y -> v6
        assertEquals(
                List.of(0L, 3L, 2L, 0L, 2L),
                Elimination.run(graph, CostModel.FLOPS, forward).perStep());
        // v1 needs 2 and makes 2; then 2 live, 4 made, of which 2 replaced nothing; the sum into x -> v3 is one of them
        assertEquals(
                List.of(4L, 6L, 7L, 6L, 4L),
                Elimination.run(graph, CostModel.MEMORY, forward).perStep());
        assertEquals(7, Elimination.run(graph, CostModel.MEMORY, forward).total());
    }

    @Provide
    Arbitrary<Graph> scalarGraphs() {
        return RandomGraphs.scalar(40);
    }

    @Property(tries = 200)
    void costsAgreeWithACountOnSetsOfPaths(@ForAll("scalarGraphs") Graph graph, @ForAll long seed) {
        List<Integer> vertices = new ArrayList<>(Legality.eliminable(graph));
        Collections.shuffle(vertices, new Random(seed));
        Naive naive = new Naive(graph);
        long multiplications = 0;
        long flops = 0;
        long memory = 0;
        for (int vertex : vertices) {
            naive.eliminate(graph.id(vertex));
            multiplications += naive.multiplications;
            flops += naive.multiplications + naive.additions;
            memory = Math.max(memory, naive.peak);
        }
        Order order = new Order(vertices);
        assertEquals(
                multiplications,
                Elimination.run(graph, CostModel.MULTIPLICATIONS, order).total());
        assertEquals(flops, Elimination.run(graph, CostModel.FLOPS, order).total());
        assertEquals(memory, Elimination.run(graph, CostModel.MEMORY, order).total());
        assertEquals(
                memory,
                BitsetState.of(graph, CostModel.MEMORY)
                        .total(BitsetState.of(graph, CostModel.MEMORY)
                                .template()
                                .indices(order)));
    }

    @Test
    void generatedCodeSharesEqualProductsAndNeverMultipliesMore() {
        for (String task : List.of("RoeFlux_1d", "RobotArm_6DOF", "HumanHeartDipole", "PropaneCombustion")) {
            Graph graph = Tasks.graph(task);
            for (Order order :
                    List.of(Orders.forward(graph), Orders.reverse(graph), Orders.markowitz(graph, CostModel.ALGEBRA))) {
                long counted =
                        Elimination.run(graph, CostModel.MULTIPLICATIONS, order).total();
                long done = Jacobians.interpreted(graph, order).program().multiplications();
                assertTrue(
                        done <= counted && 2 * done > counted, task + ": " + done + " done, " + counted + " counted");
            }
        }
    }

    @Test
    void costsOfGeneratedCodeDoNotDependOnStatedEdges() {
        for (String task : List.of("RoeFlux_1d", "Perceptron", "BlackScholes_Jacobian")) {
            Graph graph = Tasks.graph(task);
            for (CostModel rules : List.of(CostModel.MULTIPLICATIONS, CostModel.FLOPS, CostModel.MEMORY)) {
                assertTrue(Elimination.run(graph, rules, Orders.reverse(graph)).total() > 0, task);
            }
            assertTrue(
                    Elimination.run(graph, CostModel.MULTIPLICATIONS, Orders.reverse(graph))
                                    .total()
                            <= Elimination.run(graph, CostModel.ALGEBRA, Orders.reverse(graph))
                                    .total(),
                    task);
        }
    }

    /**
     * Contents by a set of the paths that an edge stands for: free if one path of factors of one, known if all paths
     * are of constants.
     */
    private static final class Naive {
        private final Map<List<Integer>, Character> edges = new HashMap<>();
        private final Set<List<Integer>> live = new HashSet<>();
        private long multiplications;
        private long additions;
        private long peak;

        Naive(Graph graph) {
            InitialEdges.of(graph, CostModel.MULTIPLICATIONS)
                    .forEach(edge -> edges.put(
                            List.of(edge.source(), graph.id(edge.target())),
                            switch (edge.content()) {
                                case UNIT -> '1';
                                case CONSTANT -> 'c';
                                default -> 'v';
                            }));
        }

        void eliminate(int id) {
            multiplications = 0;
            additions = 0;
            List<List<Integer>> in =
                    edges.keySet().stream().filter(edge -> edge.get(1) == id).toList();
            List<List<Integer>> out =
                    edges.keySet().stream().filter(edge -> edge.get(0) == id).toList();
            in.stream().filter(edge -> edges.get(edge) == 'v').forEach(live::add);
            out.stream().filter(edge -> edges.get(edge) == 'v').forEach(live::add);
            for (List<Integer> first : in) {
                for (List<Integer> second : out) {
                    char a = edges.get(first);
                    char b = edges.get(second);
                    boolean known = a != 'v' && b != 'v';
                    multiplications += known || a == '1' || b == '1' ? 0 : 1;
                    List<Integer> place = List.of(first.get(0), second.get(1));
                    Character old = edges.get(place);
                    additions += old == null || known && old != 'v' ? 0 : 1;
                    char product = known ? a == '1' && b == '1' ? '1' : 'c' : 'v';
                    edges.put(place, old == null ? product : product != 'v' && old != 'v' ? 'c' : 'v');
                    if (edges.get(place) == 'v') {
                        live.add(place);
                    }
                }
            }
            peak = live.size();
            in.forEach(edges::remove);
            out.forEach(edges::remove);
            in.forEach(live::remove);
            out.forEach(live::remove);
        }
    }
}
