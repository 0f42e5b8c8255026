package crosscountry.corpus;

/** Lines, curves, triangles and rotations. */
final class Geometry {
    private Geometry() {}

    private static double[] minus(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** Area, inradius and circumradius of a triangle from its sides (Heron; Coxeter, Introduction to Geometry). */
    @Sample({3, 4.5, 5})
    static double[] triangle(double a, double b, double c) {
        double s = (a + b + c) / 2;
        double area = Math.sqrt(s * (s - a) * (s - b) * (s - c));
        return new double[] {area, area / s, a * b * c / (4 * area)};
    }

    /** Volume and mean-ratio quality of a tetrahedron (Liu and Joe 1994). */
    @Sample(
            value = {0, 0, 0, 1, 0.1, 0, 0.2, 1, 0.1, 0.3, 0.2, 1},
            sizes = {3, 3, 3, 3})
    static double[] tetrahedron(double[] a, double[] b, double[] c, double[] d) {
        double[] u = minus(b, a);
        double[] v = minus(c, a);
        double[] w = minus(d, a);
        double volume = dot(u, cross(v, w)) / 6;
        double[] x = minus(c, b);
        double[] y = minus(d, b);
        double[] z = minus(d, c);
        double edges = dot(u, u) + dot(v, v) + dot(w, w) + dot(x, x) + dot(y, y) + dot(z, z);
        return new double[] {volume, 12 * Math.cbrt(9 * volume * volume) / edges};
    }

    /**
     * The torsion angle of four atoms and the energy of its rotation (Blondel and Karplus 1996; Ryckaert and Bellemans
     * 1975).
     */
    @Sample(
            value = {0, 0, 0, 1, 0.1, 0, 1.4, 1, 0.1, 2.3, 1.2, 0.8},
            sizes = {3, 3, 3, 3})
    static double[] torsionAngle(double[] a, double[] b, double[] c, double[] d) {
        double[] f = minus(a, b);
        double[] g = minus(b, c);
        double[] h = minus(d, c);
        double[] m = cross(f, g);
        double[] n = cross(h, g);
        double length = Math.sqrt(dot(g, g));
        double angle = Math.atan2(dot(cross(n, m), g) / length, dot(m, n));
        double cosine = Math.cos(angle);
        return new double[] {
            angle, 9.28 + cosine * (-12.16 + cosine * (-13.12 + cosine * (3.06 + cosine * (26.24 + cosine * 31.5))))
        };
    }

    /** Where a ray meets a sphere, and the normal there (Glassner, An Introduction to Ray Tracing, 1989). */
    @Sample(
            value = {0, 0, 0, 0.1, 0.2, 0.9, 0.3, 0.5, 5, 1.5},
            sizes = {3, 3, 3})
    static double[] raySphere(double[] origin, double[] direction, double[] centre, double radius) {
        double[] towards = minus(centre, origin);
        double norm = Math.sqrt(dot(direction, direction));
        double along = dot(towards, direction) / norm;
        double t = along - Math.sqrt(radius * radius - dot(towards, towards) + along * along);
        double[] normal = new double[3];
        for (int k = 0; k < 3; k++) {
            normal[k] = (origin[k] + t * direction[k] / norm - centre[k]) / radius;
        }
        return new double[] {t, normal[0], normal[1], normal[2]};
    }

    /** The distance between two lines in space, each by a point and a direction. */
    @Sample(
            value = {0, 0, 0, 1, 0.2, 0.1, 0.5, 1, 2, 0.1, 1, -0.3},
            sizes = {3, 3, 3, 3})
    static double distanceOfLines(double[] p, double[] u, double[] q, double[] v) {
        double[] normal = cross(u, v);
        return Math.abs(dot(minus(q, p), normal)) / Math.sqrt(dot(normal, normal));
    }

    /**
     * A point of a Bézier curve of degree four in the plane, by de Casteljau's steps (Farin, Curves and Surfaces for
     * CAGD).
     */
    @Sample(
            value = {0, 0, 1, 2, 2, 2.5, 3, 1, 4, 0.2, 0.4},
            sizes = {5, 2})
    static double[] deCasteljau(double[][] points, double t) {
        double[] x = new double[5];
        double[] y = new double[5];
        for (int k = 0; k < 5; k++) {
            x[k] = points[k][0];
            y[k] = points[k][1];
        }
        for (int level = 4; level > 0; level--) {
            for (int k = 0; k < level; k++) {
                x[k] = (1 - t) * x[k] + t * x[k + 1];
                y[k] = (1 - t) * y[k] + t * y[k + 1];
            }
        }
        return new double[] {x[0], y[0]};
    }

    /**
     * Curvature and torsion of a (2, 3) torus knot at a parameter (do Carmo, Differential Geometry of Curves and
     * Surfaces).
     */
    @Sample({0.7, 2, 0.5})
    static double[] torusKnot(double t, double outer, double inner) {
        double c3 = Math.cos(3 * t);
        double s3 = Math.sin(3 * t);
        double c2 = Math.cos(2 * t);
        double s2 = Math.sin(2 * t);
        double r = outer + inner * c3;
        double r1 = -3 * inner * s3;
        double r2 = -9 * inner * c3;
        double[] first = {r1 * c2 - 2 * r * s2, r1 * s2 + 2 * r * c2, 3 * inner * c3};
        double[] second = {r2 * c2 - 4 * r1 * s2 - 4 * r * c2, r2 * s2 + 4 * r1 * c2 - 4 * r * s2, -9 * inner * s3};
        double[] bend = cross(first, second);
        double speed = Math.sqrt(dot(first, first));
        return new double[] {Math.sqrt(dot(bend, bend)) / (speed * speed * speed), speed};
    }

    /** Rodrigues' rotation of a vector by an axis of any length, its angle. */
    @Sample(
            value = {0.3, -0.5, 0.8, 1, 2, 3},
            sizes = {3, 3})
    static double[] rodrigues(double[] rotation, double[] x) {
        double angle = Math.sqrt(dot(rotation, rotation));
        double[] axis = {rotation[0] / angle, rotation[1] / angle, rotation[2] / angle};
        double sine = Math.sin(angle);
        double cosine = Math.cos(angle);
        double[] across = cross(axis, x);
        double along = dot(axis, x) * (1 - cosine);
        return new double[] {
            x[0] * cosine + across[0] * sine + axis[0] * along,
            x[1] * cosine + across[1] * sine + axis[1] * along,
            x[2] * cosine + across[2] * sine + axis[2] * along
        };
    }

    /**
     * Reprojection error of bundle adjustment: rotation, shift, focal length and two radial terms (Agarwal et al. 2010;
     * ADBench).
     */
    @Sample(
            value = {0.1, 0.2, -0.1, 0.3, 0.2, 0.1, 500, 0.01, 0.001, 0.5, -0.2, 6},
            sizes = {9, 3})
    static double[] bundleAdjustment(double[] camera, double[] point) {
        double[] turned = rodrigues(new double[] {camera[0], camera[1], camera[2]}, point);
        double depth = turned[2] + camera[5];
        double x = -(turned[0] + camera[3]) / depth;
        double y = -(turned[1] + camera[4]) / depth;
        double squared = x * x + y * y;
        double scale = camera[6] * (1 + squared * (camera[7] + squared * camera[8]));
        return new double[] {scale * x - 40, scale * y + 12};
    }

    /** Area and centroid of a hexagon by its vertices (the shoelace formula). */
    @Sample(
            value = {2, 0, 1, 1.8, -1, 1.7, -2, 0, -1, -1.7, 1.1, -1.6},
            sizes = {6, 2})
    static double[] polygon(double[][] p) {
        double area = 0;
        double x = 0;
        double y = 0;
        for (int k = 0; k < p.length; k++) {
            double[] next = p[(k + 1) % p.length];
            double piece = p[k][0] * next[1] - next[0] * p[k][1];
            area += piece;
            x += (p[k][0] + next[0]) * piece;
            y += (p[k][1] + next[1]) * piece;
        }
        return new double[] {area / 2, x / (3 * area), y / (3 * area)};
    }
}
