package crosscountry.jacobian.code;

import crosscountry.jacobian.program.Program;

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
        ProgramClass generated = ProgramClass.of(program, Precision.FLOAT64);
        Float64 code = (Float64) GeneratedClass.instance(generated.bytes());
        int size = generated.workSize();
        ThreadLocal<double[]> work = ThreadLocal.withInitial(() -> new double[size]);
        return new Executor() {
            @Override
            public void run(double[] x, int from, double[] result, int to) {
                code.run(x, from, size == 0 ? null : work.get(), result, to);
            }
        };
    }

    static Executor float32(Program program) {
        ProgramClass generated = ProgramClass.of(program, Precision.FLOAT32);
        Float32 code = (Float32) GeneratedClass.instance(generated.bytes());
        int size = generated.workSize();
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
