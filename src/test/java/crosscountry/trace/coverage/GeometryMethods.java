package crosscountry.trace.coverage;

import org.joml.Matrix3d;
import org.joml.Matrix4d;
import org.joml.Quaterniond;
import org.joml.Vector3d;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.Intersection;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Triangle;
import org.locationtech.jts.geom.util.AffineTransformation;

/** JTS and JOML. */
final class GeometryMethods {
    private GeometryMethods() {}

    @At({0.1, 0.2, 3.0, 1.0, 2.5, 3.0})
    static double[] jtsTriangle(double[] x) {
        Coordinate a = new Coordinate(x[0], x[1]);
        Coordinate b = new Coordinate(x[2], x[3]);
        Coordinate c = new Coordinate(x[4], x[5]);
        return new double[] {
            Triangle.area(a, b, c),
            Triangle.inCentre(a, b, c).x,
            Triangle.circumcentre(a, b, c).y,
            Triangle.longestSideLength(a, b, c)
        };
    }

    @At({0.1, 0.2, 3.0, 1.0, 2.5, 3.0})
    static double[] jtsDistanceToSegment(double[] x) {
        return new double[] {
            Distance.pointToSegment(new Coordinate(x[4], x[5]), new Coordinate(x[0], x[1]), new Coordinate(x[2], x[3]))
        };
    }

    @At({0.0, 0.1, 3.0, 1.0, 2.5, -3.0, 0.4, 4.0})
    static double[] jtsIntersection(double[] x) {
        Coordinate c = Intersection.intersection(
                new Coordinate(x[0], x[1]),
                new Coordinate(x[2], x[3]),
                new Coordinate(x[4], x[5]),
                new Coordinate(x[6], x[7]));
        return new double[] {c.x, c.y};
    }

    @At({0.0, 0.1, 3.0, 1.0, 2.5, 3.0})
    static double[] jtsAngles(double[] x) {
        Coordinate a = new Coordinate(x[0], x[1]);
        Coordinate b = new Coordinate(x[2], x[3]);
        Coordinate c = new Coordinate(x[4], x[5]);
        return new double[] {
            Angle.angleBetween(a, b, c), Angle.angle(a, b), Angle.normalize(x[4] * 3), Angle.interiorAngle(a, b, c)
        };
    }

    @At({0.0, 0.1, 3.0, 1.0, 2.5, 3.0})
    static double[] jtsOrientation(double[] x) {
        int side =
                Orientation.index(new Coordinate(x[0], x[1]), new Coordinate(x[2], x[3]), new Coordinate(x[4], x[5]));
        return new double[] {side == Orientation.LEFT ? x[0] * x[5] + x[2] : -x[3]};
    }

    @At({0.0, 0.1, 3.0, 1.0, 2.5, 3.0})
    static double[] jtsRingArea(double[] x) {
        Coordinate first = new Coordinate(x[0], x[1]);
        return new double[] {
            Area.ofRing(new Coordinate[] {first, new Coordinate(x[2], x[3]), new Coordinate(x[4], x[5]), first})
        };
    }

    @At({0.0, 0.1, 3.0, 1.0, 2.5, 3.0})
    static double[] jtsPolygon(double[] x) {
        Coordinate first = new Coordinate(x[0], x[1]);
        Polygon p = new GeometryFactory()
                .createPolygon(new Coordinate[] {first, new Coordinate(x[2], x[3]), new Coordinate(x[4], x[5]), first});
        return new double[] {p.getArea(), p.getLength(), p.getCentroid().getX()};
    }

    @At({0.0, 0.1, 3.0, 1.0, 1.5, 3.0})
    static double[] jtsLineSegment(double[] x) {
        LineSegment s = new LineSegment(x[0], x[1], x[2], x[3]);
        Coordinate p = new Coordinate(x[4], x[5]);
        return new double[] {s.projectionFactor(p), s.closestPoint(p).x, s.midPoint().y, s.reflect(p).x, s.angle()};
    }

    @At({0.7, 2.0, 3.0})
    static double[] jtsAffine(double[] x) {
        Coordinate c = new Coordinate();
        AffineTransformation.rotationInstance(x[0])
                .compose(AffineTransformation.scaleInstance(x[1], 2))
                .transform(new Coordinate(x[2], 1), c);
        return new double[] {c.x, c.y};
    }

    @At({0.0, 0.1, 3.0, 1.0, 2.5, -3.0})
    static double[] jtsDoubleDouble(double[] x) {
        Coordinate c = Triangle.circumcentreDD(
                new Coordinate(x[0], x[1]), new Coordinate(x[2], x[3]), new Coordinate(x[4], x[5]));
        return new double[] {c.x, c.y};
    }

    @At({0.3, -0.5, 1.1, 2.0})
    static double[] jomlRotation(double[] x) {
        Vector3d v = new Matrix4d()
                .rotateXYZ(x[0], x[1], x[2])
                .translate(1, x[3], 0)
                .transformPosition(new Vector3d(1, 2, 3));
        return new double[] {v.x, v.y, v.z};
    }

    @At({0.3, -0.5, 1.1, 0.4})
    static double[] jomlQuaternion(double[] x) {
        Quaterniond q = new Quaterniond().rotationAxis(x[3], x[0], x[1], x[2]).slerp(new Quaterniond(), 0.3);
        Vector3d v = q.transform(new Vector3d(1, 0, 0));
        return new double[] {v.x, v.y, v.z};
    }

    @At({1.0, 2.0, 0.5, -1.0, 3.0, 0.2, 4.0, 1.0, -2.0})
    static double[] jomlInverse(double[] x) {
        Matrix3d m = new Matrix3d(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8]);
        return new double[] {
            m.determinant(),
            m.invert(new Matrix3d()).m01,
            m.transform(new Vector3d(1, 2, 3)).length()
        };
    }

    @At({1.0, 2.0, 0.5})
    static double[] jomlVectors(double[] x) {
        Vector3d a = new Vector3d(x[0], x[1], x[2]);
        return new double[] {
            a.angle(new Vector3d(1, 0, 0)),
            a.cross(new Vector3d(0, 1, 0), new Vector3d()).x,
            a.reflect(new Vector3d(0, 0, 1)).z,
            a.lerp(new Vector3d(1, 1, 1), 0.25).y
        };
    }
}
