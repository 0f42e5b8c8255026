package crosscountry.corpus;

/**
 * Rate equations; "IVP test set" is Mazzia and Magherini, Test Set for Initial Value Problem Solvers (Bari, release
 * 2.4, 2008).
 */
final class ChemicalKinetics {
    private ChemicalKinetics() {}

    /** Robertson's autocatalytic reaction (1966), with its rates as inputs. */
    @Sample({0.9, 0.00003, 0.1, 0.04, 30000000, 10000})
    static double[] robertson(double a, double b, double c, double k1, double k2, double k3) {
        double slow = k1 * a;
        double fast = k2 * b * b;
        double back = k3 * b * c;
        return new double[] {back - slow, slow - back - fast, fast};
    }

    /** HIRES of the IVP test set: morphogenesis by light, eight reactants (Schäfer 1975). */
    @Sample({1, 0.1, 0.05, 0.1, 0.2, 0.3, 0.004, 0.001})
    static double[] hires(double y1, double y2, double y3, double y4, double y5, double y6, double y7, double y8) {
        double bound = 280 * y6 * y8;
        return new double[] {
            -1.71 * y1 + 0.43 * y2 + 8.32 * y3 + 0.0007,
            1.71 * y1 - 8.75 * y2,
            -10.03 * y3 + 0.43 * y4 + 0.035 * y5,
            8.32 * y2 + 1.71 * y3 - 1.12 * y4,
            -1.745 * y5 + 0.43 * y6 + 0.43 * y7,
            -bound + 0.69 * y4 + 1.71 * y5 - 0.43 * y6 + 0.69 * y7,
            bound - 1.81 * y7,
            1.81 * y7 - bound
        };
    }

    /** The Oregonator of the IVP test set: Belousov and Zhabotinskii's reaction (Field, Noyes 1974). */
    @Sample({1.5, 2.5, 3.5})
    static double[] oregonator(double x, double y, double z) {
        return new double[] {77.27 * (y + x * (1 - 8.375e-6 * x - y)), (z - (1 + x) * y) / 77.27, 0.161 * (x - z)};
    }

    /**
     * One-dimensional Brusselator with diffusion at four points (Hairer, Nørsett, Wanner, Solving ODEs I, section
     * II.10).
     */
    @Sample(
            value = {1.1, 1.4, 1.3, 1.2, 3, 2.8, 2.9, 3.1},
            sizes = {4, 4})
    static double[] brusselator(double[] u, double[] v) {
        int n = u.length;
        double spread = 0.02 * (n + 1) * (n + 1);
        double[] slopes = new double[2 * n];
        for (int k = 0; k < n; k++) {
            double ul = k > 0 ? u[k - 1] : 1;
            double ur = k < n - 1 ? u[k + 1] : 1;
            double vl = k > 0 ? v[k - 1] : 3;
            double vr = k < n - 1 ? v[k + 1] : 3;
            double growth = u[k] * u[k] * v[k];
            slopes[k] = 1 + growth - 4 * u[k] + spread * (ul - 2 * u[k] + ur);
            slopes[n + k] = 3 * u[k] - growth + spread * (vl - 2 * v[k] + vr);
        }
        return slopes;
    }

    /** The chemical Akzo Nobel problem of the IVP test set. */
    @Sample({0.44, 0.00123, 0.01, 0.007, 0.02, 0.36})
    static double[] akzoNobel(double y1, double y2, double y3, double y4, double y5, double y6) {
        double square = Math.pow(y1, 4) * Math.sqrt(y2);
        double r1 = 18.7 * square;
        double r2 = 0.58 * y3 * y4;
        double r3 = 0.58 / 34.4 * y1 * y5;
        double r4 = 0.09 * y1 * y4 * y4;
        double r5 = 0.42 * y6 * y6 * Math.sqrt(y2);
        double inflow = 3.3 * (0.9 / 737 - y2);
        return new double[] {
            -2 * r1 + r2 - r3 - r4,
            -0.5 * r1 - r4 - 0.5 * r5 + inflow,
            r1 - r2 + r3,
            -r2 + r3 - 2 * r4,
            r2 - r3 + r5,
            115.83 * y1 * y4 - y6
        };
    }

