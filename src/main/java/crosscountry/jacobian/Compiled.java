package crosscountry.jacobian;

import java.lang.invoke.MethodHandles;

/** Programs as generated classes. */
final class Compiled {
    /** What generated float64 classes implement: {@code work} carries values from one method to the next. */
    interface Float64 {
        void run(double[] x, double[] work, double[] result);
    }

    /** What generated float32 classes implement. */
    interface Float32 {
        void run(float[] x, float[] work, float[] result);
    }

    private Compiled() {}

    static JacobianPlan.Executor float64(Program program) {
        ProgramClass generated = ProgramClass.of(program, Kind.FLOAT64);
        Float64 code = (Float64) instance(generated.bytes());
        int work = generated.workSize();
        return (x, result) -> code.run(x, new double[work], result);
    }

    static JacobianPlan.Executor float32(Program program) {
        ProgramClass generated = ProgramClass.of(program, Kind.FLOAT32);
        Float32 code = (Float32) instance(generated.bytes());
        int work = generated.workSize();
        return (x, result) -> {
            float[] narrow = new float[x.length];
            for (int k = 0; k < x.length; k++) {
                narrow[k] = (float) x[k];
            }
            float[] out = new float[result.length];
            code.run(narrow, new float[work], out);
            for (int k = 0; k < out.length; k++) {
                result[k] = out[k];
            }
        };
    }

    private static Object instance(byte[] bytes) {
        try {
            return MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("generated code does not load", e);
        }
    }
}
