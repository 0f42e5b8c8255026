package crosscountry.network;

import java.util.Arrays;

/** Arithmetic on arrays {@code [channel][token]}, row by row ({@link Rows}). */
final class Columns {
    private Columns() {}

    /**
     * Adds {@code w' x}: {@code to[n][t] += sum over k of weights[k][n] x[k][t]}, with all weights in one array, row by
     * row.
     */
    static void multiply(float[] weights, float[][] x, float[][] to) {
        int columns = to.length;
        for (int n = 0; n < columns; n++) {
            int k = 0;
            for (; k + 4 <= x.length; k += 4) {
                int at = k * columns + n;
                Rows.add(
                        weights[at],
                        x[k],
                        weights[at + columns],
                        x[k + 1],
                        weights[at + 2 * columns],
                        x[k + 2],
                        weights[at + 3 * columns],
                        x[k + 3],
                        to[n]);
            }
            for (; k < x.length; k++) {
                Rows.add(weights[k * columns + n], x[k], to[n]);
            }
        }
    }

    /**
     * {@code to += sum over k of rows[from + k][at] others[first + k]} for this many k: a matrix of attention, one
     * column at a time.
     */
    static void combine(
            float[][] rows, int from, int at, float[][] others, int first, int count, float scale, float[] to) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            Rows.add(
                    scale * rows[from + k][at],
                    others[first + k],
                    scale * rows[from + k + 1][at],
                    others[first + k + 1],
                    scale * rows[from + k + 2][at],
                    others[first + k + 2],
                    scale * rows[from + k + 3][at],
                    others[first + k + 3],
                    to);
        }
        for (; k < count; k++) {
            Rows.add(scale * rows[from + k][at], others[first + k], to);
        }
    }

    /** {@code to += sum over k of factors[k] rows[k]}. */
    static void combine(float[] factors, float[][] rows, float[] to) {
        int k = 0;
        for (; k + 4 <= factors.length; k += 4) {
            Rows.add(
                    factors[k],
                    rows[k],
                    factors[k + 1],
                    rows[k + 1],
                    factors[k + 2],
                    rows[k + 2],
                    factors[k + 3],
                    rows[k + 3],
                    to);
        }
        for (; k < factors.length; k++) {
            Rows.add(factors[k], rows[k], to);
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
            Rows.positive(row);
        }
    }

    /** Each token over the root of its mean square, times one number a channel. */
    static float[][] norm(float[][] x, float[] factors, float small) {
        float[] scale = new float[x[0].length];
        for (float[] row : x) {
            Rows.addSquares(row, scale);
        }
        for (int t = 0; t < scale.length; t++) {
            scale[t] = (float) (1 / Math.sqrt(scale[t] / x.length + small));
        }
        float[][] to = new float[x.length][scale.length];
        for (int c = 0; c < x.length; c++) {
            Rows.scaled(factors[c], x[c], scale, to[c]);
        }
        return to;
    }

    /** A distribution over the rows for each token. */
    static void softmax(float[][] scores) {
        float[] most = scores[0].clone();
        for (float[] row : scores) {
            Rows.greater(row, most);
        }
        float[] sums = new float[most.length];
        for (float[] row : scores) {
            Rows.exp(row, most);
            Rows.add(1, row, sums);
        }
        for (int t = 0; t < sums.length; t++) {
            sums[t] = 1 / sums[t];
        }
        for (float[] row : scores) {
            Rows.scaled(1, row, sums, row);
        }
    }
}
