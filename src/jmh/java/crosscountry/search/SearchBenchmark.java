package crosscountry.search;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.GameTemplate;
import crosscountry.search.method.Annealing;
import crosscountry.search.method.Budget;
import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.SearchOptions;
import crosscountry.task.Tasks;
import java.util.Locale;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Orders that annealing tries in a second, by task, cost and threads; one search of a second is one operation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SearchBenchmark {
    @Param({"RoeFlux_1d", "RoeFlux_3d", "RobotArm_6DOF", "BlackScholes_Jacobian", "Perceptron", "Encoder", "f", "g"})
    public String task;

    @Param({"published"})
    public String cost;

    @Param({"1", "2"})
    public int threads;

    /** Orders tried in all. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Tried {
        public long orders;
    }

    @Benchmark
    public long annealing(Tried tried) {
        CostModel rules = CostModel.valueOf(cost.toUpperCase(Locale.ROOT));
        RunningSearch search = new RunningSearch(
                GameTemplate.of(Tasks.graph(task), rules),
                SearchOptions.of(Budget.seconds(1)).seed(1).threads(threads));
        new Annealing().run(search);
        tried.orders += search.evaluations();
        return search.total();
    }
}
