package crosscountry.corpus;

import crosscountry.graph.Special;

/**
 * Prices by the normal distribution (Hull, Options, Futures, and Other Derivatives): near the paper's BlackScholes, so
 * for tests only.
 */
final class OptionPrices {
    private OptionPrices() {}

    private static double normal(double x) {
        return 0.5 * (1 + Special.erf(x / Math.sqrt(2)));
    }

    private static double density(double x) {
        return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }

    /** A call and a put on a currency (Garman and Kohlhagen 1983). */
    @Sample({1.1, 1.05, 0.03, 0.01, 0.15, 0.75})
    static double[] garmanKohlhagen(
            double spot, double strike, double home, double abroad, double volatility, double time) {
        double spread = volatility * Math.sqrt(time);
        double d1 = (Math.log(spot / strike) + (home - abroad + 0.5 * volatility * volatility) * time) / spread;
        double d2 = d1 - spread;
        double asset = spot * Math.exp(-abroad * time);
        double cash = strike * Math.exp(-home * time);
        return new double[] {asset * normal(d1) - cash * normal(d2), cash * normal(-d2) - asset * normal(-d1)};
    }

    /** The right to exchange one asset for another (Margrabe 1978). */
    @Sample({100, 95, 0.2, 0.3, 0.4, 1.5})
    static double margrabe(double one, double other, double s1, double s2, double correlation, double time) {
        double spread = Math.sqrt((s1 * s1 + s2 * s2 - 2 * correlation * s1 * s2) * time);
        double d = Math.log(one / other) / spread + 0.5 * spread;
        return one * normal(d) - other * normal(d - spread);
    }

    /** Bachelier's call with its delta and vega (1900). */
    @Sample({100, 102, 15, 0.5})
    static double[] bachelier(double forward, double strike, double volatility, double time) {
        double spread = volatility * Math.sqrt(time);
        double d = (forward - strike) / spread;
        double p = density(d);
        return new double[] {(forward - strike) * normal(d) + spread * p, normal(d), Math.sqrt(time) * p};
    }
}
