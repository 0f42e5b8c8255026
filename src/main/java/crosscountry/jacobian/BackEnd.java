package crosscountry.jacobian;

import java.util.Arrays;
import java.util.function.Function;

/**
 * What makes programs run.
 *
 * @param lanes points in a vector register; 1 where batches are points one by one
 * @param executor for single points
 */
record BackEnd(Kind kind, int lanes, Function<Program, Executor> executor) {
    static BackEnd interpreter() {
        return new BackEnd(Kind.FLOAT64, 1, program -> (x, from, result, to) -> {
            double[] values = program.evaluate(Arrays.copyOfRange(x, from, from + program.inputs()));
            int place = to;
            for (int node : program.outputs()) {
                result[place++] = values[node];
            }
            for (Program.Entry entry : program.entries()) {
                result[place++] = values[entry.node()];
            }
        });
    }

    static BackEnd compiler(Kind kind) {
        return new BackEnd(kind, Vectors.lanes(kind), kind == Kind.FLOAT64 ? Compiled::float64 : Compiled::float32);
    }

    /** The same in float64. */
    BackEnd inFloat64() {
        return kind == Kind.FLOAT64 ? this : compiler(Kind.FLOAT64);
    }
}
