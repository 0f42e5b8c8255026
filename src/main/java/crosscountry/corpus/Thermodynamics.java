package crosscountry.corpus;

/**
 * Equations of state and phase equilibria (Poling, Prausnitz, O'Connell, The Properties of Gases and Liquids, 5th
 * edition).
 */
final class Thermodynamics {
    private static final double R = 8.314462618;

    private Thermodynamics() {}

    /** Van der Waals' pressure, its compressibility and its internal pressure from temperature and molar volume. */
    @Sample({300, 0.001, 0.364, 0.0000427})
    static double[] vanDerWaals(double temperature, double volume, double a, double b) {
        double attraction = a / (volume * volume);
        double pressure = R * temperature / (volume - b) - attraction;
        return new double[] {pressure, pressure * volume / (R * temperature), attraction};
    }

    /** Pressure and fugacity coefficient of Soave, Redlich and Kwong (1972). */
    @Sample({350, 0.002, 369.8, 4248000, 0.152})
    static double[] soaveRedlichKwong(double temperature, double volume, double tc, double pc, double omega) {
        double m = 0.480 + 1.574 * omega - 0.176 * omega * omega;
        double root = 1 + m * (1 - Math.sqrt(temperature / tc));
        double a = 0.42748 * R * R * tc * tc / pc * root * root;
        double b = 0.08664 * R * tc / pc;
        double pressure = R * temperature / (volume - b) - a / (volume * (volume + b));
        double z = pressure * volume / (R * temperature);
        double bp = b * pressure / (R * temperature);
        double ln = z - 1 - Math.log(z - bp) - a / (b * R * temperature) * Math.log(1 + bp / z);
        return new double[] {pressure, Math.exp(ln)};
    }

    /** Peng and Robinson's pressure of a binary mixture with van der Waals' mixing rules (1976). */
    @Sample({320, 0.0015, 0.4, 0.02})
    static double pengRobinsonMixture(double temperature, double volume, double x, double kij) {
        double[] tc = {190.6, 369.8};
        double[] pc = {4.60e6, 4.25e6};
        double[] omega = {0.011, 0.152};
        double[] mole = {x, 1 - x};
        double[] a = new double[2];
        double b = 0;
        for (int k = 0; k < 2; k++) {
            double kappa = 0.37464 + 1.54226 * omega[k] - 0.26992 * omega[k] * omega[k];
            double alpha = Math.pow(1 + kappa * (1 - Math.sqrt(temperature / tc[k])), 2);
            a[k] = 0.45724 * Math.pow(R * tc[k], 2) / pc[k] * alpha;
            b += mole[k] * (0.07780 * R * tc[k] / pc[k]);
        }
        double mixed = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double pair = Math.sqrt(a[i] * a[j]);
                mixed += mole[i] * mole[j] * (i == j ? pair : pair * (1 - kij));
            }
        }
        return R * temperature / (volume - b) - mixed / (volume * volume + 2 * b * volume - b * b);
    }

    /**
     * Wilson's activity coefficients of two components, and the bubble pressure by Antoine's equation (ethanol and
     * water).
     */
    @Sample({0.4, 345, 0.16, 0.9})
    static double[] wilsonBubble(double x, double temperature, double lambda12, double lambda21) {
        double y = 1 - x;
        double one = x + lambda12 * y;
        double two = y + lambda21 * x;
        double share = lambda12 / one - lambda21 / two;
        double gamma1 = Math.exp(-Math.log(one) + y * share);
        double gamma2 = Math.exp(-Math.log(two) - x * share);
        double p1 = x * gamma1 * antoine(8.20417, 1642.89, 230.3, temperature);
        double p2 = y * gamma2 * antoine(8.07131, 1730.63, 233.426, temperature);
        return new double[] {p1 + p2, p1 / (p1 + p2)};
    }

    private static double antoine(double a, double b, double c, double temperature) {
        return Math.pow(10, a - b / (c + (temperature - 273.15)));
    }

    /** Activity coefficients by Renon and Prausnitz's NRTL for three components, their interactions given. */
    @Sample(
            value = {0.3, 0.5, 0.2, 0, 0.5, 0.8, 0.3, 0, 0.4, 0.9, 0.2, 0},
            sizes = {3, 3, 3})
    static double[] nrtl(double[] x, double[][] tau) {
        int n = x.length;
        double[][] g = new double[n][n];
        double[] sums = new double[n];
        double[] weighted = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                g[i][j] = Math.exp(-0.3 * tau[i][j]);
                sums[j] += x[i] * g[i][j];
                weighted[j] += x[i] * tau[i][j] * g[i][j];
            }
        }
        double[] gamma = new double[n];
        for (int i = 0; i < n; i++) {
            double ln = weighted[i] / sums[i];
            for (int j = 0; j < n; j++) {
                ln += x[j] * g[i][j] / sums[j] * (tau[i][j] - weighted[j] / sums[j]);
            }
            gamma[i] = Math.exp(ln);
        }
        return gamma;
    }

    /** Heat capacity, enthalpy and entropy over R by NASA's seven coefficients (McBride, Gordon, Reno 1993). */
    @Sample(
            value = {1200, 2.95, 0.0014, -4.9e-7, 7.9e-11, -4.6e-15, -924, 5.9},
            sizes = 7)
    static double[] nasaPolynomials(double t, double[] a) {
        double t2 = t * t;
        double t3 = t2 * t;
        double t4 = t3 * t;
        double cp = a[0] + a[1] * t + a[2] * t2 + a[3] * t3 + a[4] * t4;
        double h = a[0] + a[1] / 2 * t + a[2] / 3 * t2 + a[3] / 4 * t3 + a[4] / 5 * t4 + a[5] / t;
        double s = a[0] * Math.log(t) + a[1] * t + a[2] / 2 * t2 + a[3] / 3 * t3 + a[4] / 4 * t4 + a[6];
        return new double[] {cp, h, s};
    }

    /**
     * Humidity ratio, enthalpy and dew point of moist air (ASHRAE Handbook, Fundamentals, 2017, chapter 1; Magnus'
     * formula).
     */
    @Sample({25, 0.6, 101325})
    static double[] moistAir(double celsius, double humidity, double pressure) {
        double vapour = humidity * 610.94 * Math.exp(17.625 * celsius / (celsius + 243.04));
        double ratio = 0.621945 * vapour / (pressure - vapour);
        double log = Math.log(vapour / 610.94);
        return new double[] {ratio, 1.006 * celsius + ratio * (2501 + 1.86 * celsius), 243.04 * log / (17.625 - log)};
    }

    /**
     * Efficiency and work of an air-standard Brayton cycle with losses and a regenerator (Bejan, Advanced Engineering
     * Thermodynamics).
     */
    @Sample({300, 1400, 8, 0.85, 0.9, 0.7})
    static double[] braytonCycle(
            double cold, double hot, double ratio, double compressor, double turbine, double regenerator) {
        double factor = Math.pow(ratio, 0.4 / 1.4);
        double compressed = cold + cold * (factor - 1) / compressor;
        double expanded = hot - hot * turbine * (1 - 1 / factor);
        double heated = compressed + regenerator * (expanded - compressed);
        double work = (hot - expanded) - (compressed - cold);
        return new double[] {work / (hot - heated), work};
    }
}
