package crosscountry.corpus;

/**
 * Systems and least-squares residuals of Moré, Garbow and Hillstrom, "Testing unconstrained optimization software", ACM
 * TOMS 7 (1981), by their numbers there; MINPACK-2 (Averick, Carter, Moré 1991) has several of them again.
 */
final class LeastSquares {
    private LeastSquares() {}

    /** Number 21, six variables: the extended Rosenbrock function. */
    @Sample(
            value = {-1.2, 1, -1.2, 1, -1.2, 1},
            sizes = 6)
    static double[] extendedRosenbrock(double[] x) {
        double[] residuals = new double[x.length];
        for (int k = 0; k < x.length; k += 2) {
            residuals[k] = 10 * (x[k + 1] - Math.pow(x[k], 2));
            residuals[k + 1] = 1 - x[k];
        }
        return residuals;
    }

    /** Number 13: Powell's singular function. */
    @Sample({3, -1, 0.5, 1})
    static double[] powellSingular(double x1, double x2, double x3, double x4) {
        return new double[] {
            x1 + 10 * x2, Math.sqrt(5) * (x3 - x4), Math.pow(x2 - 2 * x3, 2), Math.sqrt(10) * Math.pow(x1 - x4, 2)
        };
    }

    /** Number 7: Fletcher and Powell's helical valley. */
    @Sample({-1, 0.4, 0.3})
    static double[] helicalValley(double x1, double x2, double x3) {
        double theta = Math.atan2(x2, x1) / (2 * Math.PI);
        return new double[] {10 * (x3 - 10 * theta), 10 * (Math.sqrt(x1 * x1 + x2 * x2) - 1), x3};
    }

    /** Number 14: Wood's function, as the sum of squares of its six residuals. */
    @Sample({-3, -1, -3, -1})
    static double wood(double x1, double x2, double x3, double x4) {
        double[] f = {
            10 * (x2 - x1 * x1),
            1 - x1,
            Math.sqrt(90) * (x4 - x3 * x3),
            1 - x3,
            Math.sqrt(10) * (x2 + x4 - 2),
            (x2 - x4) / Math.sqrt(10)
        };
        return squares(f);
    }

    private static double squares(double[] f) {
        double sum = 0;
        for (double one : f) {
            sum += one * one;
        }
        return sum;
    }

    private static final double[] KOWALIK_U = {4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625};
    private static final double[] KOWALIK_Y = {
        0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246
    };

    /** Number 15, Kowalik and Osborne: analysis of an enzyme reaction. */
    @Sample({0.25, 0.39, 0.415, 0.39})
    static double[] enzymeReaction(double x1, double x2, double x3, double x4) {
        double[] residuals = new double[KOWALIK_U.length];
        for (int k = 0; k < residuals.length; k++) {
            double u = KOWALIK_U[k];
            residuals[k] = KOWALIK_Y[k] - x1 * (u * u + u * x2) / (u * u + u * x3 + x4);
        }
        return residuals;
    }

    private static final double[] BARD = {
        0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39
    };

    /** Number 8: Bard's function. */
    @Sample({1, 1.1, 1.2})
    static double[] bard(double x1, double x2, double x3) {
        double[] residuals = new double[15];
        for (int k = 0; k < 15; k++) {
            double u = k + 1;
            double v = 15 - k;
            residuals[k] = BARD[k] - (x1 + u / (v * x2 + Math.min(u, v) * x3));
        }
        return residuals;
    }

    /** Number 16, Brown and Dennis, with the first eight of its twenty terms, as a sum of squares. */
    @Sample({25, 5, -5, -1})
    static double brownDennis(double x1, double x2, double x3, double x4) {
        double[] f = new double[8];
        for (int k = 0; k < f.length; k++) {
            double t = (k + 1) / 5.0;
            double a = x1 + t * x2 - Math.exp(t);
            double b = x3 + x4 * Math.sin(t) - Math.cos(t);
            f[k] = a * a + b * b;
        }
        return squares(f);
    }

    /** Number 30: Broyden's tridiagonal function of ten variables. */
    @Sample(
            value = {-1, -0.9, -0.8, -1.1, -1, -0.7, -1.2, -1, -0.9, -1},
            sizes = 10)
    static double[] broydenTridiagonal(double[] x) {
        int n = x.length;
        double[] f = new double[n];
        for (int k = 0; k < n; k++) {
            f[k] = (3 - 2 * x[k]) * x[k] + 1;
            if (k > 0) {
                f[k] -= x[k - 1];
            }
            if (k < n - 1) {
                f[k] -= 2 * x[k + 1];
            }
        }
        return f;
    }

