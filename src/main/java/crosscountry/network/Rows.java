package crosscountry.network;

/**
 * Arithmetic on the tokens of a few rows, each an array of its own: only then does the JIT compiler make vector
 * instructions of it (22 products a nanosecond against 4.5 with rows in one array). There is one loop in each method,
 * so that a short run can leave these to the second compiler and all else to the first
 * ({@code kernel/agent-compilers.json}).
 */
final class Rows {
    private Rows() {}

    /** {@code to += a x + b y + c z + d u}. */
    static void add(float a, float[] x, float b, float[] y, float c, float[] z, float d, float[] u, float[] to) {
        for (int t = 0; t < to.length; t++) {
            to[t] += a * x[t] + b * y[t] + (c * z[t] + d * u[t]);
        }
    }

    /** {@code to += a x}. */
    static void add(float a, float[] x, float[] to) {
        for (int t = 0; t < to.length; t++) {
            to[t] += a * x[t];
        }
    }

    /** {@code to += x x}, number by number. */
    static void addSquares(float[] x, float[] to) {
        for (int t = 0; t < to.length; t++) {
            to[t] += x[t] * x[t];
        }
    }

    /** {@code to = factor x scale}, number by number. */
    static void scaled(float factor, float[] x, float[] scale, float[] to) {
        for (int t = 0; t < to.length; t++) {
            to[t] = factor * x[t] * scale[t];
        }
    }

    /** {@code most = max(most, row)}. */
    static void greater(float[] row, float[] most) {
        for (int t = 0; t < most.length; t++) {
            most[t] = Math.max(most[t], row[t]);
        }
    }

    /** {@code row = max(row, 0)}. */
    static void positive(float[] row) {
        for (int t = 0; t < row.length; t++) {
            row[t] = Math.max(row[t], 0);
        }
    }

    /** {@code to[t] = numbers[kinds[t]]}. */
    static void choose(float[] numbers, byte[] kinds, float[] to) {
        for (int t = 0; t < to.length; t++) {
            to[t] = numbers[kinds[t]];
        }
    }

    /**
     * {@code row = exp(row - most)} for what is at most 0, with a relative error below 3e-7: a power of two, and
     * Taylor's polynomial of what is left, which is at most log(2) / 2; {@link Math#exp} took half of an answer's time.
     */
    static void exp(float[] row, float[] most) {
        for (int t = 0; t < row.length; t++) {
            float x = Math.max(row[t] - most[t], -87);
            int n = (int) (x * 1.44269504f - 0.5f);
            float r = x + n * -0.693359375f + n * 2.12194440e-4f; // log(2) in two parts (Cephes)
            float sum = 1 + r * (1 + r * (1 / 2f + r * (1 / 6f + r * (1 / 24f + r * (1 / 120f + r * (1 / 720f))))));
            row[t] = Float.intBitsToFloat((n + 127) << 23) * sum;
        }
    }
}
