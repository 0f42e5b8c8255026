package crosscountry.search.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.graph.Vertex;
import crosscountry.search.Search;
import crosscountry.trace.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeriodicSearchTest {
    /** Lorenz' equations by Euler steps; the last input says how many. */
    static double[] lorenz(double[] at, int steps) {
        double x = at[0];
        double y = at[1];
        double z = at[2];
        for (int k = 0; k < steps; k++) {
            double dx = 10 * (y - x);
            double dy = x * (28 - z) - y;
            double dz = x * y - 8.0 / 3 * z;
            x += 0.01 * dx;
            y += 0.01 * dy;
            z += 0.01 * dz;
        }
        return new double[] {x, y, z};
    }

    private static Graph lorenz(int steps) {
        return Trace.of((double[] x) -> lorenz(x, steps), 3);
    }

    @Property(tries = 20)
    void aShortenedProgramIsTheProgramOfFewerRounds(
            @ForAll @IntRange(min = 4, max = 60) int steps, @ForAll @IntRange(min = 3, max = 20) int rounds) {
        Graph whole = lorenz(steps);
        Graph shortened =
                Shortened.of(whole, Rhythm.of(whole.vertices()), rounds).orElseThrow();
        Graph fewer = lorenz(Math.min(steps, rounds));
        assertEquals(
                fewer.vertices().stream().map(Vertex::operands).toList(),
                shortened.vertices().stream().map(Vertex::operands).toList());
        assertEquals(
                fewer.vertices().stream().map(Vertex::primitive).toList(),
                shortened.vertices().stream().map(Vertex::primitive).toList());
        assertEquals(fewer.outputs(), shortened.outputs());
    }

    @Test
    void aWaveGoesForwardOrBackwardAndKindsBeforeItComeInAllRoundsFirst() {
        int[] kinds = {0, 1, 0, 1, 0, 1};
        int[] rounds = {0, 0, 1, 1, 2, 2};
        RoundOrder forward = RoundOrder.program(2, true);
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5}, forward.operations(kinds, rounds));
        RoundOrder backward = RoundOrder.program(2, false);
        assertArrayEquals(new int[] {5, 4, 3, 2, 1, 0}, backward.operations(kinds, rounds));
        boolean[] second = {false, true};
        assertArrayEquals(new int[] {1, 3, 5, 0, 2, 4}, forward.before(second).operations(kinds, rounds));
        assertArrayEquals(new int[] {5, 3, 1, 4, 2, 0}, backward.before(second).operations(kinds, rounds));
    }

    @Property(tries = 40)
    void everyOrderOfRoundsHasEachOperationOnce(@ForAll @IntRange(min = 3, max = 30) int steps, @ForAll long seed) {
        Rhythm rhythm = Rhythm.of(lorenz(steps).vertices());
        SplittableRandom random = new SplittableRandom(seed);
        RoundOrder order = RoundOrder.program(rhythm.kinds(), random.nextBoolean());
        for (int k = 0; k < 50; k++) {
            order = order.changed(random);
        }
        int[] operations = order.operations(rhythm.kindOfEach(), rhythm.roundOfEach());
        assertEquals(
                IntStream.range(0, rhythm.size()).boxed().toList(),
                Arrays.stream(operations).sorted().boxed().toList());
    }

    @Test
    void theOrderOfAFewRoundsIsAsGoodOnMany() {
        Graph graph = lorenz(80);
        StateTemplate template = StateTemplate.of(graph, CostModel.PUBLISHED);
        List<int[]> orders = PeriodicSearch.of(graph, CostModel.PUBLISHED)
                .orElseThrow()
                .run(template::index, 1, 1, 2000, more -> {}, () -> false)
                .toList();
        long few = Search.of(lorenz(6))
                .method("annealing")
                .evaluations(200_000)
                .seed(1)
                .threads(1)
                .run()
                .total();
        long more = Search.of(lorenz(8))
                .method("annealing")
                .evaluations(200_000)
                .seed(1)
                .threads(1)
                .run()
                .total();
        // what another round costs is the same from the sixth on: annealing on each of a few rounds says how much
        assertTrue(template.start().total(orders.get(0)) <= few + 74 * ((more - few) / 2));
    }

    @Test
    void aProgramWithoutLoopsHasNoRounds() {
        Graph graph = Trace.of((double[] x) -> new double[] {Math.sin(x[0]) * x[1], Math.exp(x[1])}, 2);
        assertTrue(PeriodicSearch.of(graph, CostModel.PUBLISHED).isEmpty());
    }
}
