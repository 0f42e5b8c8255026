package crosscountry.training;

import crosscountry.agent.Evaluator;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.network.DeviceChoice;
import crosscountry.network.Network;
import crosscountry.network.NetworkEvaluator;
import crosscountry.network.Weights;
import crosscountry.task.Tasks;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The three kinds of work of a training run, by preset, one thread each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 3, time = 4)
@Fork(1)
public class TrainingBenchmark {
    private static final int POSITIONS = 128;

    @Param({"RoeFlux_1d", "Encoder"})
    public String task;

    @Param({"laptop", "paper", "generalist"})
    public String preset;

    private Preset settings;
    private StateTemplate template;
    private AdamW optimizer;
    private Trainer trainer;
    private Replay replay;
    private NetworkEvaluator evaluator;
    private NestedRollouts lane;
    private long round;

    /** Totals. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Done {
        public long samples;
        public long simulations;
        public long games;
    }

    @Setup
    public void prepare() {
        Preset whole = Preset.named(preset);
        settings = whole.withBatch(Math.min(POSITIONS, whole.learning().batch()));
        template = StateTemplate.of(Tasks.graph(task), CostModel.PUBLISHED);
        optimizer = new AdamW(settings.optimizer(), Weights.random(settings.network(), 1));
        trainer = new Trainer(settings.learning(), List.of(template), DeviceChoice.CPU, optimizer);
        evaluator = new NetworkEvaluator(Network.of(optimizer.weights(), DeviceChoice.CPU));
        lane = new NestedRollouts(template, 60, 1, 0);
        replay = new Replay(settings.learning().replay());
        replay.add(SelfPlay.imitation(0, template, lane.round(() -> false).order()));
    }

    @TearDown
    public void close() {
        evaluator.network().close();
    }

    /**
     * Training steps; a batch of the preset paper is cut to 128 positions, so that some steps fit into a measurement.
     */
    @Benchmark
    public double learn(Done done) {
        Trainer.Losses losses = trainer.train(replay, List.of(), evaluator, round++, () -> false);
        done.samples += losses.samples();
        return losses.policy();
    }

    /**
     * The first moves of the preset's search games, until as many simulations as one game side by side needs for ten
     * moves.
     */
    @Benchmark
    public long search(Done done) {
        Evaluator leaves = settings.rollouts().lanes() == 0
                ? evaluator
                : new RolloutEvaluator(evaluator, lane.policy().copy(), new SplittableRandom(round));
        Counted counted = new Counted(leaves, 10L * settings.games().simulations());
        new SelfPlay(settings, 0, template)
                .play(counted, Math.min(8, settings.games().games()), round++, counted::full);
        done.simulations += counted.asked();
        return counted.asked();
    }

    /** A round of a rollout policy: games and adaptation. */
    @Benchmark
    public long rollouts(Done done) {
        NestedRollouts.Round played = lane.round(() -> false);
        done.games += played.games();
        return played.cost();
    }
}
