package crosscountry.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.RandomGraphs;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.FastGame;
import crosscountry.elimination.state.GameTemplate;
import crosscountry.graph.Graph;
import crosscountry.trace.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EqualMovesTest {
    /** x to 1 to 2, and 2 feeds two outputs: vertex 1 first costs 1 + 2, vertex 2 first 2 + 2. */
    @Test
    void onlyTheMoveThatKeepsTheTotalIsATarget() {
        Graph graph = Trace.of(x -> {
            double b = Math.sin(Math.sin(x));
            return new double[] {Math.exp(b), Math.cos(b)};
        });
        GameTemplate template = GameTemplate.of(graph, CostModel.PUBLISHED);
        List<Position> positions = new EqualMoves(template)
                .positions(0, template.indices(new Order(List.of(1, 2))), new SplittableRandom(1));
        assertEquals(1, positions.size());
        assertArrayEquals(new float[] {1, 0}, positions.get(0).policy());
        assertEquals(0, positions.get(0).value(), 1e-6, "Markowitz costs the same 3");
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return RandomGraphs.scalar(9);
    }

    /**
     * Checked by trying all ways on: at least one continuation behind each target is no dearer than the searched order.
     */
    @Property(tries = 60)
    void noTargetClosesTheWayToTheSearchedTotal(@ForAll("graphs") Graph graph, @ForAll long seed) {
        GameTemplate template = GameTemplate.of(graph, CostModel.PUBLISHED);
        if (template.size() > 7) {
            return;
        }
        int[] order = new int[template.size()];
        Arrays.setAll(order, k -> k);
        long total = template.start().total(order);
        for (Position position : new EqualMoves(template).positions(0, order, new SplittableRandom(seed))) {
            FastGame game = template.start();
            for (int v : position.moves()) {
                game.eliminate(v);
            }
            int[] open = new int[game.openCount()];
            game.open(open);
            double sum = 0;
            for (int k = 0; k < open.length; k++) {
                sum += position.policy()[k];
                if (position.policy()[k] > 0) {
                    FastGame next = game.copy();
                    next.eliminate(open[k]);
                    assertTrue(cheapest(next) <= total);
                }
            }
            assertEquals(1, sum, 1e-5);
            double rest = Math.exp(position.value()) * game.markowitzCostToGo();
            assertTrue(
                    cheapest(game) - game.spent() <= rest + 0.51 && game.spent() + rest <= total + 0.51,
                    () -> "the value says " + rest);
        }
    }

    private static long cheapest(FastGame game) {
        if (game.done()) {
            return game.spent();
        }
        int[] open = new int[game.openCount()];
        game.open(open);
        long least = Long.MAX_VALUE;
        for (int v : open) {
            FastGame next = game.copy();
            next.eliminate(v);
            least = Math.min(least, cheapest(next));
        }
        return least;
    }
}
