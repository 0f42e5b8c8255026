package crosscountry.jacobian;

import com.fasterxml.jackson.databind.JsonNode;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Reference;
import java.util.Arrays;
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
import org.openjdk.jmh.annotations.Warmup;

/** Jacobians in the Markowitz order: the plan, one point, a batch. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 2)
public class JacobianBenchmark {
    private static final int POINTS = 16384;

    @Param({"RoeFlux_1d", "RobotArm_6DOF", "BlackScholes_Jacobian"})
    public String task;

    private Graph graph;
    private JacobianPlan plan;
    private double[] x;
    private double[] result;
    private double[] xs;
    private double[] results;

    @Setup
    public void prepare() {
        graph = Reference.graph(task);
        plan = Jacobians.of(graph, Orders.markowitz(graph, CostModel.MULTIPLICATIONS));
        JsonNode point =
                Reference.json("graphs/" + task + ".json").get("points").get(0);
        x = Points.flat(graph, Reference.inputs(graph, point));
        result = new double[plan.resultSize()];
        xs = new double[POINTS * x.length];
        Arrays.setAll(xs, k -> x[k / POINTS]);
        results = new double[POINTS * plan.resultSize()];
    }

    @Benchmark
    public JacobianPlan making() {
        return Jacobians.of(graph, plan.order());
    }

    @Benchmark
    public double[] onePoint() {
        plan.into(x, result);
        return result;
    }

    @Benchmark
    public double[] batch() {
        plan.batch(POINTS, Layout.COLUMNS, xs, results);
        return results;
    }
}
