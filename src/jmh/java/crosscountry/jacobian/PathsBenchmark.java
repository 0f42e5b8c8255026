package crosscountry.jacobian;

import com.fasterxml.jackson.databind.JsonNode;
import crosscountry.Piecewise;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.PrimalValues;
import crosscountry.graph.Reference;
import crosscountry.graph.Relation;
import java.util.Arrays;
import java.util.Random;
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

/**
 * What a branch costs: a function with two paths, each as long as the function without a branch, at points that take
 * one or the other at random. {@code early} decides on an input, {@code late} on the last value.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 2)
public class PathsBenchmark {
    private static final int POINTS = 16384;

    @Param({"RoeFlux_1d", "RobotArm_6DOF", "HumanHeartDipole"})
    public String task;

    private JacobianPlan straight;
    private JacobianPlan early;
    private JacobianPlan late;
    private double[] x;
    private double[] xs;
    private double[] straightResults;
    private double[] pathResults;

    @Setup
    public void prepare() {
        Graph graph = Reference.graph(task);
        JsonNode point =
                Reference.json("graphs/" + task + ".json").get("points").get(0);
        x = Points.flat(graph, Reference.inputs(graph, point));
        int last = graph.inputs().size() + graph.vertices().size();
        double value = PrimalValues.of(graph, graph.point(x)).value(last).data()[0];
        straight = plan(graph);
        early = plan(divided(graph, 1, x[0]));
        late = plan(divided(graph, last, value));
        Random random = new Random(1);
        xs = new double[POINTS * x.length];
        Arrays.setAll(xs, k -> x[k / POINTS] * (1 + 0.02 * random.nextGaussian()));
        straightResults = new double[POINTS * straight.resultSize()];
        pathResults = new double[POINTS * early.resultSize()];
    }

    private static JacobianPlan plan(Graph graph) {
        return Jacobians.of(graph, Orders.markowitz(graph, CostModel.MULTIPLICATIONS));
    }

    private static Graph divided(Graph graph, int id, double value) {
        return new Piecewise()
                .piece(graph, Piecewise.when(id, Relation.GT, value))
                .piece(graph, Piecewise.when(id, Relation.NOT_GT, value))
                .graph(0);
    }

    @Benchmark
    public double[] straightPoint() {
        straight.into(x, straightResults);
        return straightResults;
    }

    @Benchmark
    public double[] latePoint() {
        late.into(x, pathResults);
        return pathResults;
    }

    @Benchmark
    public double[] straightBatch() {
        straight.batch(POINTS, Layout.COLUMNS, xs, straightResults);
        return straightResults;
    }

    @Benchmark
    public double[] earlyBatch() {
        early.batch(POINTS, Layout.COLUMNS, xs, pathResults);
        return pathResults;
    }

    @Benchmark
    public double[] lateBatch() {
        late.batch(POINTS, Layout.COLUMNS, xs, pathResults);
        return pathResults;
    }
}
