package crosscountry.elimination.state;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whole games per second, and eliminations per second, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class GameBenchmark {
    /** Scalar edges, and typed edges. */
    @Param({"RoeFlux_1d", "Encoder"})
    public String graph;

    /** Orders near a good one keep the graph sparse, as in an annealing run; random ones fill it. */
    @Param({"near markowitz", "random"})
    public String orders;

    /** Many orders, since the processor learns the branches of a single one. */
    private static final int ORDERS = 4096;

    private Graph task;
    private BitsetState game;
    private int[][] indices;
    private int next;

    @Setup
    public void prepare() {
        task = Tasks.graph(graph);
        game = BitsetState.of(task, CostModel.PUBLISHED);
        Random random = new Random(1);
        int[] good = game.template().indices(Orders.markowitz(task, CostModel.PUBLISHED));
        indices = new int[ORDERS][];
        for (int k = 0; k < ORDERS; k++) {
            indices[k] = orders.equals("random") ? shuffled(random) : moved(good, random);
        }
    }

    private int[] shuffled(Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, game.size()).boxed().toList());
        Collections.shuffle(order, random);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Ten vertices moved elsewhere. */
    private static int[] moved(int[] order, Random random) {
        List<Integer> moved = new ArrayList<>(Arrays.stream(order).boxed().toList());
        for (int k = 0; k < 10; k++) {
            moved.add(random.nextInt(order.length), moved.remove(random.nextInt(order.length)));
        }
        return moved.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] nextOrder(Eliminations counter) {
        counter.eliminations += game.size();
        next = (next + 1) % ORDERS;
        return indices[next];
    }

    /** As annealing does: whole orders, nothing else. */
    @Benchmark
    public long wholeOrders(Eliminations counter) {
        return game.total(nextOrder(counter));
    }

    /** As a tree search does: one step after the other, then all taken back. */
    @Benchmark
    public long stepsTakenBack(Eliminations counter) {
        for (int index : nextOrder(counter)) {
            game.eliminate(index);
        }
        long spent = game.spent();
        while (game.steps() > 0) {
            game.undo();
        }
        return spent;
    }

    /** As a greedy player does: the degrees of all open vertices at every step. */
    @Benchmark
    public long greedyByDegree(Eliminations counter) {
        counter.eliminations += game.size();
        game.reset();
        while (!game.done()) {
            game.eliminate(game.leastMarkowitz());
        }
        long spent = game.spent();
        game.reset();
        return spent;
    }

    /** The readable state, for scale. */
    @Benchmark
    public long readable(Eliminations counter) {
        Order order = game.template().order(nextOrder(counter));
        return Elimination.run(task, CostModel.PUBLISHED, order).total();
    }
}
