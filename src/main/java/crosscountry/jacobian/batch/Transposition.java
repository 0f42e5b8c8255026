package crosscountry.jacobian.batch;

import crosscountry.jacobian.code.Precision;

/** Copies points between arrays that hold their numbers at different strides. */
final class Transposition {
    private Transposition() {}

    /**
     * Copies all numbers of {@code points} points, from {@code first} on, to where {@code at} and the next ones stand.
     */
    static void copy(Precision precision, Grid from, int first, Grid to, int at, int points) {
        int numbers = from.numbers();
        int fromNumber = from.number();
        int toNumber = to.number();
        if (precision == Precision.FLOAT64) {
            double[] source = (double[]) from.array();
            double[] target = (double[]) to.array();
            for (int i = 0; i < points; i++) {
                int s = from.at(first + i);
                int t = to.at(at + i);
                for (int k = 0; k < numbers; k++, s += fromNumber, t += toNumber) {
                    target[t] = source[s];
                }
            }
        } else {
            float[] source = (float[]) from.array();
            float[] target = (float[]) to.array();
            for (int i = 0; i < points; i++) {
                int s = from.at(first + i);
                int t = to.at(at + i);
                for (int k = 0; k < numbers; k++, s += fromNumber, t += toNumber) {
                    target[t] = source[s];
                }
            }
        }
    }
}
