package crosscountry.jacobian.code;

import crosscountry.jacobian.program.Program;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How programs run.
 *
 * @param lanes points in a vector register; 1 where batches are points one by one
 * @param executor for single points
 */
public record BackEnd(Precision precision, int lanes, Function<Program, Executor> executor) {
    public static BackEnd interpreter() {
        return new BackEnd(Precision.FLOAT64, 1, BackEnd::interpreted);
    }

    public static BackEnd compiler(Precision precision) {
        return new BackEnd(
                precision,
                Vectors.lanes(precision),
                precision == Precision.FLOAT64 ? Compiled::float64 : Compiled::float32);
    }

    private static Executor interpreted(Program program) {
        int[] nodes = program.resultNodes();
        return (x, from, result, to) -> {
            double[] values = program.evaluate(Arrays.copyOfRange(x, from, from + program.inputs()));
            int place = to;
            for (int node : nodes) {
                result[place++] = values[node];
            }
        };
    }

    /** The same in float64. */
    public BackEnd inFloat64() {
        return precision == Precision.FLOAT64 ? this : compiler(Precision.FLOAT64);
    }

    /**
     * The same for programs that may run only a few times: they are interpreted at first, where there is an
     * interpreter.
     */
    public BackEnd late() {
        return precision == Precision.FLOAT64
                ? new BackEnd(
                        precision, lanes, program -> new Late(interpreted(program), () -> executor.apply(program)))
                : this;
    }

    /** Compiles after some runs; interpreter and code give the same numbers to the last bit. */
    private static final class Late implements Executor {
        /** How many interpreted runs take about as long as compiling. */
        private static final int FEW = 16;

        private final Executor first;
        private final Supplier<Executor> compiler;
        private final AtomicInteger runs = new AtomicInteger();
        private volatile Executor compiled;

        Late(Executor first, Supplier<Executor> compiler) {
            this.first = first;
            this.compiler = compiler;
        }

        @Override
        public void run(double[] x, int from, double[] result, int to) {
            Executor ready = compiled;
            if (ready == null && runs.incrementAndGet() == FEW) { // one thread compiles, the others go on
                ready = compiler.get();
                compiled = ready;
            }
            (ready == null ? first : ready).run(x, from, result, to);
        }
    }
}
