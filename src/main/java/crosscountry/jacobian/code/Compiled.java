package crosscountry.jacobian.code;

import crosscountry.jacobian.program.Program;
import java.util.Optional;

/** Programs as generated classes. */
final class Compiled {
    /**
     * What generated float64 classes implement: the point's numbers start at {@code from}, the results at {@code to};
     * {@code work} carries values from one method to the next.
     */
    interface Float64 {
        void run(double[] x, int from, double[] work, double[] result, int to);
    }

    /** What generated float32 classes implement. */
    interface Float32 {
        void run(float[] x, int from, float[] work, float[] result, int to);
    }

    private Compiled() {}

    static Executor float64(Program program) {
        Optional<Looped> looped = Looped.ofLarge(program);
        if (looped.isPresent()) {
            return float64(
                    program, looped.get().float64(), looped.get().operations().memory());
        }
        ProgramClass generated = ProgramClass.of(program, Precision.FLOAT64);
        return float64(program, (Float64) GeneratedClass.instance(generated.bytes()), generated.workSize());
    }

    static Executor float64(Program program, Float64 code, int size) {
        ThreadLocal<double[]> work = ThreadLocal.withInitial(() -> new double[size]);
        return new Executor() {
            @Override
            public void run(double[] x, int from, double[] result, int to) {
                code.run(x, from, size == 0 ? null : work.get(), result, to);
            }
        };
    }

    static Executor float32(Program program) {
        Optional<Looped> looped = Looped.ofLarge(program);
        if (looped.isPresent()) {
            return float32(
                    program, looped.get().float32(), looped.get().operations().memory());
        }
        ProgramClass generated = ProgramClass.of(program, Precision.FLOAT32);
        return float32(program, (Float32) GeneratedClass.instance(generated.bytes()), generated.workSize());
    }

    static Executor float32(Program program, Float32 code, int size) {
        int inputs = program.inputs();
        int results = program.results();
        ThreadLocal<float[]> work = ThreadLocal.withInitial(() -> new float[size]);
        return new Executor() {
            @Override
            public void run(float[] x, int from, float[] result, int to) {
                code.run(x, from, size == 0 ? null : work.get(), result, to);
            }

            @Override
            public void run(double[] x, int from, double[] result, int to) {
                float[] narrow = new float[inputs];
                for (int k = 0; k < inputs; k++) {
                    narrow[k] = (float) x[from + k];
                }
                float[] out = new float[results];
                run(narrow, 0, out, 0);
                for (int k = 0; k < results; k++) {
                    result[to + k] = out[k];
                }
            }
        };
    }
}
