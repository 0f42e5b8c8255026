package crosscountry.corpus;

/** Equations of motion and of strength. */
final class Mechanics {
    private Mechanics() {}

    /** Accelerations of a planar double pendulum (Goldstein, Classical Mechanics, 3rd edition, chapter 1). */
    @Sample({0.5, 0.9, 0.3, -0.2, 1, 0.8, 1.2, 0.7})
    static double[] doublePendulum(
            double a, double b, double wa, double wb, double m1, double m2, double l1, double l2) {
        double g = 9.81;
        double delta = a - b;
        double den = 2 * m1 + m2 - m2 * Math.cos(2 * delta);
        double first = (-g * (2 * m1 + m2) * Math.sin(a)
                        - m2 * g * Math.sin(a - 2 * b)
                        - 2 * Math.sin(delta) * m2 * (wb * wb * l2 + wa * wa * l1 * Math.cos(delta)))
                / (l1 * den);
        double second = 2
                * Math.sin(delta)
                * (wa * wa * l1 * (m1 + m2) + g * (m1 + m2) * Math.cos(a) + wb * wb * l2 * m2 * Math.cos(delta))
                / (l2 * den);
        return new double[] {wa, wb, first, second};
    }

    /** A mass on a spring that swings (Lynch, "Resonant motions of the three-dimensional elastic pendulum", 2002). */
    @Sample({0.3, 1.2, 0.1, -0.2, 20, 1})
    static double[] springPendulum(
            double angle, double length, double turn, double stretch, double stiffness, double mass) {
        double g = 9.81;
        return new double[] {
            turn,
            stretch,
            -(g * Math.sin(angle) + 2 * stretch * turn) / length,
            length * turn * turn - stiffness / mass * (length - 1) + g * Math.cos(angle)
        };
    }

    /** Barto, Sutton and Anderson's cart and pole with friction (IEEE Trans. SMC 13, 1983, appendix). */
    @Sample({0.2, 0.1, 0.3, -0.1, 4})
    static double[] cartPole(double speed, double angle, double turn, double shift, double force) {
        double pole = 0.1;
        double half = 0.5;
        double mass = 1.1;
        double sine = Math.sin(angle);
        double cosine = Math.cos(angle);
        double push = (-force - pole * half * turn * turn * sine + 0.0005 * Math.tanh(20 * speed)) / mass;
        double twist = (9.8 * sine + cosine * push - 0.000002 * turn / (pole * half))
                / (half * (4.0 / 3 - pole * cosine * cosine / mass));
        double along = (force + pole * half * (turn * turn * sine - twist * cosine)) / mass;
        return new double[] {speed, along, turn, twist, shift + 0.02 * speed};
    }

