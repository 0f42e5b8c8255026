package crosscountry.corpus;

/** Helmholtz and Gibbs energies of mixtures: near the paper's Helmholtz and FreeEnergy, so for tests only. */
final class FreeEnergies {
    private FreeEnergies() {}

    /**
     * The residual Helmholtz energy of a mixture of four by van der Waals (Griewank and Walther, Evaluating
     * Derivatives, section 1.1, whole).
     */
    @Sample(
            value = {0.1, 0.2, 0.15, 0.25},
            sizes = 4)
    static double mixtureHelmholtz(double[] x) {
        double[] b = {0.1, 0.2, 0.15, 0.12};
        double volume = 0;
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            volume += b[k] * x[k];
        }
        double quadratic = 0;
        for (int i = 0; i < 4; i++) {
            sum += x[i] * Math.log(x[i] / (1 - volume));
            double row = 0;
            for (int j = 0; j < 4; j++) {
                row += 0.1 / (1 + i + j) * x[j];
            }
            quadratic += x[i] * row;
        }
        double root = Math.sqrt(8);
        return sum
                - quadratic
                        / (root * volume)
                        * Math.log((1 + (1 + Math.sqrt(2)) * volume) / (1 + (1 - Math.sqrt(2)) * volume));
    }

    /** Flory and Huggins' free energy of mixing of two polymers, and its chemical potentials (Flory 1953). */
    @Sample({0.3, 10, 20, 0.05})
    static double[] floryHuggins(double phi, double n1, double n2, double chi) {
        double other = 1 - phi;
        double energy = phi / n1 * Math.log(phi) + other / n2 * Math.log(other) + chi * phi * other;
        double slope = Math.log(phi) / n1 + 1 / n1 - Math.log(other) / n2 - 1 / n2 + chi * (other - phi);
        return new double[] {energy, energy + other * slope, energy - phi * slope};
    }

    /** Redlich and Kister's excess Gibbs energy with three terms for three pairs (1948). */
    @Sample({0.2, 0.5, 0.4, 0.3, -0.2, 1.1})
    static double redlichKister(double x1, double x2, double a, double b, double c, double rt) {
        double[] x = {x1, x2, 1 - x1 - x2};
        double energy = 0;
        for (int i = 0; i < 3; i++) {
            energy += rt * x[i] * Math.log(x[i]);
            for (int j = i + 1; j < 3; j++) {
                double gap = x[i] - x[j];
                energy += x[i] * x[j] * (a + gap * (b + gap * c));
            }
        }
        return energy;
    }
}
