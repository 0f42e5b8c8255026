package crosscountry.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.RandomGraphs;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.search.bound.Certificate;
import crosscountry.search.bound.CutBound;
import crosscountry.task.Tasks;
import crosscountry.trace.Trace;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class VertexFeaturesTest {
    /**
     * x and y into z = x y, w = sin z, outputs w + z and log w: z has two in-edges and two out-edges, w one and two.
     */
    private static double[] simple(double x, double y) {
        double z = x * y;
        double w = Math.sin(z);
        return new double[] {w + z, Math.log(w)};
    }

    private static float[] rows(BitsetState game) {
        float[] rows = new float[game.openCount() * VertexFeatures.COUNT];
        FeatureRows fresh = VertexFeatures.of(game.template()).follow();
        fresh.update(game);
        assertEquals(game.openCount(), fresh.write(game, rows, 0));
        return rows;
    }

    private static float feature(float[] rows, int row, String name) {
        return rows[row * VertexFeatures.COUNT + VertexFeatures.names().indexOf(name)];
    }

    @Test
    void theFeaturesOfASmallFunctionAreThoseCountedByHand() {
        BitsetState game = BitsetState.of(Trace.of(VertexFeaturesTest.class, "simple"), CostModel.PUBLISHED);
        float[] rows = rows(game);
        assertEquals(2 * VertexFeatures.COUNT, rows.length);
        // z: eliminating it joins x and y to w and to w + z: two edges in place of four, and those to the output are
        // not counted in
        float[] z = {(float) Math.log(5), (float) Math.log(3), (float) Math.log(3), 4};
        for (int k = 0; k < z.length; k++) {
            assertEquals(z[k], rows[k], 1e-6);
        }
        assertEquals(2, feature(rows, 0, "fill-in"));
        assertEquals(-2, feature(rows, 0, "growth"));
        // w goes from 1 x 2 to 2 x 2 products
        assertEquals(2, feature(rows, 0, "damage"));
        assertEquals((float) Math.log(3), feature(rows, 0, "log damage"), 1e-6);
        // w: log w becomes a successor of z in its place, w + z is one already; z keeps 2 x 2 less one successor
        assertEquals(0, feature(rows, 1, "damage"));
        assertEquals(1, feature(rows, 1, "fill-in"));
        assertEquals(1, feature(rows, 1, "single in"));
        assertEquals(0, feature(rows, 1, "single both"));
        assertEquals(0.5f, feature(rows, 0, "depth"));
        assertEquals(1, feature(rows, 1, "depth"));
        assertEquals(0, feature(rows, 1, "adjacent to last"));
        game.eliminate(0);
        rows = rows(game);
        assertEquals(1, feature(rows, 0, "adjacent to last"));
        assertEquals(4, feature(rows, 0, "cost"));
        // z was the only way to w: one path, two in-edges now
        assertEquals((float) Math.log(2), feature(rows, 0, "log in over paths"), 1e-6);
    }

    @Provide
    Arbitrary<Graph> any() {
        return RandomGraphs.any(25);
    }

    @Property(tries = 300)
    void rowsKeptUpToDateEqualFreshOnes(@ForAll("any") Graph graph, @ForAll long seed) {
        Random random = new Random(seed);
        for (CostModel rules : List.of(CostModel.PUBLISHED, CostModel.FLOPS)) {
            StateTemplate template = StateTemplate.of(graph, rules);
            BitsetState game = template.start();
            FeatureRows followed = VertexFeatures.of(template).follow();
            int[] open = new int[game.size()];
            while (!game.done()) {
                int steps = 1 + random.nextInt(2);
                for (int k = 0; k < steps && !game.done(); k++) {
                    game.eliminate(open[random.nextInt(game.open(open))]);
                }
                if (random.nextInt(5) == 0) {
                    game.undo();
                }
                float[] rows = new float[game.openCount() * VertexFeatures.COUNT];
                followed.update(game);
                followed.write(game, rows, 0);
                assertArrayEquals(rows(game), rows);
                assertAllFinite(rows);
            }
        }
    }

    private static void assertAllFinite(float[] rows) {
        for (float value : rows) {
            assertTrue(Float.isFinite(value), "a feature is " + value);
        }
    }

    @Provide
    Arbitrary<Graph> scalar() {
        return RandomGraphs.scalar(20);
    }

    /** The certificate of the bound lists such paths, which others check. */
    @Property(tries = 300)
    void pathsAreAsManyAsTheCertificateLists(@ForAll("scalar") Graph graph) {
        StateTemplate template = StateTemplate.of(graph, CostModel.PUBLISHED);
        if (!template.isScalar()) {
            return;
        }
        Landscape landscape = new Landscape(template);
        for (Certificate.Paths paths :
                CutBound.of(graph, CostModel.PUBLISHED).orElseThrow().paths()) {
            int v = template.index(paths.vertex());
            if (paths.least() > 0) {
                assertEquals(paths.in().size(), landscape.pathsIn[v]);
                assertEquals(paths.out().size(), landscape.pathsOut[v]);
            }
        }
    }

    @Test
    void bothEvaluatorsPlayOnByMarkowitzAndLeaveThePositionAlone() {
        Graph graph = Tasks.graph("RobotArm_6DOF");
        BitsetState game = BitsetState.of(graph, CostModel.PUBLISHED);
        for (Evaluator evaluator : List.of(new UniformEvaluator(), new HeuristicEvaluator())) {
            Evaluation evaluation = evaluator.evaluate(List.of(game)).get(0);
            assertEquals(288, evaluation.costToGo(), evaluator.name());
            assertEquals(game.openCount(), evaluation.logits().length);
            assertEquals(288, game.total(evaluation.completion()));
            assertEquals(0, game.steps());
        }
    }

    @Test
    void aCostThatDoesNotAddUpIsRefused() {
        BitsetState game = BitsetState.of(Tasks.graph("Simple"), CostModel.MEMORY);
        assertTrue(assertThrows(GraphException.class, () -> new UniformEvaluator().evaluate(List.of(game)))
                .getMessage()
                .contains("memory does not"));
    }
}
