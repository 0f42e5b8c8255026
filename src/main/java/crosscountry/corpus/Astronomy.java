package crosscountry.corpus;

/**
 * Orbits, the sky and the Earth's shape ("Meeus" is Astronomical Algorithms, 2nd edition; "Snyder" is Map Projections,
 * USGS 1395).
 */
final class Astronomy {
    private Astronomy() {}

    /** Kepler's equation by four of Newton's steps, then the place in the orbit's plane (Meeus, chapter 30). */
    @Sample({1.2, 0.3, 1.5})
    static double[] keplerOrbit(double anomaly, double e, double axis) {
        double eccentric = anomaly;
        for (int k = 0; k < 4; k++) {
            eccentric = eccentric - (eccentric - e * Math.sin(eccentric) - anomaly) / (1 - e * Math.cos(eccentric));
        }
        return new double[] {axis * (Math.cos(eccentric) - e), axis * Math.sqrt(1 - e * e) * Math.sin(eccentric)};
    }

    /** Place and velocity from orbital elements (Vallado, Fundamentals of Astrodynamics, algorithm 10). */
    @Sample({1.1, 0.2, 0.4, 0.9, 1.3, 0.5})
    static double[] stateOfOrbit(
            double axis, double e, double inclination, double node, double perigee, double anomaly) {
        double p = axis * (1 - e * e);
        double r = p / (1 + e * Math.cos(anomaly));
        double x = r * Math.cos(anomaly);
        double y = r * Math.sin(anomaly);
        double root = Math.sqrt(1 / p);
        double vx = -root * Math.sin(anomaly);
        double vy = root * (e + Math.cos(anomaly));
        double cn = Math.cos(node);
        double sn = Math.sin(node);
        double cp = Math.cos(perigee);
        double sp = Math.sin(perigee);
        double ci = Math.cos(inclination);
        double si = Math.sin(inclination);
        double[][] turn = {
            {cn * cp - sn * sp * ci, -cn * sp - sn * cp * ci},
            {sn * cp + cn * sp * ci, -sn * sp + cn * cp * ci},
            {sp * si, cp * si}
        };
        double[] state = new double[6];
        for (int k = 0; k < 3; k++) {
            state[k] = turn[k][0] * x + turn[k][1] * y;
            state[3 + k] = turn[k][0] * vx + turn[k][1] * vy;
        }
        return state;
    }

    /** Azimuth and altitude of a star, with Bennett's refraction (Meeus, chapters 13 and 16). */
    @Sample({1.0, 0.3, 0.85})
    static double[] horizontal(double hour, double declination, double latitude) {
        double sine = Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(hour);
        double altitude = Math.asin(sine);
        double azimuth = Math.atan2(
                Math.sin(hour), Math.cos(hour) * Math.sin(latitude) - Math.tan(declination) * Math.cos(latitude));
        double degrees = Math.toDegrees(altitude);
        double refraction = 1 / Math.tan(Math.toRadians(degrees + 7.31 / (degrees + 4.4)));
        return new double[] {azimuth, altitude + Math.toRadians(refraction / 60)};
    }

    /** The Sun's apparent place at a time in centuries (Meeus, chapter 25, low accuracy). */
    @Sample({0.25})
    static double[] sun(double t) {
        double mean = Math.toRadians(280.46646 + t * (36000.76983 + t * 0.0003032));
        double anomaly = Math.toRadians(357.52911 + t * (35999.05029 - t * 0.0001537));
        double centre = (1.914602 - t * (0.004817 + t * 0.000014)) * Math.sin(anomaly)
                + (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly)
                + 0.000289 * Math.sin(3 * anomaly);
        double longitude = mean + Math.toRadians(centre);
        double tilt = Math.toRadians(23.439291 - t * 0.0130042);
        return new double[] {
            Math.atan2(Math.cos(tilt) * Math.sin(longitude), Math.cos(longitude)),
            Math.asin(Math.sin(tilt) * Math.sin(longitude))
        };
    }

