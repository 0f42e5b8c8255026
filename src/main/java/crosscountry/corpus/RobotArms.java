package crosscountry.corpus;

/**
 * Forward kinematics and dynamics of arms (Craig, Introduction to Robotics, 3rd edition): near the paper's arm, so for
 * tests only.
 */
final class RobotArms {
    private RobotArms() {}

    /** Position and orientation of a planar arm of three links. */
    @Sample({0.3, 0.5, -0.4, 1, 0.8, 0.5})
    static double[] planarArm(double t1, double t2, double t3, double l1, double l2, double l3) {
        double two = t1 + t2;
        double three = two + t3;
        return new double[] {
            l1 * Math.cos(t1) + l2 * Math.cos(two) + l3 * Math.cos(three),
            l1 * Math.sin(t1) + l2 * Math.sin(two) + l3 * Math.sin(three),
            three
        };
    }

    private static double[][] link(double alpha, double a, double d, double theta) {
        double ct = Math.cos(theta);
        double st = Math.sin(theta);
        double ca = Math.cos(alpha);
        double sa = Math.sin(alpha);
        return new double[][] {{ct, -st, 0, a}, {st * ca, ct * ca, -sa, -sa * d}, {st * sa, ct * sa, ca, ca * d}};
    }

    private static double[][] chain(double[][] a, double[][] b) {
        double[][] c = new double[3][4];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                double sum = a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
                c[i][j] = j == 3 ? sum + a[i][3] : sum;
            }
        }
        return c;
    }

    /** Position of the wrist of a PUMA 560 from its first three joints, by Denavit and Hartenberg's matrices. */
    @Sample({0.3, -0.5, 0.7})
    static double[] puma(double t1, double t2, double t3) {
        double[][] frame = chain(chain(link(0, 0, 0, t1), link(-Math.PI / 2, 0, 0, t2)), link(0, 0.4318, 0.1501, t3));
        double[] tool = {0.0203, -0.4331, 0};
        double[] place = new double[3];
        for (int k = 0; k < 3; k++) {
            place[k] = frame[k][0] * tool[0] + frame[k][1] * tool[1] + frame[k][2] * tool[2] + frame[k][3];
        }
        return place;
    }

    /** Torques of a planar arm of two links from angles, speeds and accelerations (section 6.7). */
    @Sample({0.4, 0.8, 0.3, -0.2, 0.5, 0.1, 2, 1.5})
    static double[] armTorques(double t1, double t2, double w1, double w2, double a1, double a2, double m1, double m2) {
        double l1 = 0.5;
        double l2 = 0.4;
        double c2 = Math.cos(t2);
        double s2 = Math.sin(t2);
        double lever = 9.81 * Math.cos(t1 + t2);
        double inner = m2 * l2 * l2 * (a1 + a2);
        double first = inner
                + m2 * l1 * l2 * c2 * (2 * a1 + a2)
                + (m1 + m2) * l1 * l1 * a1
                - m2 * l1 * l2 * s2 * w2 * w2
                - 2 * m2 * l1 * l2 * s2 * w1 * w2
                + m2 * l2 * lever
                + (m1 + m2) * l1 * 9.81 * Math.cos(t1);
        return new double[] {first, m2 * l1 * l2 * c2 * a1 + m2 * l1 * l2 * s2 * w1 * w1 + m2 * l2 * lever + inner};
    }
}