    /** Number 31: Broyden's banded function of eight variables. */
    @Sample(
            value = {-1, -0.9, -0.8, -1.1, -1, -0.7, -1.2, -1},
            sizes = 8)
    static double[] broydenBanded(double[] x) {
        double[] f = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            double sum = 0;
            for (int j = Math.max(0, k - 5); j <= Math.min(x.length - 1, k + 1); j++) {
                if (j != k) {
                    sum += x[j] * (1 + x[j]);
                }
            }
            f[k] = x[k] * (2 + 5 * Math.pow(x[k], 2)) + 1 - sum;
        }
        return f;
    }

    /** Number 28: a two-point boundary value problem by finite differences at eight points. */
    @Sample(
            value = {-0.1, -0.17, -0.22, -0.25, -0.25, -0.22, -0.17, -0.1},
            sizes = 8)
    static double[] discreteBoundaryValue(double[] x) {
        int n = x.length;
        double h = 1.0 / (n + 1);
        double[] f = new double[n];
        for (int k = 0; k < n; k++) {
            double left = k > 0 ? x[k - 1] : 0;
            double right = k < n - 1 ? x[k + 1] : 0;
            f[k] = 2 * x[k] - left - right + h * h * Math.pow(x[k] + (k + 1) * h + 1, 3) / 2;
        }
        return f;
    }

    /** Number 29: a discrete integral equation with five points. */
    @Sample(
            value = {-0.1, -0.2, -0.25, -0.2, -0.1},
            sizes = 5)
    static double[] discreteIntegralEquation(double[] x) {
        int n = x.length;
        double h = 1.0 / (n + 1);
        double[] cubes = new double[n];
        for (int k = 0; k < n; k++) {
            cubes[k] = Math.pow(x[k] + (k + 1) * h + 1, 3);
        }
        double[] f = new double[n];
        for (int i = 0; i < n; i++) {
            double t = (i + 1) * h;
            double below = 0;
            double above = 0;
            for (int j = 0; j < n; j++) {
                if (j <= i) {
                    below += (j + 1) * h * cubes[j];
                } else {
                    above += (1 - (j + 1) * h) * cubes[j];
                }
            }
            f[i] = x[i] + h * ((1 - t) * below + t * above) / 2;
        }
        return f;
    }

    /** Number 26: the trigonometric function of six variables. */
    @Sample(
            value = {0.2, 0.15, 0.17, 0.19, 0.12, 0.1},
            sizes = 6)
    static double[] trigonometric(double[] x) {
        double cosines = 0;
        for (double one : x) {
            cosines += Math.cos(one);
        }
        double[] f = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            f[k] = x.length - cosines + (k + 1) * (1 - Math.cos(x[k])) - Math.sin(x[k]);
        }
        return f;
    }

    /** Number 35: Chebyshev quadrature with five nodes. */
    @Sample(
            value = {0.1, 0.3, 0.5, 0.65, 0.85},
            sizes = 5)
    static double[] chebyquad(double[] x) {
        int n = x.length;
        double[] f = new double[n];
        for (double node : x) {
            double before = 1;
            double t = 2 * node - 1;
            double twice = 2 * t;
            for (int k = 0; k < n; k++) {
                f[k] += t;
                double next = twice * t - before;
                before = t;
                t = next;
            }
        }
        for (int k = 0; k < n; k++) {
            f[k] = f[k] / n;
            if (k % 2 == 1) {
                f[k] += 1.0 / ((k + 1) * (k + 1) - 1);
            }
        }
        return f;
    }

    private static final double[] OSBORNE = {0.844, 0.932, 0.925, 0.850, 0.751, 0.658, 0.580, 0.522, 0.478};

    /** Number 17, Osborne's first: a sum of two exponentials, fitted to nine of its data. */
    @Sample({0.5, 1.5, -1, 0.01, 0.02})
    static double[] exponentialFit(double x1, double x2, double x3, double x4, double x5) {
        double[] f = new double[OSBORNE.length];
        for (int k = 0; k < f.length; k++) {
            double t = 40 * k;
            f[k] = OSBORNE[k] - (x1 + x2 * Math.exp(-t * x4) + x3 * Math.exp(-t * x5));
        }
        return f;
    }

    /** Number 20, Watson's function of six variables, five of its 31 residuals. */
    @Sample(
            value = {0.1, 1, -0.2, 1.2, -1.5, 1},
            sizes = 6)
    static double[] watson(double[] x) {
        double[] f = new double[5];
        for (int i = 0; i < f.length; i++) {
            double t = (6 * i + 3) / 29.0;
            double slope = 0;
            double sum = 0;
            double power = 1;
            for (int j = 0; j < x.length; j++) {
                if (j > 0) {
                    slope += j * x[j] * power / t;
                }
                sum += x[j] * power;
                power *= t;
            }
            f[i] = slope - sum * sum - 1;
        }
        return f;
    }
}
