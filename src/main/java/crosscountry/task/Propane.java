package crosscountry.task;

/** Combustion of propane in air, full formulation of MINPACK-2: eleven equilibrium equations at pressure 40. */
final class Propane {
    private static final double PRESSURE = 40;

    private Propane() {}

    static double[] propaneCombustion(
            double x1,
            double x2,
            double x3,
            double x4,
            double x5,
            double x6,
            double x7,
            double x8,
            double x9,
            double x10,
            double x11) {
        double root = Math.sqrt(PRESSURE / x11);
        return new double[] {
            x1 + x4 - 3,
            2 * x1 + x2 + x4 + x7 + x8 + x9 + 2 * x10 - 10,
            2 * x2 + 2 * x5 + x6 + x7 - 8,
            2 * x3 + x9 - PRESSURE,
            x2 * x4 - x1 * x5,
            Math.sqrt(x2 * x4) - Math.sqrt(x1) * root * x6,
            Math.sqrt(x1 * x2) - Math.sqrt(x4) * x7 * root,
            x1 - x4 * x8 * PRESSURE / x11,
            x1 * Math.sqrt(x3) - x4 * x9 * root,
            Math.pow(x1, 2) - Math.pow(x4, 2) * x10 * PRESSURE / x11,
            x11 - x1 - x2 - x3 - x4 - x5 - x6 - x7 - x8 - x9 - x10
        };
    }
}
