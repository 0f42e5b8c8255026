package crosscountry.task;

import crosscountry.graph.Special;

/** The scalar tasks that fit in a few lines each. */
final class SmallTasks {
    private SmallTasks() {}

    static double[] simple(double x, double y) {
        double z = x * y;
        double w = Math.sin(z);
        return new double[] {w + z, Math.log(w)};
    }

    /** Where a lighthouse's beam meets the quay (Griewank and Walther, Evaluating Derivatives). */
    static double[] lighthouse(double nu, double gamma, double omega, double t) {
        double y1 = nu * Math.tan(omega * t) / (gamma - Math.tan(omega * t));
        double y2 = gamma * y1;
        return new double[] {y1, y2};
    }

    static double[] hole(double x, double y, double z, double w) {
        double product = y * z;
        double shifted = product + x;
        double other = product + w;
        double wave = Math.cos(shifted);
        double growth = Math.exp(other);
        return new double[] {wave - growth, wave / growth, wave * growth};
    }

    /** Tendencies of cloud water, rain and vapour (Rosemeier, Baumgartner, Spichtinger 2018), at unit contents. */
    static double[] cloudSchemesStep(
            double a1,
            double a2,
            double e1,
            double e2,
            double d,
            double gamma,
            double betaC,
            double betaR,
            double delta1,
            double delta2,
            double zeta) {
        double cloud = 1;
        double rain = 1;
        double condensation = 1;
        double inflow = 0;
        return new double[] {
            condensation * cloud - a1 * Math.pow(cloud, gamma) - a2 * Math.pow(cloud, betaC) * Math.pow(rain, betaR),
            a1 * Math.pow(cloud, gamma) + evaporation(rain, e1, e2, delta1, delta2) + inflow - d * Math.pow(rain, zeta),
            -condensation * cloud - evaporation(rain, e1, e2, delta1, delta2)
        };
    }

    private static double evaporation(double rain, double e1, double e2, double delta1, double delta2) {
        return e1 * Math.pow(rain, delta1) + e2 * Math.pow(rain, delta2);
    }

    private static double normal(double x) {
        return (1 + Special.erf(x / Math.sqrt(2))) / 2;
    }

    /** The price of a European call on a forward (Black 1976). */
    private static double black76(double forward, double strike, double rate, double volatility, double time) {
        double d1 = (Math.log(forward / strike) + Math.pow(volatility, 2) / 2 * time) / (volatility * Math.sqrt(time));
        double d2 = d1 - volatility * Math.sqrt(time);
        double discount = Math.exp(-rate * time);
        return discount * (forward * normal(d1) - strike * normal(d2));
    }

    /** The price of a European call on a stock (Black and Scholes 1973), by its forward. */
    static double blackScholes(double spot, double strike, double rate, double volatility, double time) {
        return black76(Math.exp(rate * time) * spot, strike, rate, volatility, time);
    }
}
