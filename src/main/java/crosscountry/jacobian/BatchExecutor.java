package crosscountry.jacobian;

/** Computes a program's results at many points; safe for any number of threads. */
interface BatchExecutor {
    void run(int points, Layout layout, double[] xs, double[] results);

    void run(int points, Layout layout, float[] xs, float[] results);
}
