package crosscountry.corpus;

/** Vehicles and controllers (Åström and Murray, Feedback Systems; Thrun, Burgard, Fox, Probabilistic Robotics). */
final class Control {
    private Control() {}

    /** Three steps of a PID controller with a filtered slope on a second-order plant, and the sum of squared errors. */
    @Sample({2, 0.5, 0.3, 1, 0.4})
    static double[] pidLoop(double p, double i, double d, double goal, double damping) {
        double h = 0.1;
        double x = 0;
        double v = 0;
        double integral = 0;
        double filtered = 0;
        double loss = 0;
        for (int step = 0; step < 3; step++) {
            double error = goal - x;
            integral += h * error;
            filtered += 0.5 * (-v - filtered);
            double push = p * error + i * integral + d * filtered;
            v += h * (push - damping * v - x);
            x += h * v;
            loss += error * error;
        }
        return new double[] {x, v, loss};
    }

    /** A robot with two wheels: its pose after two arcs from the wheels' turns (odometry). */
    @Sample({0.1, 0.2, 0.3, 0.5, 0.6, 0.4, 0.7, 0.3})
    static double[] odometry(
            double x, double y, double heading, double l1, double r1, double l2, double r2, double base) {
        double[][] moves = {{l1, r1}, {l2, r2}};
        for (double[] move : moves) {
            double way = (move[0] + move[1]) / 2;
            double turn = (move[1] - move[0]) / base;
            double middle = heading + turn / 2;
            x += way * Math.cos(middle);
            y += way * Math.sin(middle);
            heading += turn;
        }
        return new double[] {x, y, heading};
    }

    /**
     * Distance and bearing from a pose to three landmarks, the measurement model of the extended Kalman filter (table
     * 7.2).
     */
    @Sample(
            value = {0.5, 0.4, 0.3, 2, 1, -1, 3, 4, 0.2},
            sizes = {3, 2})
    static double[] landmarks(double x, double y, double heading, double[][] marks) {
        double[] seen = new double[6];
        for (int k = 0; k < 3; k++) {
            double dx = marks[k][0] - x;
            double dy = marks[k][1] - y;
            seen[2 * k] = Math.sqrt(dx * dx + dy * dy);
            seen[2 * k + 1] = Math.atan2(dy, dx) - heading;
        }
        return seen;
    }

    /**
     * Two steps of the discrete Riccati equation with two states and one input, and the gain (Anderson and Moore,
     * Optimal Control).
     */
    @Sample({1, 0.1, -0.2, 0.9, 0.5, 1, 0.3})
    static double[] riccati(double a11, double a12, double a21, double a22, double b1, double b2, double weight) {
        double p11 = 1;
        double p12 = 0;
        double p22 = 1;
        double k1 = 0;
        double k2 = 0;
        for (int step = 0; step < 2; step++) {
            double pb1 = p11 * b1 + p12 * b2;
            double pb2 = p12 * b1 + p22 * b2;
            double s = weight + b1 * pb1 + b2 * pb2;
            k1 = (pb1 * a11 + pb2 * a21) / s;
            k2 = (pb1 * a12 + pb2 * a22) / s;
            double m11 = a11 * (p11 * a11 + p12 * a21) + a21 * (p12 * a11 + p22 * a21);
            double m12 = a11 * (p11 * a12 + p12 * a22) + a21 * (p12 * a12 + p22 * a22);
            double m22 = a12 * (p11 * a12 + p12 * a22) + a22 * (p12 * a12 + p22 * a22);
            p11 = 1 + m11 - s * k1 * k1;
            p12 = m12 - s * k1 * k2;
            p22 = 1 + m22 - s * k2 * k2;
        }
        return new double[] {p11, p12, p22, k1, k2};
    }

    /** Accelerations of a quadrotor from attitude, rates and four rotors' speeds (Bouabdallah 2007). */
    @Sample({0.1, -0.05, 0.3, 0.2, 0.1, -0.1, 400, 410, 405, 395})
    static double[] quadrotor(
            double roll,
            double pitch,
            double yaw,
            double p,
            double q,
            double r,
            double w1,
            double w2,
            double w3,
            double w4) {
        double f1 = 3e-6 * w1 * w1;
        double f2 = 3e-6 * w2 * w2;
        double f3 = 3e-6 * w3 * w3;
        double f4 = 3e-6 * w4 * w4;
        double lift = (f1 + f2 + f3 + f4) / 0.65;
        double sr = Math.sin(roll);
        double cr = Math.cos(roll);
        double sp = Math.sin(pitch);
        double cp = Math.cos(pitch);
        double sy = Math.sin(yaw);
        double cy = Math.cos(yaw);
        return new double[] {
            (cr * sp * cy + sr * sy) * lift,
            (cr * sp * sy - sr * cy) * lift,
            cr * cp * lift - 9.81,
            (q * r * (0.0075 - 0.013) + 0.23 * (f4 - f2)) / 0.0075,
            (p * r * (0.013 - 0.0075) + 0.23 * (f3 - f1)) / 0.0075,
            (0.025 * (f1 - f2 + f3 - f4)) / 0.013
        };
    }

    /** Four tanks with two pumps (Johansson 2000). */
    @Sample({12, 13, 5, 4, 3, 3.2, 0.6, 0.7})
    static double[] fourTanks(double h1, double h2, double h3, double h4, double v1, double v2, double g1, double g2) {
        double q1 = 0.071 * Math.sqrt(1962 * h1);
        double q2 = 0.057 * Math.sqrt(1962 * h2);
        double q3 = 0.071 * Math.sqrt(1962 * h3);
        double q4 = 0.057 * Math.sqrt(1962 * h4);
        double p1 = 3.33 * v1;
        double p2 = 3.35 * v2;
        return new double[] {
            (q3 - q1 + g1 * p1) / 28, (q4 - q2 + g2 * p2) / 32, ((1 - g2) * p2 - q3) / 28, ((1 - g1) * p1 - q4) / 32
        };
    }
}
