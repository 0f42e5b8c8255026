package crosscountry.corpus;

/** Curves, rates and trees; prices by the normal distribution have a file of their own. */
final class Finance {
    private Finance() {}

    /** Svensson's yield curve (1994), its forward rate and discount factor at a term. */
    @Sample({5, 0.03, -0.02, 0.01, 0.005, 1.8, 8})
    static double[] svensson(double term, double b0, double b1, double b2, double b3, double t1, double t2) {
        double x = term / t1;
        double z = term / t2;
        double ex = Math.exp(-x);
        double ez = Math.exp(-z);
        double slope = (1 - ex) / x;
        double rate = b0 + b1 * slope + b2 * (slope - ex) + b3 * ((1 - ez) / z - ez);
        return new double[] {rate, b0 + b1 * ex + b2 * x * ex + b3 * z * ez, Math.exp(-rate * term)};
    }

    /** The price of a zero bond by Cox, Ingersoll and Ross (1985), and its yield. */
    @Sample({0.03, 0.5, 0.04, 0.1, 4})
    static double[] coxIngersollRoss(double rate, double speed, double mean, double volatility, double term) {
        double h = Math.sqrt(speed * speed + 2 * volatility * volatility);
        double grown = Math.exp(h * term) - 1;
        double below = 2 * h + (speed + h) * grown;
        double b = 2 * grown / below;
        double ln = 2
                * speed
                * mean
                / (volatility * volatility)
                * Math.log(2 * h * Math.exp((speed + h) * term / 2) / below);
        double price = Math.exp(ln - b * rate);
        return new double[] {price, -Math.log(price) / term};
    }

    /** Hagan's implied volatility of the SABR model (Hagan et al. 2002, equation 2.17a), away from the money. */
    @Sample({0.03, 0.04, 2, 0.03, 0.5, -0.3, 0.4})
    static double sabr(double forward, double strike, double term, double alpha, double beta, double rho, double nu) {
        double log = Math.log(forward / strike);
        double power = Math.pow(forward * strike, (1 - beta) / 2);
        double rest = (1 - beta) * log;
        double square = rest * rest;
        double z = nu / alpha * power * log;
        double x = Math.log((Math.sqrt(1 - 2 * rho * z + z * z) + z - rho) / (1 - rho));
        double drift = (1 - beta) * (1 - beta) / 24 * alpha * alpha / (power * power)
                + rho * beta * nu * alpha / (4 * power)
                + (2 - 3 * rho * rho) / 24 * nu * nu;
        return alpha / (power * (1 + square / 24 + square * square / 1920)) * z / x * (1 + drift * term);
    }

    /** An American put on Cox, Ross and Rubinstein's tree of four steps (1979). */
    @Sample({100, 105, 0.04, 0.25, 0.5})
    static double americanPut(double spot, double strike, double rate, double volatility, double term) {
        int steps = 4;
        double h = term / steps;
        double up = Math.exp(volatility * Math.sqrt(h));
        double discount = Math.exp(-rate * h);
        double p = (1 / discount - 1 / up) / (up - 1 / up);
        double[] value = new double[steps + 1];
        for (int k = 0; k <= steps; k++) {
            value[k] = Math.max(strike - spot * Math.pow(up, 2 * k - steps), 0);
        }
        for (int level = steps - 1; level >= 0; level--) {
            for (int k = 0; k <= level; k++) {
                double hold = discount * (p * value[k + 1] + (1 - p) * value[k]);
                value[k] = Math.max(hold, strike - spot * Math.pow(up, 2 * k - level));
            }
        }
        return value[0];
    }

    /** Price, duration and convexity of a bond of six coupons (Fabozzi, Fixed Income Mathematics). */
    @Sample({0.05, 0.04, 100})
    static double[] bond(double yield, double coupon, double face) {
        double price = 0;
        double weighted = 0;
        double bent = 0;
        double factor = 1;
        for (int t = 1; t <= 6; t++) {
            factor /= 1 + yield;
            double flow = t < 6 ? coupon * face : (1 + coupon) * face;
            double present = flow * factor;
            price += present;
            weighted += t * present;
            bent += t * (t + 1) * present;
        }
        return new double[] {price, weighted / price / (1 + yield), bent / price / Math.pow(1 + yield, 2)};
    }

    /** Variance, return and Sharpe's ratio of a portfolio of four (Markowitz 1952). */
    @Sample(
            value = {0.3, 0.2, 0.4, 0.1, 0.05, 0.07, 0.04, 0.09, 0.2, 0.3, 0.15, 0.4, 0.25},
            sizes = {4, 4, 4})
    static double[] portfolio(double[] shares, double[] means, double[] deviations, double correlation) {
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < 4; i++) {
            mean += shares[i] * means[i];
            double own = shares[i] * deviations[i];
            variance += own * own;
            for (int j = 0; j < i; j++) {
                variance += 2 * correlation * own * shares[j] * deviations[j];
            }
        }
        return new double[] {mean, variance, mean / Math.sqrt(variance)};
    }
}
