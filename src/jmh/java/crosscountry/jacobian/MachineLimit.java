package crosscountry.jacobian;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** The peaks of this machine, measured on all cores by loops that HotSpot vectorises. */
final class MachineLimit {
    private static final int SMALL = 1024;
    private static final int LARGE = 4 << 20;

    private MachineLimit() {}

    /** Floating-point operations a second in float64, fused multiply-adds on numbers in the first-level cache. */
    static double flops() {
        return best(() -> {
            double[] x = new double[SMALL];
            for (int k = 0; k < 20_000; k++) {
                polynomial(x);
            }
            return 20_000L * SMALL * 16;
        });
    }

    private static void polynomial(double[] x) {
        for (int i = 0; i < x.length; i++) {
            double v = x[i];
            v = Math.fma(v, 0.5, 1.0);
            v = Math.fma(v, 0.5, 1.0);
            v = Math.fma(v, 0.5, 1.0);
            v = Math.fma(v, 0.5, 1.0);
            v = Math.fma(v, 0.5, 1.0);
            v = Math.fma(v, 0.5, 1.0);
            v = Math.fma(v, 0.5, 1.0);
            x[i] = Math.fma(v, 0.5, 1.0);
        }
    }

    /** Bytes a second of a[i] = b[i] + s c[i] on arrays beyond every cache: two read, one written. */
    static double bytes() {
        return best(() -> {
            double[] a = new double[LARGE];
            double[] b = new double[LARGE];
            double[] c = new double[LARGE];
            for (int k = 0; k < 4; k++) {
                triad(a, b, c);
            }
            return 4L * LARGE * 24;
        });
    }

    private static void triad(double[] a, double[] b, double[] c) {
        for (int i = 0; i < a.length; i++) {
            a[i] = b[i] + 3 * c[i];
        }
    }

    private static double best(LongSupplier work) {
        double[] rates = new double[6];
        Arrays.setAll(rates, k -> {
            long start = System.nanoTime();
            long done = IntStream.range(0, ForkJoinPool.getCommonPoolParallelism() + 1)
                    .parallel()
                    .mapToLong(t -> work.getAsLong())
                    .sum();
            return done * 1e9 / (System.nanoTime() - start);
        });
        return Arrays.stream(rates).max().orElseThrow();
    }
}
