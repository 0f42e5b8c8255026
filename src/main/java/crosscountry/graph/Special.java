package crosscountry.graph;

import org.apache.commons.numbers.gamma.Erf;

/** Scalar functions that {@link Math} lacks; public because generated code calls them. */
public final class Special {
    private Special() {}

    public static double erf(double x) {
        return Erf.value(x);
    }

    public static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    public static double asinh(double x) {
        double a = Math.abs(x);
        double value = a > 1e8 ? Math.log(a) + Math.log(2) : Math.log1p(a + a * a / (1 + Math.sqrt(a * a + 1)));
        return Math.copySign(value, x);
    }

    public static double acosh(double x) {
        return x > 1e8 ? Math.log(x) + Math.log(2) : Math.log1p(x - 1 + Math.sqrt((x - 1) * (x + 1)));
    }

    public static double atanh(double x) {
        return 0.5 * Math.log1p(2 * x / (1 - x));
    }

    /** x to an integer power by repeated squaring; negative powers by the reciprocal. */
    public static double integerPow(double x, int n) {
        double base = n < 0 ? 1 / x : x;
        double result = 1;
        for (long k = Math.abs((long) n); k > 0; k >>= 1) {
            if ((k & 1) == 1) {
                result *= base;
            }
            base *= base;
        }
        return result;
    }

    /** log(x), with log(1) = 0 at x = 0, so that 0^p has the derivative 0 in p. */
    public static double logOrZero(double x) {
        return x == 0 ? 0 : Math.log(x);
    }
}
