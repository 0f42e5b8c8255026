package crosscountry.graph;

import org.apache.commons.numbers.gamma.Erf;

/**
 * Scalar functions that {@link Math} lacks; public because generated code calls them. Each is self-contained, since
 * exported Java copies its text from here.
 */
public final class Special {
    private Special() {}

    public static double erf(double x) {
        return Erf.value(x);
    }

    public static double logistic(double x) {
        double e = Math.exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    public static double asinh(double x) {
        double a = Math.abs(x);
        double value = a > 1e8 ? Math.log(a) + Math.log(2) : Math.log1p(a + a * a / (1 + Math.sqrt(a * a + 1)));
        return Math.copySign(value, x);
    }

    public static double acosh(double x) {
        return x < 1
                ? Double.NaN
                : x > 1e8 ? Math.log(x) + Math.log(2) : Math.log1p(x - 1 + Math.sqrt((x - 1) * (x + 1)));
    }

    public static double atanh(double x) {
        double a = Math.abs(x);
        return Math.copySign(0.5 * Math.log1p(2 * a / (1 - a)), x);
    }

    /** The logarithm to base 2; exact for powers of two. */
    public static double log2(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return Math.log(x);
        }
        int shift = x < Double.MIN_NORMAL ? 54 : 0;
        double normal = Math.scalb(x, shift);
        int exponent = Math.getExponent(normal);
        double mantissa = Math.scalb(normal, -exponent);
        if (mantissa > 1.4) {
            mantissa /= 2;
            exponent++;
        }
        return exponent - shift + Math.log(mantissa) / 0.6931471805599453;
    }

    /** x without its fraction: the next integer towards zero. */
    public static double trunc(double x) {
        return x < 0 ? Math.ceil(x) : Math.floor(x);
    }

    /** 1 - y^2 for y = tanh(x): by x, as 1 / cosh(x)^2, where the difference would lose digits. */
    public static double tanhSlope(double x, double y) {
        if (Math.abs(y) < 0.7) {
            return 1 - y * y;
        }
        double e = Math.exp(-Math.abs(x));
        double root = 2 * e / (1 + e * e);
        return root * root;
    }

    /** exp(-x^2), with what the rounding of x^2 leaves behind: far out, it counts. */
    public static double expNegSquare(double x) {
        if (Math.abs(x) < 1.25) {
            return Math.exp(-x * x);
        }
        double a = Math.min(Math.abs(x), 28); // beyond it is 0
        double split = a * 134217729;
        double high = split - (split - a);
        double low = a - high;
        double square = a * a;
        double rest = high * high - square + 2 * high * low + low * low;
        double e = Math.exp(-square);
        return e - e * rest;
    }

    /**
     * The first coordinate of the point (a, b) inverted in the unit circle, a / (a^2 + b^2), whatever the size of a and
     * b.
     */
    public static double inversion(double a, double b) {
        double ordinary = a * a + b * b;
        if (ordinary > 1e-270 && ordinary < 1e290) {
            return a / ordinary;
        }
        double largest = Math.max(Math.abs(a), Math.abs(b));
        double scale = largest > 1e150 ? 0x1p-540 : largest < 1e-140 ? 0x1p700 : 1;
        double u = a * scale;
        double v = b * scale;
        return largest == Double.POSITIVE_INFINITY ? 0 : u / (u * u + v * v) * scale;
    }

    /** y x^(y - 1); 0 for y = 0, whatever x is. */
    public static double powSlope(double x, double y) {
        if (y == 0) {
            return 0;
        }
        // below a half, y - 1 is rounded
        boolean over = y < 0.5 && x != 0 && Math.abs(x) != Double.POSITIVE_INFINITY;
        return over ? y * Math.pow(x, y) / x : y * Math.pow(x, y - 1);
    }

    /** x to an integer power: what {@code Math.pow(x, n)} is, to the last bit. */
    public static double integerPow(double x, int n) {
        return n == 2 ? x * x : n == 1 ? x : Math.pow(x, n);
    }

    /** log(x), with log(1) = 0 at x = 0, so that 0^p has the derivative 0 in p. */
    public static double logOrZero(double x) {
        return x == 0 ? 0 : Math.log(x);
    }
}