    /** Accelerations of three bodies in the plane under gravity (Szebehely, Theory of Orbits, 1967). */
    @Sample(
            value = {1, 3, -2, -1, 1, -1, 3, 4, 5},
            sizes = {3, 2, 3})
    static double[] threeBodies(double[][] places, double[] masses) {
        double[] a = new double[6];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (i != j) {
                    double dx = places[j][0] - places[i][0];
                    double dy = places[j][1] - places[i][1];
                    double squared = dx * dx + dy * dy;
                    double pull = masses[j] / (squared * Math.sqrt(squared));
                    a[2 * i] += pull * dx;
                    a[2 * i + 1] += pull * dy;
                }
            }
        }
        return a;
    }

    /**
     * Euler's equations of a rigid body, with its attitude as a quaternion (Wertz, Spacecraft Attitude Determination,
     * 1978).
     */
    @Sample({0.1, -0.2, 0.3, 0.9, 0.1, 0.3, 0.2, 0.01, 0.02, -0.01})
    static double[] rigidBody(
            double wx,
            double wy,
            double wz,
            double q0,
            double q1,
            double q2,
            double q3,
            double tx,
            double ty,
            double tz) {
        double ix = 1.2;
        double iy = 0.9;
        double iz = 0.5;
        return new double[] {
            (tx - (iz - iy) * wy * wz) / ix,
            (ty - (ix - iz) * wz * wx) / iy,
            (tz - (iy - ix) * wx * wy) / iz,
            0.5 * (-q1 * wx - q2 * wy - q3 * wz),
            0.5 * (q0 * wx + q2 * wz - q3 * wy),
            0.5 * (q0 * wy - q1 * wz + q3 * wx),
            0.5 * (q0 * wz + q1 * wy - q2 * wx)
        };
    }

    /** A heavy symmetric top in Euler angles and conjugate momenta (Goldstein, section 5.7). */
    @Sample({0.6, 0.1, 1.5, 2.0, 0.3, 0.25})
    static double[] heavyTop(double theta, double p, double pPhi, double pPsi, double i1, double i3) {
        double sine = Math.sin(theta);
        double cosine = Math.cos(theta);
        double spin = pPhi - pPsi * cosine;
        double phi = spin / (i1 * sine * sine);
        return new double[] {
            p / i1,
            phi,
            pPsi / i3 - phi * cosine,
            spin * spin * cosine / (i1 * Math.pow(sine, 3)) - pPsi * phi / sine + 2.4 * sine
        };
    }

    /**
     * Pacejka's magic formula with camber left out (Tire and Vehicle Dynamics, 2002), then the single-track model's
     * slopes.
     */
    @Sample({0.05, 0.2, 18, 0.1, 10, 1.9, 1.0})
    static double[] bicycleModel(double slip, double turn, double speed, double steer, double b, double c, double d) {
        double front = tyre(steer - Math.atan(slip + 1.2 * turn / speed), b, c, d);
        double rear = tyre(-Math.atan(slip - 1.4 * turn / speed), b, c, d);
        return new double[] {
            (front * Math.cos(steer) + rear) / speed - turn,
            (1.2 * front * Math.cos(steer) - 1.4 * rear) / 1.6,
            -front * Math.sin(steer)
        };
    }

    private static double tyre(double angle, double b, double c, double d) {
        double stiff = b * angle;
        return d * Math.sin(c * Math.atan(stiff - 0.97 * (stiff - Math.atan(stiff))));
    }

    /**
     * The strain energy of a compressible neo-Hookean solid (Bonet and Wood, Nonlinear Continuum Mechanics, 1997,
     * 5.4.3).
     */
    @Sample(
            value = {1.1, 0.1, 0.05, 0.02, 0.95, 0.1, 0.03, 0.06, 1.05, 2, 3},
            sizes = {3, 3})
    static double neoHookean(double[][] f, double mu, double lambda) {
        double trace = 0;
        for (double[] row : f) {
            for (double entry : row) {
                trace += entry * entry;
            }
        }
        double log = Math.log(determinant(f));
        return mu / 2 * (trace - 3) - mu * log + lambda / 2 * log * log;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }

    /**
     * Piola's stress of an incompressible Mooney-Rivlin sheet, from its in-plane stretches (Ogden, Non-linear Elastic
     * Deformations, 1984).
     */
    @Sample({1.3, 0.9, 0.5, 0.1})
    static double[] mooneyRivlin(double a, double b, double c1, double c2) {
        double third = 1 / (a * b);
        double thick = third * third;
        double first = 2 * (a * a - thick) * (c1 + c2 * b * b) / a;
        double second = 2 * (b * b - thick) * (c1 + c2 * a * a) / b;
        return new double[] {
            first, second, c1 * (a * a + b * b + thick - 3) + c2 * (1 / (a * a) + 1 / (b * b) + 1 / thick - 3)
        };
    }

    /**
     * Principal stresses, von Mises' and Tresca's stress of a plane stress state (Timoshenko and Goodier, Theory of
     * Elasticity).
     */
    @Sample({120, 40, 30})
    static double[] principalStresses(double sx, double sy, double shear) {
        double mean = (sx + sy) / 2;
        double half = (sx - sy) / 2;
        double radius = Math.sqrt(half * half + shear * shear);
        double one = mean + radius;
        double two = mean - radius;
        return new double[] {
            one, two, Math.sqrt(one * one - one * two + two * two), 2 * radius, 0.5 * Math.atan2(2 * shear, sx - sy)
        };
    }

    /** Axial forces of the three-bar truss of structural optimisation (Schmit 1960) under a load at its joint. */
    @Sample({1.0, 0.8, 0.6, 20, 15, 2})
    static double[] threeBarTruss(double a1, double a2, double a3, double px, double py, double height) {
        double diagonal = Math.sqrt(2) * height;
        double k1 = a1 / (2 * diagonal);
        double k2 = a2 / height;
        double k3 = a3 / (2 * diagonal);
        double kxx = k1 + k3;
        double kxy = k1 - k3;
        double kyy = k1 + k3 + k2;
        double det = kxx * kyy - kxy * kxy;
        double u = (kyy * px - kxy * py) / det;
        double v = (kxx * py - kxy * px) / det;
        double root = Math.sqrt(0.5);
        return new double[] {
            root * (u + v) / diagonal, v / height, root * (v - u) / diagonal, (a1 + a3) * diagonal + a2 * height
        };
    }
}
