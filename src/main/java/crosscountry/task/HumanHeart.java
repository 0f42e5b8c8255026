package crosscountry.task;

/** The human heart dipole problem of MINPACK-2: eight moment equations, all observed moments being 1. */
final class HumanHeart {
    private HumanHeart() {}

    private static double cubic(double x, double y) {
        return x * (Math.pow(x, 2) - 3 * Math.pow(y, 2));
    }

    static double[] humanHeartDipole(double a, double b, double c, double d, double t, double u, double v, double w) {
        double mx = a + b - 1;
        double my = c + d - 1;
        double ma = t * a + u * b - v * c - w * d - 1;
        double mb = v * a + w * b + t * c + u * d - 1;
        double tv = Math.pow(t, 2) - Math.pow(v, 2);
        double uw = Math.pow(u, 2) - Math.pow(w, 2);
        double mc = a * tv - 2 * c * t * v + b * uw - 2 * d * u * w - 1;
        double md = c * tv - 2 * a * t * v + d * uw - 2 * b * u * w - 1;
        double ct = cubic(t, v);
        double cv = cubic(v, t);
        double cu = cubic(u, w);
        double cw = cubic(w, u);
        double me = a * ct + c * cv + b * cu + d * cw - 1;
        double mf = c * ct - a * cv + d * cu - b * cw - 1;
        return new double[] {mx, my, ma, mb, mc, md, me, mf};
    }
}
