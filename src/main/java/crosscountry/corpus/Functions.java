package crosscountry.corpus;

/** Approximations of special functions ("A&amp;S" is Abramowitz and Stegun, Handbook of Mathematical Functions). */
final class Functions {
    private Functions() {}

    /** ln of the gamma function by Lanczos' sum (g = 5; Press et al., Numerical Recipes, 6.1). */
    @Sample({3.7})
    static double logGamma(double x) {
        double[] c = {
            76.18009172947146,
            -86.50532032941677,
            24.01409824083091,
            -1.231739572450155,
            0.001208650973866179,
            -0.000005395239384953
        };
        double sum = 1.000000000190015;
        for (int k = 0; k < 6; k++) {
            sum += c[k] / (x + 1 + k);
        }
        double t = x + 5.5;
        return (x + 0.5) * Math.log(t) - t + Math.log(2.5066282746310005 * sum / x);
    }

    /** Bessel's J0 and J1 beyond 3 (A&amp;S 9.4.3 and 9.4.6). */
    @Sample({4.2})
    static double[] bessel(double x) {
        double t = 3 / x;
        double f0 = horner(t, 0.79788456, -0.00000077, -0.00552740, -0.00009512, 0.00137237, -0.00072805, 0.00014476);
        double p0 =
                x + horner(t, -0.78539816, -0.04166397, -0.00003954, 0.00262573, -0.00054125, -0.00029333, 0.00013558);
        double f1 = horner(t, 0.79788456, 0.00000156, 0.01659667, 0.00017105, -0.00249511, 0.00113653, -0.00020033);
        double p1 =
                x + horner(t, -2.35619449, 0.12499612, 0.00005650, -0.00637879, 0.00074348, 0.00079824, -0.00029166);
        double root = Math.sqrt(x);
        return new double[] {f0 * Math.cos(p0) / root, f1 * Math.cos(p1) / root};
    }

    private static double horner(double t, double... c) {
        double sum = c[c.length - 1];
        for (int k = c.length - 2; k >= 0; k--) {
            sum = sum * t + c[k];
        }
        return sum;
    }

    /** Complete elliptic integrals by the arithmetic-geometric mean, four steps (A&amp;S 17.6). */
    @Sample({0.6})
    static double[] ellipticIntegrals(double k) {
        double a = 1;
        double b = Math.sqrt(1 - k * k);
        double sum = k * k / 2;
        double power = 1;
        for (int step = 0; step < 4; step++) {
            double mean = (a + b) / 2;
            double half = (a - b) / 2;
            sum += power * half * half;
            power *= 2;
            b = Math.sqrt(a * b);
            a = mean;
        }
        double first = Math.PI / (2 * a);
        return new double[] {first, first * (1 - sum)};
    }

    /** The upper incomplete gamma function by Lentz' continued fraction, five levels (Press et al., 6.2). */
    @Sample({1.5, 3})
    static double incompleteGamma(double a, double x) {
        double b = x + 1 - a;
        double c = 1e30;
        double d = 1 / b;
        double h = d;
        for (int k = 1; k <= 5; k++) {
            double an = -k * (k - a);
            b = b + 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            h = h * (d * c);
        }
        return Math.exp(-x + a * Math.log(x)) * h;
    }

    /** A Chebyshev series of eight terms by Clenshaw's recurrence, its coefficients as inputs. */
    @Sample(
            value = {1, 0.5, -0.3, 0.2, 0.1, -0.05, 0.02, 0.01, 0.4},
            sizes = 8)
    static double clenshaw(double[] c, double x) {
        double twice = 2 * x;
        double b1 = 0;
        double b2 = 0;
        for (int k = c.length - 1; k > 0; k--) {
            double b = twice * b1 - b2 + c[k];
            b2 = b1;
            b1 = b;
        }
        return x * b1 - b2 + c[0];
    }

    /** Legendre's polynomials to degree six and the slope of the last (A&amp;S 8.5). */
    @Sample({0.35})
    static double[] legendre(double x) {
        double[] p = new double[7];
        p[0] = 1;
        p[1] = x;
        for (int n = 1; n < 6; n++) {
            p[n + 1] = ((2 * n + 1) * x * p[n] - n * p[n - 1]) / (n + 1);
        }
        return new double[] {p[2], p[3], p[4], p[5], p[6], 6 * (x * p[6] - p[5]) / (x * x - 1)};
    }

    /** Lambert's W by three of Halley's steps (Corless et al. 1996, 5.9). */
    @Sample({2.5})
    static double lambertW(double x) {
        double w = Math.log1p(x);
        for (int k = 0; k < 3; k++) {
            double e = Math.exp(w);
            double f = w * e - x;
            double next = w + 1;
            w = w - f / (e * next - (w + 2) * f / (2 * next));
        }
        return w;
    }

    /**
     * The Blasius and pipe friction of a wall: Colebrook's equation (1939) by five steps, then Darcy's pressure loss.
     */
    @Sample({100000, 0.0002, 2, 1000, 0.1})
    static double[] colebrook(double reynolds, double roughness, double speed, double density, double diameter) {
        double inverse = 7;
        for (int k = 0; k < 5; k++) {
            inverse = -2 * (Math.log(roughness / 3.7 + 2.51 * inverse / reynolds) / Math.log(10));
        }
        double friction = 1 / (inverse * inverse);
        return new double[] {friction, friction * density * speed * speed / (2 * diameter)};
    }
}
