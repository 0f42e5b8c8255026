package crosscountry.trace;

import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.task.Tasks;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Tracing of Java methods, and the part of it that is the check against the method itself. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TraceBenchmark {
    private final Graph roeFlux = Tasks.graph("RoeFlux_1d");
    private final Tape inputs = inputs(roeFlux);
    private final double[] outputs = roeFlux.origin().orElseThrow().call(inputs.numbers());

    private static Tape inputs(Graph graph) {
        Tape tape = new Tape(null);
        graph.inputs().stream().map(Input::name).forEach(tape::input);
        return tape;
    }

    /** Euler steps of Lorenz's equations, 14 operations a step. */
    public static double[] lorenz(double x, double y, double z, int steps) {
        for (int k = 0; k < steps; k++) {
            double dx = 10 * (y - x);
            double dy = x * (28 - z) - y;
            double dz = x * y - 8.0 / 3 * z;
            x += 0.001 * dx;
            y += 0.001 * dy;
            z += 0.001 * dz;
        }
        return new double[] {x, y, z};
    }

    @Benchmark
    public Graph roeFlux() {
        return Tasks.graph("RoeFlux_1d");
    }

    @Benchmark
    public void checkOfRoeFlux() {
        new Check(roeFlux, inputs, roeFlux.origin().orElseThrow()::call, null).run(outputs);
    }

    @Benchmark
    public Graph lorenzOf1000Steps() {
        return Trace.method(TraceBenchmark.class, "lorenz").with("steps", 1000).graph();
    }
}
