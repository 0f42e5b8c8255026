package crosscountry.agent;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/** Simulations of Gumbel search in a second on one thread: eight games of 50 simulations a move, as one operation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class SimulationBenchmark {
    private static final int GAMES = 8;
    private static final int SIMULATIONS = 50;

    @Param({"RoeFlux_1d", "RobotArm_6DOF", "HumanHeartDipole", "Encoder"})
    public String task;

    @Param({"uniform", "heuristic", "linear"})
    public String evaluator;

    private StateTemplate template;
    private Evaluator asked;

    /** Simulations done in all. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Done {
        public long simulations;
    }

    @Setup
    public void prepare() {
        template = StateTemplate.of(Tasks.graph(task), CostModel.PUBLISHED);
        asked = evaluator.equals("uniform")
                ? new UniformEvaluator()
                : evaluator.equals("heuristic") ? new HeuristicEvaluator() : ScoreAgent.shipped();
    }

    @Benchmark
    public long games(Done done) {
        List<GumbelSearch> games = new ArrayList<>();
        for (int k = 0; k < GAMES; k++) {
            games.add(
                    new GumbelSearch(template.start(), GumbelSettings.selfPlay(SIMULATIONS), new SplittableRandom(k)));
        }
        BatchedGames batch = new BatchedGames(asked);
        batch.play(
                games,
                new BatchedGames.Listener() {
                    @Override
                    public void move(int game, BitsetState before, RootStatistics statistics) {
                        for (int visits : statistics.visits()) {
                            done.simulations += visits;
                        }
                    }

                    @Override
                    public void end(int game, GumbelSearch search) {
                        // only the simulations count
                    }
                },
                () -> false);
        return batch.evaluated();
    }
}
