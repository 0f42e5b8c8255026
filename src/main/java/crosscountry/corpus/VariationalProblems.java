package crosscountry.corpus;

/**
 * Minimisation problems and systems on small grids from MINPACK-2 (Averick, Carter, Moré, Xue, 1992), by their sections
 * there.
 */
final class VariationalProblems {
    private VariationalProblems() {}

    /** A square with a frame of fixed values around the unknowns. */
    private static double[][] framed(double[][] inner, double frame) {
        int n = inner.length + 2;
        double[][] all = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean edge = i == 0 || j == 0 || i == n - 1 || j == n - 1;
                all[i][j] = edge ? frame : inner[i - 1][j - 1];
            }
        }
        return all;
    }

    /** Elastic-plastic torsion of a bar, 3 by 3 points: the stored energy at force constant 5. */
    @Sample(
            value = {0.1, 0.2, 0.1, 0.2, 0.35, 0.2, 0.1, 0.2, 0.1},
            sizes = {3, 3})
    static double elasticPlasticTorsion(double[][] v) {
        double[][] u = framed(v, 0);
        double h = 1.0 / (v.length + 1);
        double quadratic = 0;
        double linear = 0;
        for (int i = 0; i < u.length - 1; i++) {
            for (int j = 0; j < u.length - 1; j++) {
                double dx = (u[i + 1][j] - u[i][j]) / h;
                double dy = (u[i][j + 1] - u[i][j]) / h;
                quadratic += dx * dx + dy * dy;
                linear += u[i][j];
            }
        }
        return h * h * (quadratic / 2 - 5 * linear);
    }

    /** Pressure distribution in a journal bearing of eccentricity 0.1, as its system of equations at 2 by 3 points. */
    @Sample(
            value = {0.3, 0.5, 0.3, 0.4, 0.6, 0.35},
            sizes = {2, 3})
    static double[] journalBearing(double[][] v) {
        int rows = v.length;
        int columns = v[0].length;
        double[] f = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double x = 2 * Math.PI * (j + 1) / (columns + 1);
                double gap = Math.pow(1 + 0.1 * Math.cos(x), 3);
                double left = j > 0 ? v[i][j - 1] : 0;
                double right = j < columns - 1 ? v[i][j + 1] : 0;
                double below = i > 0 ? v[i - 1][j] : 0;
                double above = i < rows - 1 ? v[i + 1][j] : 0;
                f[i * columns + j] = gap * (4 * v[i][j] - left - right - below - above) - 0.1 * Math.sin(x);
            }
        }
        return f;
    }

    /** The area of a surface over the unit square through a frame of height 0, by the two triangles of each cell. */
    @Sample(
            value = {0.1, 0.2, 0.15, 0.25},
            sizes = {2, 2})
    static double minimalSurface(double[][] v) {
        double[][] u = framed(v, 0);
        double h = 1.0 / (v.length + 1);
        double area = 0;
        for (int i = 0; i < u.length - 1; i++) {
            for (int j = 0; j < u.length - 1; j++) {
                area += slope(u[i + 1][j], u[i][j + 1], u[i][j], h)
                        + slope(u[i][j + 1], u[i + 1][j], u[i + 1][j + 1], h);
            }
        }
        return h * h / 2 * area;
    }

    private static double slope(double a, double b, double corner, double h) {
        double dx = (a - corner) / h;
        double dy = (b - corner) / h;
        return Math.sqrt(1 + dx * dx + dy * dy);
    }

    /** Solid fuel ignition (the Bratu problem) at 3 by 3 points and the Frank-Kamenetskii parameter given. */
    @Sample(
            value = {0.2, 0.3, 0.2, 0.3, 0.5, 0.3, 0.2, 0.3, 0.2, 1.5},
            sizes = {3, 3})
    static double[] solidFuelIgnition(double[][] v, double lambda) {
        double[][] u = framed(v, 0);
        int n = v.length;
        double h = 1.0 / (n + 1);
        double[] f = new double[n * n];
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= n; j++) {
                f[(i - 1) * n + j - 1] = 4 * u[i][j]
                        - u[i - 1][j]
                        - u[i + 1][j]
                        - u[i][j - 1]
                        - u[i][j + 1]
                        - h * h * lambda * Math.exp(u[i][j]);
            }
        }
        return f;
    }

    /** The energy of four atoms in the plane under Lennard-Jones forces. */
    @Sample(
            value = {0, 0, 1.1, 0.1, 0.4, 1.0, 1.5, 1.2},
            sizes = {4, 2})
    static double lennardJonesCluster(double[][] atoms) {
        double energy = 0;
        for (int i = 0; i < atoms.length; i++) {
            for (int j = 0; j < i; j++) {
                double dx = atoms[i][0] - atoms[j][0];
                double dy = atoms[i][1] - atoms[j][1];
                double squared = dx * dx + dy * dy;
                double sixth = 1 / (squared * squared * squared);
                energy += sixth * (sixth - 2);
            }
        }
        return energy;
    }

    /**
     * The Gibbs energy of a one-dimensional superconductor by Ginzburg and Landau, with piecewise constant
     * coefficients.
     */
    @Sample(
            value = {0.6, 0.8, 1.0, 0.9, 0.7},
            sizes = 5)
    static double ginzburgLandau(double[] v) {
        double energy = 0;
        for (int k = 0; k < v.length; k++) {
            double alpha = k < 2 ? -1.2 : -0.8;
            double beta = k < 2 ? 1.6 : 1.1;
            double next = v[(k + 1) % v.length];
            double middle = (v[k] + next) / 2;
            double squared = middle * middle;
            double slope = (next - v[k]) / 0.2;
            energy += 0.2 * (alpha * squared + 0.5 * beta * squared * squared + 0.9 * slope * slope);
        }
        return energy;
    }

    /**
     * Flow in a driven cavity: vorticity transport at 2 by 2 points of a stream function, at the Reynolds number given.
     */
    @Sample(
            value = {0.02, 0.05, 0.03, 0.06, 100},
            sizes = {2, 2})
    static double[] drivenCavity(double[][] v, double reynolds) {
        double[][] psi = framed(framed(v, 0), 0);
        double h = 1.0 / 3;
        double[][] vorticity = new double[6][6];
        for (int i = 1; i < 5; i++) {
            for (int j = 1; j < 5; j++) {
                double lid = j == 4 ? 2 / h : 0;
                vorticity[i][j] =
                        -(psi[i - 1][j] + psi[i + 1][j] + psi[i][j - 1] + psi[i][j + 1] - 4 * psi[i][j]) / (h * h)
                                - lid;
            }
        }
        double[] f = new double[4];
        for (int i = 2; i < 4; i++) {
            for (int j = 2; j < 4; j++) {
                double u = (psi[i][j + 1] - psi[i][j - 1]) / (2 * h);
                double w = (psi[i - 1][j] - psi[i + 1][j]) / (2 * h);
                double spread = vorticity[i - 1][j]
                        + vorticity[i + 1][j]
                        + vorticity[i][j - 1]
                        + vorticity[i][j + 1]
                        - 4 * vorticity[i][j];
                f[2 * (i - 2) + j - 2] = u * (vorticity[i + 1][j] - vorticity[i - 1][j]) / 2
                        + w * (vorticity[i][j + 1] - vorticity[i][j - 1]) / 2
                        - spread / (h * reynolds);
            }
        }
        return f;
    }

    /**
     * The length of a hanging chain of six links between two posts, and its potential energy (Bondarenko, Bortz, Moré:
     * COPS, 1999).
     */
    @Sample(
            value = {0.8, 0.5, 0.4, 0.5, 0.8},
            sizes = 5)
    static double[] hangingChain(double[] heights) {
        double h = 1.0 / (heights.length + 1);
        double energy = 0;
        double length = 0;
        double left = 1;
        for (int k = 0; k <= heights.length; k++) {
            double right = k < heights.length ? heights[k] : 1;
            double slope = (right - left) / h;
            double arc = Math.sqrt(1 + slope * slope);
            length += h * arc;
            energy += h * (left + right) / 2 * arc;
            left = right;
        }
        return new double[] {energy, length};
    }
}
