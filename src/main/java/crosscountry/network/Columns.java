package crosscountry.network;

import java.util.Arrays;

/**
 * Arithmetic on arrays {@code [channel][token]}. Every loop runs over the tokens of a few rows, each an array of its own: only so
 * does the JIT compiler make vector instructions of it (22 products a nanosecond against 4.5 with rows in one array).
 */
final class Columns {
    private Columns() {}

    /** Adds {@code w' x}: {@code to[n][t] += sum over k of weights[k][n] x[k][t]}, the weights in one array by rows. */
    static void multiply(float[] weights, float[][] x, float[][] to) {
        int columns = to.length;
        for (int n = 0; n < columns; n++) {
            int k = 0;
            for (; k + 4 <= x.length; k += 4) {
                int at = k * columns + n;
                add(weights[at], x[k], weights[at + columns], x[k + 1], weights[at + 2 * columns], x[k + 2], weights[at + 3 * columns], x[k + 3], to[n]);
            }
            for (; k < x.length; k++) {
                add(weights[k * columns + n], x[k], to[n]);
            }
        }
    }

    /** {@code to += sum over k of rows[from + k][at] others[first + k]} for so many k: a matrix of attention, a column a time. */
    static void combine(float[][] rows, int from, int at, float[][] others, int first, int count, float scale, float[] to) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            add(scale * rows[from + k][at], others[first + k], scale * rows[from + k + 1][at], others[first + k + 1],
                    scale * rows[from + k + 2][at], others[first + k + 2], scale * rows[from + k + 3][at], others[first + k + 3], to);
        }
        for (; k < count; k++) {
            add(scale * rows[from + k][at], others[first + k], to);
        }
    }

    /** {@code to += sum over k of factors[k] rows[k]}. */
    static void combine(float[] factors, float[][] rows, float[] to) {
        int k = 0;
        for (; k + 4 <= factors.length; k += 4) {
            add(factors[k], rows[k], factors[k + 1], rows[k + 1], factors[k + 2], rows[k + 2], factors[k + 3], rows[k + 3], to);
        }
        for (; k < factors.length; k++) {
            add(factors[k], rows[k], to);
        }
    }

    private static void add(float a, float[] x, float b, float[] y, float c, float[] z, float d, float[] u, float[] to) {
        for (int t = 0; t < to.length; t++) {
            to[t] += a * x[t] + b * y[t] + (c * z[t] + d * u[t]);
        }
    }

    private static void add(float a, float[] x, float[] to) {
        for (int t = 0; t < to.length; t++) {
            to[t] += a * x[t];
        }
    }

    /** Rows of one number each. */
    static float[][] filled(float[] numbers, int tokens) {
        float[][] rows = new float[numbers.length][tokens];
        for (int n = 0; n < numbers.length; n++) {
            Arrays.fill(rows[n], numbers[n]);
        }
        return rows;
    }

    static void positive(float[][] rows) {
        for (float[] row : rows) {
            for (int t = 0; t < row.length; t++) {
                row[t] = Math.max(row[t], 0);
            }
        }
    }

    /** Each token over the root of its mean square, times one number a channel. */
    static float[][] norm(float[][] x, float[] factors, float small) {
        float[] scale = new float[x[0].length];
        for (float[] row : x) {
            for (int t = 0; t < row.length; t++) {
                scale[t] += row[t] * row[t];
            }
        }
        for (int t = 0; t < scale.length; t++) {
            scale[t] = (float) (1 / Math.sqrt(scale[t] / x.length + small));
        }
        float[][] to = new float[x.length][scale.length];
        for (int c = 0; c < x.length; c++) {
            scaled(factors[c], x[c], scale, to[c]);
        }
        return to;
    }

    private static void scaled(float factor, float[] x, float[] scale, float[] to) {
        for (int t = 0; t < to.length; t++) {
            to[t] = factor * x[t] * scale[t];
        }
    }

    /** A distribution over the rows for each token. */
    static void softmax(float[][] scores) {
        float[] most = scores[0].clone();
        for (float[] row : scores) {
            for (int t = 0; t < most.length; t++) {
                most[t] = Math.max(most[t], row[t]);
            }
        }
        float[] sums = new float[most.length];
        for (float[] row : scores) {
            exp(row, most);
            add(1, row, sums);
        }
        for (int t = 0; t < sums.length; t++) {
            sums[t] = 1 / sums[t];
        }
        for (float[] row : scores) {
            scaled(1, row, sums, row);
        }
    }

    /**
     * {@code row = exp(row - most)} for what is at most 0, with a relative error below 3e-7: a power of two, and Taylor's polynomial
     * of what is left, which is at most log(2) / 2; {@link Math#exp} took half of an answer's time.
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
