package crosscountry.elimination.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.RandomGraphs;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.task.LargeTasks;
import crosscountry.task.Tasks;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OrderWalkTest {
    @Provide
    Arbitrary<Graph> graphs() {
        return RandomGraphs.any(20);
    }

    @Property(tries = 400)
    void aChangedStretchCostsWhatTheWholeChangedOrderCosts(
            @ForAll("graphs") Graph graph, @ForAll CostModel rules, @ForAll long seed) {
        walk(StateTemplate.of(graph, rules), new Random(seed), 30);
    }

    @Provide
    Arbitrary<Graph> deepGraphs() {
        return RandomGraphs.deep(15);
    }

    @Property(tries = 100)
    void soItIsWithValuesOfAnyRank(@ForAll("deepGraphs") Graph graph, @ForAll CostModel rules, @ForAll long seed) {
        walk(StateTemplate.of(graph, rules), new Random(seed), 20);
    }

    @Test
    void soItIsOnTheTasksOfThePaper() {
        for (String task : Tasks.names()) {
            walk(StateTemplate.of(Tasks.graph(task), CostModel.PUBLISHED), new Random(7), 150);
        }
    }

    @Test
    void soItIsOnGraphsWhoseRowsAreTooLongToCopy() {
        walk(StateTemplate.of(LargeTasks.named("stencil", 1200), CostModel.PUBLISHED), new Random(3), 40);
        walk(StateTemplate.of(Tasks.graph("Encoder"), CostModel.MEMORY), new Random(3), 40);
    }

    private static void walk(StateTemplate template, Random random, int tries) {
        int n = template.size();
        if (n < 2) {
            return;
        }
        int[] order = shuffled(n, random);
        OrderWalk walk = new OrderWalk(template, order);
        BitsetState game = template.start();
        for (int k = 0; k < tries; k++) {
            for (int ahead = random.nextInt(3); ahead > 0; ahead--) {
                walk.advance(2);
            }
            int to = Math.min(n, walk.place() + 2 + random.nextInt(6));
            int[] next = walk.order().clone();
            for (int at = to - 1; at > walk.place(); at--) {
                int other = walk.place() + random.nextInt(at - walk.place() + 1);
                int old = next[at];
                next[at] = next[other];
                next[other] = old;
            }
            long known = game.total(next);
            long limit = walk.total() + random.nextInt(9) - 3;
            long total = walk.total(next, to, limit);
            assertTrue(
                    total <= limit || known > limit || !template.isMemoryless(),
                    "missed though no later step costs less");
            if (total <= limit) {
                assertEquals(known, total);
                walk.take(next, to);
                assertEquals(known, walk.total());
            }
        }
        assertEquals(game.total(walk.order()), walk.total());
        assertTrue(walk.place() <= n - 2);
    }

    private static int[] shuffled(int n, Random random) {
        int[] order = new int[n];
        for (int k = 0; k < n; k++) {
            int other = random.nextInt(k + 1);
            order[k] = order[other];
            order[other] = k;
        }
        return order;
    }
}
