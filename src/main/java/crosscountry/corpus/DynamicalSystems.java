package crosscountry.corpus;

/** Right-hand sides and time steps of differential equations. */
final class DynamicalSystems {
    private DynamicalSystems() {}

    private static double[] lorenzSlope(double[] x, double sigma, double rho, double beta) {
        return new double[] {sigma * (x[1] - x[0]), x[0] * (rho - x[2]) - x[1], x[0] * x[1] - beta * x[2]};
    }

    /** Lorenz's equations (1963), one Runge-Kutta step of order four with step 0.01. */
    @Sample({1, 2, 20, 10, 28, 2.6666666666666665})
    static double[] lorenzStep(double x, double y, double z, double sigma, double rho, double beta) {
        double h = 0.01;
        double[] at = {x, y, z};
        double[] k1 = lorenzSlope(at, sigma, rho, beta);
        double[] k2 = lorenzSlope(along(at, k1, h / 2), sigma, rho, beta);
        double[] k3 = lorenzSlope(along(at, k2, h / 2), sigma, rho, beta);
        double[] k4 = lorenzSlope(along(at, k3, h), sigma, rho, beta);
        double[] next = new double[3];
        for (int k = 0; k < 3; k++) {
            next[k] = at[k] + h / 6 * (k1[k] + 2 * k2[k] + 2 * k3[k] + k4[k]);
        }
        return next;
    }

