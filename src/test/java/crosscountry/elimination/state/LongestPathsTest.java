package crosscountry.elimination.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import crosscountry.RandomGraphs;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.Reference;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LongestPathsTest {
    @Test
    void aChainOfTwoIsCountedFromBothEnds() {
        FastGame state = FastGame.of(Reference.graph("Simple"), CostModel.PUBLISHED);
        assertArrayEquals(new int[] {1, 2}, LongestPaths.to(state));
        assertArrayEquals(new int[] {2, 1}, LongestPaths.from(state));
        state.eliminate(0);
        assertArrayEquals(new int[] {0, 1}, LongestPaths.to(state));
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return RandomGraphs.any(25);
    }

    /** A vertex's longest path is one longer than the longest of its open neighbours. */
    @Property(tries = 200)
    void everyPathIsOneLongerThanThatOfANeighbour(@ForAll("graphs") Graph graph, @ForAll long seed) {
        FastGame state = FastGame.of(graph, CostModel.PUBLISHED);
        Random random = new Random(seed);
        int[] open = new int[state.size()];
        while (!state.done()) {
            int[] to = LongestPaths.to(state);
            int[] from = LongestPaths.from(state);
            for (int index = 0; index < state.size(); index++) {
                assertEquals(state.isOpen(index) ? 1 + most(graph, state, index, to, false) : 0, to[index]);
                assertEquals(state.isOpen(index) ? 1 + most(graph, state, index, from, true) : 0, from[index]);
            }
            state.eliminate(open[random.nextInt(state.open(open))]);
        }
    }

    private static int most(Graph graph, FastGame state, int index, int[] lengths, boolean down) {
        return (down ? state.successors(index) : state.predecessors(index))
                .stream()
                        .mapToInt(id -> state.index(id - graph.inputs().size()))
                        .filter(state::isOpen)
                        .map(neighbour -> lengths[neighbour])
                        .max()
                        .orElse(0);
    }
}
