package crosscountry.elimination.state;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphJson;
import crosscountry.task.LargeTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

/** Reading a graph and ordering it by Markowitz against its size, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx6g")
public class LargeBenchmark {
    @Param({"stepper", "stencil", "network"})
    public String task;

    @Param({"10000", "100000", "1000000"})
    public int operations;

    private Graph graph;
    private Path json;

    @Setup
    public void build() throws IOException {
        graph = LargeTasks.named(task, operations);
        json = Files.createTempFile(task, ".json");
        Files.writeString(json, GraphJson.write(graph));
    }

    @TearDown
    public void remove() throws IOException {
        Files.delete(json);
    }

    @Benchmark
    public Graph read() {
        return GraphJson.read(json);
    }

    @Benchmark
    public int[] markowitz() {
        return SparseGame.of(graph, CostModel.PUBLISHED).playMarkowitz();
    }
}
