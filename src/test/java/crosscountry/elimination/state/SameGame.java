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
 * Plays an order on the readable and on the fast game, and back again, comparing all that can be seen at every step.
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
}
