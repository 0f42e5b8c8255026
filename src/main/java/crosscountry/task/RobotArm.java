package crosscountry.task;

/**
 * Position and orientation of a six-joint robot arm's tool from its joint angles (forward kinematics, lengths in mm).
 */
final class RobotArm {
    private RobotArm() {}

    private static double cosOfSum(double a, double b) {
        return Math.cos(a) * Math.cos(b) - Math.sin(a) * Math.sin(b);
    }

    private static double sinOfSum(double a, double b) {
        return Math.cos(a) * Math.sin(b) + Math.sin(a) * Math.cos(b);
    }

    static double[] robotArm6dof(double t1, double t2, double t3, double t4, double t5, double t6) {
        double c1 = Math.cos(t1);
        double c2 = Math.cos(t2);
        double c4 = Math.cos(t4);
        double c5 = Math.cos(t5);
        double c6 = Math.cos(t6);
        double c23 = cosOfSum(t2, t3);
        double s1 = Math.sin(t1);
        double s2 = Math.sin(t2);
        double s4 = Math.sin(t4);
        double s5 = Math.sin(t5);
        double s6 = Math.sin(t6);
        double s23 = sinOfSum(t2, t3);

        double ax = s5 * (c1 * c23 * c4 + s1 * s4) + c1 * s23 * c5;
        double ay = s5 * (s1 * c23 * c4 - c1 * s4) + s1 * s23 * c5;
        double az = s23 * c4 * s5 - c23 * c5;
        double nz = c6 * (c23 * s5 + s23 * c4 * c5) - s23 * s4 * s6;
        double oz = -s6 * (c23 * s5 + s23 * c4 * c5) - s23 * s4 * c6;
        double phi = Math.atan2(ay, ax);
        double theta = Math.atan2(Math.sqrt(1 - Math.pow(az, 2)), az);
        double psi = Math.atan2(oz, -nz);

        double px =
                185 * (s5 * (c1 * c23 * c4 + s1 * s4) + c1 * s23 * c5) + c1 * (175 + 890 * c2 + 50 * c23 + 1035 * s23);
        double py =
                185 * (s5 * (s1 * c23 * c4 + c1 * s4) + s1 * s23 * c5) + s1 * (175 + 890 * c2 + 50 * c23 + 1035 * s23);
        double pz = 890 * s2 + 575 + 50 * s23 - 1035 * c23 + 185 * (s23 * c4 * s5 - c23 * c5);
        return new double[] {px, py, pz, phi, theta, psi};
    }
}
