package crosscountry.network;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.task.Tasks;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Batches of positions in the middle of a game, evaluated by the shipped network: DJL's PyTorch on one thread against
 * plain Java.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class InferenceBenchmark {
    @Param({"RoeFlux_1d", "Perceptron"})
    public String task;

    @Param({"1", "32"})
    public int batch;

    @Param({"java", "djl"})
    public String by;

    private Model model;
    private List<Tokens> positions;

    @Setup(Level.Trial)
    public void load() {
        Weights weights = Generalist.weights();
        model = by.equals("java") ? new JavaNetwork(weights) : Network.of(weights, DeviceChoice.CPU);
        StateTemplate template = StateTemplate.of(Tasks.graph(task), CostModel.PUBLISHED);
        Landmarks landmarks = Landmarks.of(template);
        positions = IntStream.range(0, batch)
                .mapToObj(seed -> Tokens.of(halfPlayed(template, seed), landmarks))
                .toList();
    }

    private static BitsetState halfPlayed(StateTemplate template, int seed) {
        BitsetState game = template.start();
        SplittableRandom random = new SplittableRandom(seed);
        int[] open = new int[game.size()];
        for (int k = 0; k < template.size() / 2; k++) {
            game.eliminate(open[random.nextInt(game.open(open))]);
        }
        return game;
    }

    /** Batches a second. */
    @Benchmark
    public List<Model.Answer> ask() {
        return model.ask(positions);
    }

    @TearDown(Level.Trial)
    public void close() {
        model.close();
    }
}