    /**
     * Luminosity distance in a flat universe by Simpson's rule with eight strips (Hogg, "Distance measures in
     * cosmology", 1999).
     */
    @Sample({0.8, 70, 0.3})
    static double[] luminosityDistance(double redshift, double hubble, double matter) {
        int strips = 8;
        double h = redshift / strips;
        double sum = 0;
        for (int k = 0; k <= strips; k++) {
            double a = 1 + k * h;
            double weight = k == 0 || k == strips ? 1 : k % 2 == 1 ? 4 : 2;
            sum += weight / Math.sqrt(matter * a * a * a + 1 - matter);
        }
        double distance = (1 + redshift) * 299792.458 / hubble * h / 3 * sum;
        return new double[] {distance, 5 * (Math.log(distance) / Math.log(10)) + 25};
    }

    /** Gravity of the flattened Earth (the J2 term; Vallado, section 8.6). */
    @Sample({4000, 5000, 3500})
    static double[] flattenedGravity(double x, double y, double z) {
        double r2 = x * x + y * y + z * z;
        double r = Math.sqrt(r2);
        double pull = -398600.4418 / (r2 * r);
        double flat = 1.5 * 0.00108263 * Math.pow(6378.137, 2) / r2;
        double tilt = 5 * z * z / r2;
        double level = pull * (1 + flat * (1 - tilt));
        return new double[] {level * x, level * y, pull * (1 + flat * (3 - tilt)) * z};
    }

    /** Geodetic latitude, longitude and height from Cartesian coordinates (Bowring 1976, one step). */
    @Sample({4000000, 500000, 4900000})
    static double[] bowring(double x, double y, double z) {
        double a = 6378137;
        double b = 6356752.3142;
        double e = 1 - b * b / (a * a);
        double p = Math.sqrt(x * x + y * y);
        double beta = Math.atan2(a * z, b * p);
        double sine = Math.sin(beta);
        double cosine = Math.cos(beta);
        double latitude = Math.atan2(z + e * a * a / b * Math.pow(sine, 3), p - e * a * Math.pow(cosine, 3));
        double s = Math.sin(latitude);
        double n = a / Math.sqrt(1 - e * s * s);
        return new double[] {latitude, Math.atan2(y, x), p / Math.cos(latitude) - n};
    }

    /**
     * Transverse Mercator's series on the ellipsoid (Snyder, equations 8-9 and 8-10), its meridian arc by three terms.
     */
    @Sample({0.8, 0.04})
    static double[] transverseMercator(double latitude, double longitude) {
        double e = 0.00669438;
        double ep = e / (1 - e);
        double s = Math.sin(latitude);
        double c = Math.cos(latitude);
        double n = 6378137 / Math.sqrt(1 - e * s * s);
        double t = Math.pow(s / c, 2);
        double k = ep * c * c;
        double a = longitude * c;
        double arc = 6378137
                * ((1 - e / 4) * latitude
                        - 3 * e / 8 * (1 + e / 4) * Math.sin(2 * latitude)
                        + 15 * e * e / 256 * Math.sin(4 * latitude));
        double a2 = a * a;
        double east = n * a * (1 + a2 * ((1 - t + k) / 6 + a2 * (5 - 18 * t + t * t + 72 * k - 58 * ep) / 120));
        double north = arc
                + n * (s / c) * a2 * (0.5 + a2 * ((5 - t + 9 * k + 4 * k * k) / 24 + a2 * (61 - 58 * t + t * t) / 720));
        return new double[] {0.9996 * east, 0.9996 * north};
    }

    /** Great-circle distance and bearing (haversines; Sinnott 1984). */
    @Sample({0.8, 0.1, 0.6, -1.2})
    static double[] greatCircle(double lat1, double lon1, double lat2, double lon2) {
        double dl = lon2 - lon1;
        double sp = Math.sin((lat2 - lat1) / 2);
        double sl = Math.sin(dl / 2);
        double c1 = Math.cos(lat1);
        double c2 = Math.cos(lat2);
        double h = sp * sp + c1 * c2 * sl * sl;
        return new double[] {
            12742 * Math.asin(Math.sqrt(h)),
            Math.atan2(Math.sin(dl) * c2, c1 * Math.sin(lat2) - Math.sin(lat1) * c2 * Math.cos(dl))
        };
    }
}