    private static double[] along(double[] x, double[] slope, double h) {
        double[] moved = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            moved[k] = x[k] + h * slope[k];
        }
        return moved;
    }

    /** Van der Pol's oscillator, three steps of Heun's rule. */
    @Sample({2, 0.1, 1.5})
    static double[] vanDerPolHeun(double x, double v, double mu) {
        double h = 0.05;
        for (int step = 0; step < 3; step++) {
            double a = mu * (1 - x * x) * v - x;
            double px = x + h * v;
            double pv = v + h * a;
            double b = mu * (1 - px * px) * pv - px;
            x = x + h / 2 * (v + pv);
            v = v + h / 2 * (a + b);
        }
        return new double[] {x, v};
    }

    /** Hodgkin and Huxley's nerve membrane (J. Physiol. 117, 1952), voltages against rest. */
    @Sample({12, 0.1, 0.55, 0.35, 8})
    static double[] hodgkinHuxley(double v, double m, double h, double n, double current) {
        double am = 0.1 * (25 - v) / (Math.exp((25 - v) / 10) - 1);
        double bm = 4 * Math.exp(-v / 18);
        double ah = 0.07 * Math.exp(-v / 20);
        double bh = 1 / (Math.exp((30 - v) / 10) + 1);
        double an = 0.01 * (10 - v) / (Math.exp((10 - v) / 10) - 1);
        double bn = 0.125 * Math.exp(-v / 80);
        double sodium = 120 * m * m * m * h * (v - 115);
        double potassium = 36 * Math.pow(n, 4) * (v + 12);
        return new double[] {
            current - sodium - potassium - 0.3 * (v - 10.6),
            am * (1 - m) - bm * m,
            ah * (1 - h) - bh * h,
            an * (1 - n) - bn * n
        };
    }

    /** Morris and Lecar's barnacle muscle fibre (Biophys. J. 35, 1981). */
    @Sample({-20, 0.2, 90, -1.2, 18})
    static double[] morrisLecar(double v, double w, double current, double v1, double v2) {
        double open = 0.5 * (1 + Math.tanh((v - v1) / v2));
        double rest = 0.5 * (1 + Math.tanh((v - 2) / 30));
        return new double[] {
            (current - 4.4 * open * (v - 120) - 8 * w * (v + 84) - 2 * (v + 60)) / 20,
            0.04 * (rest - w) * Math.cosh((v - 2) / 60)
        };
    }

    /**
     * Susceptible, exposed, infectious, recovered with births (Anderson and May, Infectious Diseases of Humans), two
     * Euler steps.
     */
    @Sample({0.9, 0.05, 0.04, 0.01, 0.6, 0.2, 0.1, 0.01})
    static double[] seir(double s, double e, double i, double r, double beta, double sigma, double gamma, double mu) {
        for (int step = 0; step < 2; step++) {
            double infections = beta * s * i / (s + e + i + r);
            double sick = sigma * e;
            double cured = gamma * i;
            s = s + 0.5 * (mu - infections - mu * s);
            e = e + 0.5 * (infections - sick - mu * e);
            i = i + 0.5 * (sick - cured - mu * i);
            r = r + 0.5 * (cured - mu * r);
        }
        return new double[] {s, e, i, r};
    }

    /** Lotka and Volterra with Holling's saturation for a food chain of three (Hastings and Powell 1991). */
    @Sample({0.8, 0.2, 9, 3, 2})
    static double[] foodChain(double x, double y, double z, double b1, double b2) {
        double eaten = 5 * x / (1 + b1 * x) * y;
        double hunted = 0.1 * y / (1 + b2 * y) * z;
        return new double[] {x * (1 - x) - eaten, eaten - hunted - 0.4 * y, hunted - 0.01 * z};
    }

    /** Kuramoto's five coupled oscillators. */
    @Sample(
            value = {0.1, 0.9, 1.7, 2.4, 3.3, 1, 1.1, 0.9, 1.2, 0.8, 0.6},
            sizes = {5, 5})
    static double[] kuramoto(double[] phases, double[] speeds, double coupling) {
        int n = phases.length;
        double[] slopes = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    sum += Math.sin(phases[j] - phases[i]);
                }
            }
            slopes[i] = speeds[i] + coupling / n * sum;
        }
        return slopes;
    }

    /** Arenstorf's satellite in the restricted problem of three bodies (Hairer, Nørsett, Wanner, section II.0). */
    @Sample({0.994, 0.1, 0.2, -2.0, 0.0121})
    static double[] arenstorf(double x, double y, double vx, double vy, double mu) {
        double other = 1 - mu;
        double near = (x + mu) * (x + mu) + y * y;
        double far = (x - other) * (x - other) + y * y;
        double d1 = near * Math.sqrt(near);
        double d2 = far * Math.sqrt(far);
        return new double[] {
            vx,
            vy,
            x + 2 * vy - other * (x + mu) / d1 - mu * (x - other) / d2,
            y - 2 * vx - other * y / d1 - mu * y / d2
        };
    }

    /** Burgers' equation on a ring of six points with Lax and Friedrichs' flux, two steps. */
    @Sample(
            value = {0.1, 0.5, 0.9, 1.1, 0.6, 0.2},
            sizes = 6)
    static double[] burgersSteps(double[] u) {
        int n = u.length;
        for (int step = 0; step < 2; step++) {
            double[] flux = new double[n];
            for (int k = 0; k < n; k++) {
                double right = u[(k + 1) % n];
                flux[k] = 0.25 * (u[k] * u[k] + right * right) - 0.5 * (right - u[k]);
            }
            double[] next = new double[n];
            for (int k = 0; k < n; k++) {
                next[k] = u[k] - 0.2 * (flux[k] - flux[(k + n - 1) % n]);
            }
            u = next;
        }
        return u;
    }

    /** Gray and Scott's reaction and diffusion at three cells in a row (Pearson 1993), one explicit step. */
    @Sample(
            value = {0.9, 0.5, 0.8, 0.1, 0.25, 0.15, 0.04, 0.06},
            sizes = {3, 3})
    static double[] grayScott(double[] u, double[] v, double feed, double kill) {
        double[] next = new double[6];
        for (int k = 0; k < 3; k++) {
            int left = Math.max(0, k - 1);
            int right = Math.min(2, k + 1);
            double reaction = u[k] * v[k] * v[k];
            next[k] = u[k] + 0.2 * (u[left] + u[right] - 2 * u[k]) - reaction + feed * (1 - u[k]);
            next[3 + k] = v[k] + 0.1 * (v[left] + v[right] - 2 * v[k]) + reaction - (feed + kill) * v[k];
        }
        return next;
    }

    /** Hénon and Heiles' galaxy, two leapfrog steps and the energy. */
    @Sample({0.1, 0.2, 0.3, -0.1})
    static double[] henonHeiles(double x, double y, double px, double py) {
        double h = 0.1;
        for (int step = 0; step < 2; step++) {
            px -= h / 2 * (x + 2 * x * y);
            py -= h / 2 * (y + x * x - y * y);
            x += h * px;
            y += h * py;
            px -= h / 2 * (x + 2 * x * y);
            py -= h / 2 * (y + x * x - y * y);
        }
        double energy = (px * px + py * py + x * x + y * y) / 2 + x * x * y - y * y * y / 3;
        return new double[] {x, y, px, py, energy};
    }
}
