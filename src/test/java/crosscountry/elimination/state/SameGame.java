package crosscountry.elimination.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.Linearization;
import crosscountry.elimination.Order;
import crosscountry.elimination.Product;
import crosscountry.elimination.Step;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import java.util.ArrayList;
import java.util.List;

/**
 * What only the state on bits can do, along an order and back again: copies, fill-in, damage, whole orders and parts of
 * them counted without moving.
 */
final class SameGame {
    private SameGame() {}

    static void check(Graph graph, CostModel rules, Order order) {
        FastGame game = FastGame.of(graph, rules);
        FastGame follower = game.template().start();
        Linearization state = Linearization.of(graph, rules);
        List<Linearization> states = new ArrayList<>();
        long total = 0;
        for (int vertex : order.vertices()) {
            states.add(state);
            same(state, game, follower);
            int index = game.template().index(vertex);
            long foretold = game.cost(index);
            int fill = game.fillIn(index);
            damage(game, index);
            Step step = state.eliminate(vertex);
            assertEquals(step.cost(), game.eliminate(index), () -> "cost of vertex " + vertex + " of " + graph.name());
            assertEquals(step.cost(), foretold);
            assertEquals(
                    step.products().stream()
                            .filter(product -> product.fillIn() && seen(game, graph, product))
                            .count(),
                    fill);
            total = rules.combine(total, step.cost());
            state = step.after();
            if (states.size() % 7 == 0) {
                follower.copyFrom(game);
            } else {
                follower.eliminate(index);
            }
        }
        same(state, game, follower);
        assertTrue(game.done());
        assertEquals(total, game.spent());
        assertEquals(order, game.order());
        assertEquals(total, game.total(game.template().indices(order)));
        for (int k = states.size() - 1; k >= 0; k--) {
            game.undo();
            follower.reset();
            follower.copyFrom(game);
            same(states.get(k), game, follower);
        }
        assertEquals(total, game.rest(game.template().indices(order), 0, Long.MAX_VALUE));
    }

    private static boolean seen(FastGame game, Graph graph, Product product) {
        int source = product.result().source() - graph.inputs().size();
        return game.template().index(source) >= 0
                || game.template().index(product.result().target()) >= 0;
    }

    private static void same(Linearization state, FastGame game, FastGame follower) {
        GameTemplate template = game.template();
        assertEquals(state.open().size(), game.openCount());
        for (int index = 0; index < game.size(); index++) {
            int vertex = template.vertex(index);
            assertEquals(index, template.index(vertex));
            assertEquals(state.open().contains(vertex), game.isOpen(index));
            if (game.isOpen(index)) {
                assertEquals(
                        state.markowitzDegree(vertex), game.markowitzDegree(index), () -> "degree of vertex " + vertex);
                assertEquals(game.markowitzDegree(index), follower.markowitzDegree(index));
                assertEquals(state.in(vertex).size(), game.inDegree(index));
                assertEquals(state.out(vertex).size(), game.outDegree(index));
                assertEquals(game.cost(index), follower.cost(index));
            }
        }
    }

    /** Damage is what the neighbours' degrees change by; features count it with weights of their own. */
    private static void damage(FastGame game, int index) {
        double[] in = new double[game.size()];
        double[] out = new double[game.size()];
        long before = 0;
        for (int other = 0; other < game.size(); other++) {
            if (other != index && game.isOpen(other)) {
                in[other] = game.inDegree(other);
                out[other] = game.outDegree(other);
                before += (long) game.inDegree(other) * game.outDegree(other);
            }
        }
        long damage = game.damage(index);
        int[] counts = new int[3];
        assertEquals(damage, game.surroundings(index, in, out, counts));
        assertEquals(game.inDegree(index), counts[0]);
        assertEquals(game.outDegree(index), counts[1]);
        assertEquals(game.fillIn(index), counts[2]);
        game.eliminate(index);
        long after = 0;
        for (int other = 0; other < game.size(); other++) {
            after += game.isOpen(other) ? (long) game.inDegree(other) * game.outDegree(other) : 0;
        }
        game.undo();
        assertEquals(damage, after - before);
    }
}
