package crosscountry.jacobian;

/** Copies numbers of points between arrays that hold them at different strides. */
final class Transposition {
    private Transposition() {}

    /**
     * Number k of point i, for all k below {@code numbers} and i below {@code points}, stands at {@code start + i *
     * point + k * number} in each array.
     */
    static void copy(
            Kind kind,
            Object from,
            int fromStart,
            int fromPoint,
            int fromNumber,
            Object to,
            int toStart,
            int toPoint,
            int toNumber,
            int points,
            int numbers) {
        if (kind == Kind.FLOAT64) {
            double[] source = (double[]) from;
            double[] target = (double[]) to;
            for (int i = 0; i < points; i++) {
                int s = fromStart + i * fromPoint;
                int t = toStart + i * toPoint;
                for (int k = 0; k < numbers; k++, s += fromNumber, t += toNumber) {
                    target[t] = source[s];
                }
            }
        } else {
            float[] source = (float[]) from;
            float[] target = (float[]) to;
            for (int i = 0; i < points; i++) {
                int s = fromStart + i * fromPoint;
                int t = toStart + i * toPoint;
                for (int k = 0; k < numbers; k++, s += fromNumber, t += toNumber) {
                    target[t] = source[s];
                }
            }
        }
    }
}
