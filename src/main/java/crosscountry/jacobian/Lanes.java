package crosscountry.jacobian;

import crosscountry.graph.Special;

/** Functions that the vector module lacks, for the lanes of one register. */
final class Lanes {
    private Lanes() {}

    static double[] erf(double[] x) {
        for (int k = 0; k < x.length; k++) {
            x[k] = Special.erf(x[k]);
        }
        return x;
    }

    static float[] erf(float[] x) {
        for (int k = 0; k < x.length; k++) {
            x[k] = (float) Special.erf(x[k]);
        }
        return x;
    }
}