    /** Twelve of the reactions of the air pollution problem of the IVP test set (Verwer 1994). */
    @Sample(
            value = {0.2, 0.04, 0.1, 0.3, 0.01, 0.007, 0.02, 0.05},
            sizes = 8)
    static double[] airPollution(double[] y) {
        double r1 = 0.35 * y[0];
        double r2 = 26.6 * y[1] * y[3];
        double r3 = 12.3 * y[4] * y[1];
        double r4 = 0.00086 * y[6];
        double r5 = 0.00082 * y[6];
        double r6 = 15.0 * y[6] * y[5];
        double r7 = 0.00013 * y[2];
        double r8 = 24.0 * y[2] * y[5];
        double r9 = 16.5 * y[7] * y[1];
        double r10 = 9.0 * y[7] * y[0];
        double r11 = 0.022 * y[2];
        double r12 = 12.0 * y[5] * y[0];
        return new double[] {
            -r1 - r10 - r12 + r2 + r3 + r9 + r11,
            -r2 - r3 - r9 + r1,
            -r7 - r8 - r11 + r10,
            -r2 + r1,
            -r3 + 2 * r4 + r6 + r7,
            -r6 - r8 - r12 + r3,
            -r4 - r5 - r6,
            r8 - r9 - r10
        };
    }

    /** A cooled stirred tank with an exothermic reaction (Uppal, Ray, Poore 1974), concentration and temperature. */
    @Sample({0.5, 350, 300, 100})
    static double[] stirredTank(double c, double temperature, double coolant, double flow) {
        double rate = 7.2e10 * Math.exp(-8750 / temperature) * c;
        double heat = 5.0e4 / (1000 * 0.239);
        return new double[] {
            flow / 100 * (1 - c) - rate,
            flow / 100 * (350 - temperature) + heat * rate + 5.0e4 / (100 * 1000 * 0.239) * (coolant - temperature)
        };
    }

    /** Competitive and uncompetitive inhibition in one rate (Cornish-Bowden, Fundamentals of Enzyme Kinetics). */
    @Sample({2, 0.5, 1.5, 0.8, 0.6, 0.9})
    static double enzymeInhibition(double substrate, double inhibitor, double limit, double km, double kc, double ku) {
        return limit * substrate / (km * (1 + inhibitor / kc) + substrate * (1 + inhibitor / ku));
    }

    /** The Lindemann-Hinshelwood fall-off with Troe's broadening (Gilbert, Luther, Troe 1983). */
    @Sample({1000, 0.00002, 0.6})
    static double troeFallOff(double temperature, double density, double centre) {
        double low = 3.0e20 * Math.pow(temperature, -1.2) * Math.exp(-800 / temperature);
        double high = 4.5e13 * Math.pow(temperature, 0.1) * Math.exp(-250 / temperature);
        double reduced = low * density / high;
        double log = Math.log(reduced) / Math.log(10);
        double logCentre = Math.log(centre) / Math.log(10);
        double c = -0.4 - 0.67 * logCentre;
        double n = 0.75 - 1.27 * logCentre;
        double shape = (log + c) / (n - 0.14 * (log + c));
        return high * reduced / (1 + reduced) * Math.pow(10, logCentre / (1 + shape * shape));
    }

    /** Goldbeter's minimal cascade for the mitotic oscillator (PNAS 88, 1991). */
    @Sample({0.3, 0.4, 0.5, 0.05})
    static double[] mitoticCascade(double cyclin, double kinase, double protease, double saturation) {
        double v1 = 3 * cyclin / (0.5 + cyclin);
        return new double[] {
            0.025 - 0.25 * protease * cyclin / (0.02 + cyclin) - 0.01 * cyclin,
            v1 * (1 - kinase) / (saturation + 1 - kinase) - 1.5 * kinase / (saturation + kinase),
            kinase * (1 - protease) / (saturation + 1 - protease) - 0.5 * protease / (saturation + protease)
        };
    }

    /**
     * Three implicit Euler residuals of A to B to C with temperature-dependent rates (Himmelblau and Bischoff 1968).
     */
    @Sample(
            value = {1, 0.1, 0, 0.9, 0.18, 0.02, 340},
            sizes = {3, 3})
    static double[] consecutiveReactions(double[] before, double[] after, double temperature) {
        double step = 0.1;
        double k1 = 4.0e3 * Math.exp(-2500 / temperature);
        double k2 = 6.2e5 * Math.exp(-5000 / temperature);
        double first = k1 * after[0] * after[0];
        double second = k2 * after[1];
        return new double[] {
            after[0] - before[0] + step * first,
            after[1] - before[1] - step * (first - second),
            after[2] - before[2] - step * second
        };
    }
}
