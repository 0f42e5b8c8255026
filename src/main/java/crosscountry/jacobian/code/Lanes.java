package crosscountry.jacobian.code;

import crosscountry.graph.Special;
import java.util.function.DoubleUnaryOperator;

/** Functions that the vector module lacks, for the lanes of one register. */
final class Lanes {
    private Lanes() {}

    static double[] erf(double[] x) {
        return each(x, Special::erf);
    }

    static float[] erf(float[] x) {
        return each(x, Special::erf);
    }

    static double[] log2(double[] x) {
        return each(x, Special::log2);
    }

    static float[] log2(float[] x) {
        return each(x, Special::log2);
    }

    static double[] rem(double[] x, double[] y) {
        for (int k = 0; k < x.length; k++) {
            x[k] %= y[k];
        }
        return x;
    }

    static float[] rem(float[] x, float[] y) {
        for (int k = 0; k < x.length; k++) {
            x[k] %= y[k];
        }
        return x;
    }

    private static double[] each(double[] x, DoubleUnaryOperator function) {
        for (int k = 0; k < x.length; k++) {
            x[k] = function.applyAsDouble(x[k]);
        }
        return x;
    }

    private static float[] each(float[] x, DoubleUnaryOperator function) {
        for (int k = 0; k < x.length; k++) {
            x[k] = (float) function.applyAsDouble(x[k]);
        }
        return x;
    }
}
