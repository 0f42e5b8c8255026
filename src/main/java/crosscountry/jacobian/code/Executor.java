package crosscountry.jacobian.code;

/** Computes a program's outputs and entries, in that order, at one point; safe for any number of threads. */
public interface Executor {
    /** Reads the point's numbers from {@code x[from]} on and writes all results from {@code result[to]} on. */
    void run(double[] x, int from, double[] result, int to);

    /** The same in float32, where the program is compiled for it. */
    default void run(float[] x, int from, float[] result, int to) {
        throw notFloat32();
    }

    static IllegalArgumentException notFloat32() {
        return new IllegalArgumentException("this plan computes in float64 and takes arrays of double");
    }
}
