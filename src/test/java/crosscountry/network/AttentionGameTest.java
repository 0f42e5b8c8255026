package crosscountry.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.corpus.Corpus;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.task.Tasks;
import crosscountry.trace.Trace;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AttentionGameTest {
    private final Graph graph = Corpus.graph("greatCircle");

    @Test
    void everyRowOfAttentionIsSharedOutAndEliminatedVerticesGetNone() {
        AttentionGame game = AttentionGame.of(graph, Generalist.weights(), Orders.reverse(graph), 5);
        for (AttentionGame.View view : game.views()) {
            assertEquals(1, sum(view.policy()), 1e-4);
            assertEquals(Orders.reverse(graph).vertices().size() - view.step(), view.policy().length);
            for (int gone : game.order().vertices().subList(0, view.step())) {
                assertTrue(
                        Arrays.stream(view.ids()).noneMatch(id -> id == graph.id(gone)),
                        "vertex " + gone + " is still looked at");
            }
            for (float[][][][] maps : new float[][][][][] {view.trained(), view.untrained()}) {
                assertEquals(game.size().layers(), maps.length);
                for (float[][][] layer : maps) {
                    assertEquals(game.size().heads(), layer.length);
                    for (float[][] head : layer) {
                        for (float[] row : head) {
                            assertEquals(1, sum(row), 1e-4);
                        }
                    }
                }
            }
        }
        assertEquals(0, game.at(0).step());
        assertTrue(game.views().size() <= 5);
    }

    private static double sum(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum;
    }

    @Test
    void multiplesOfAnEvenShareAverageToOne() {
        AttentionSummary summary =
                AttentionSummary.of(AttentionGame.of(graph, Generalist.weights(), Orders.forward(graph), 4));
        double[] sums = new double[2];
        long pairs = 0;
        for (AttentionSummary.Row row : summary.rows()) {
            if (row.what().startsWith("distance")) {
                sums[0] += row.trained() * row.pairs();
                sums[1] += row.untrained() * row.pairs();
                pairs += row.pairs();
            }
        }
        assertArrayEquals(new double[] {1, 1}, new double[] {sums[0] / pairs, sums[1] / pairs}, 1e-3);
    }

    /** Bounds are the published results of agents that were trained on each of these graphs. */
    @Test
    void theShippedNetworkPlaysGraphsItHasNotSeenAsWellAsIsPublished() {
        for (String[] task : new String[][] {
            {"RoeFlux_1d", "320"}, {"RobotArm_6DOF", "231"}, {"HumanHeartDipole", "148"}, {"PropaneCombustion", "88"}
        }) {
            AttentionGame game = AttentionGame.of(Tasks.graph(task[0]), Generalist.weights(), 1);
            StateTemplate template = StateTemplate.of(game.graph(), CostModel.PUBLISHED);
            assertEquals(template.start().total(template.indices(game.order())), game.total());
            assertTrue(game.total() <= Long.parseLong(task[1]), () -> task[0] + " costs " + game.total());
        }
    }

    @Test
    void aGraphWithNothingToEliminateIsRefused() {
        Graph trivial = Trace.of(x -> Math.sin(x));
        assertThrows(
                GraphException.class,
                () -> AttentionGame.of(trivial, Generalist.weights(), Orders.forward(trivial), 3));
    }
}
