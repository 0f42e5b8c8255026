package crosscountry.corpus;

/**
 * Fluxes at a cell's face (Toro, Riemann Solvers and Numerical Methods for Fluid Dynamics, 3rd edition): near the
 * paper's Roe fluxes, so for tests only.
 */
final class EulerFluxes {
    private static final double GAMMA = 1.4;

    private EulerFluxes() {}

    private static double pressure(double r, double m, double e) {
        return (GAMMA - 1) * (e - 0.5 * m * m / r);
    }

    private static double[] flux(double r, double m, double e, double p) {
        double u = m / r;
        return new double[] {m, m * u + p, u * (e + p)};
    }

    /** Rusanov's flux (1961) of the one-dimensional Euler equations from density, momentum, energy on the two sides. */
    @Sample({1, 0.3, 2.5, 0.8, 0.1, 2.0})
    static double[] rusanov(double rl, double ml, double el, double rr, double mr, double er) {
        double pl = pressure(rl, ml, el);
        double pr = pressure(rr, mr, er);
        double fast = Math.max(
                Math.abs(ml / rl) + Math.sqrt(GAMMA * pl / rl), Math.abs(mr / rr) + Math.sqrt(GAMMA * pr / rr));
        double[] left = flux(rl, ml, el, pl);
        double[] right = flux(rr, mr, er, pr);
        double[] jump = {rr - rl, mr - ml, er - el};
        double[] result = new double[3];
        for (int k = 0; k < 3; k++) {
            result[k] = 0.5 * (left[k] + right[k] - fast * jump[k]);
        }
        return result;
    }

    /** The flux of Harten, Lax and van Leer with Davis' speeds (10.3 and 10.5.1), subsonic. */
    @Sample({1, 0.3, 2.5, 0.8, 0.1, 2.0})
    static double[] hll(double rl, double ml, double el, double rr, double mr, double er) {
        double pl = pressure(rl, ml, el);
        double pr = pressure(rr, mr, er);
        double al = Math.sqrt(GAMMA * pl / rl);
        double ar = Math.sqrt(GAMMA * pr / rr);
        double slow = Math.min(ml / rl - al, mr / rr - ar);
        double fast = Math.max(ml / rl + al, mr / rr + ar);
        double[] left = flux(rl, ml, el, pl);
        double[] right = flux(rr, mr, er, pr);
        double[] jump = {rr - rl, mr - ml, er - el};
        double[] result = new double[3];
        for (int k = 0; k < 3; k++) {
            result[k] = (fast * left[k] - slow * right[k] + slow * fast * jump[k]) / (fast - slow);
        }
        return result;
    }

    /**
     * HLL's flux of the shallow water equations with Roe's averages for the speeds (Toro, Shock-Capturing Methods,
     * 2001).
     */
    @Sample({2, 0.4, 1.5, 0.2})
    static double[] shallowWater(double hl, double ul, double hr, double ur) {
        double g = 9.81;
        double wl = Math.sqrt(hl);
        double wr = Math.sqrt(hr);
        double mean = (wl * ul + wr * ur) / (wl + wr);
        double wave = Math.sqrt(g * (hl + hr) / 2);
        double slow = Math.min(ul - Math.sqrt(g * hl), mean - wave);
        double fast = Math.max(ur + Math.sqrt(g * hr), mean + wave);
        double mass = (fast * hl * ul - slow * hr * ur + slow * fast * (hr - hl)) / (fast - slow);
        double left = hl * ul * ul + 0.5 * g * hl * hl;
        double right = hr * ur * ur + 0.5 * g * hr * hr;
        return new double[] {mass, (fast * left - slow * right + slow * fast * (hr * ur - hl * ul)) / (fast - slow)};
    }

    /** Steger and Warming's split flux (1981) of the one-dimensional Euler equations, its forward part, subsonic. */
    @Sample({1, 0.3, 2.5})
    static double[] stegerWarming(double r, double m, double e) {
        double u = m / r;
        double a = Math.sqrt(GAMMA * pressure(r, m, e) / r);
        double through = Math.max(u, 0);
        double up = Math.max(u + a, 0);
        double scale = r / (2 * GAMMA);
        double weight = 2 * (GAMMA - 1) * through;
        return new double[] {
            scale * (weight + up),
            scale * (weight * u + up * (u + a)),
            scale * (weight * u * u / 2 + up * (u + a) * (u + a) / 2 + (3 - GAMMA) * up * a * a / (2 * (GAMMA - 1)))
        };
    }
}
