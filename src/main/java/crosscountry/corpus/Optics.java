package crosscountry.corpus;

/** Light through surfaces, layers and beams (Born and Wolf, Principles of Optics; Hecht, Optics). */
final class Optics {
    private Optics() {}

    record Complex(double re, double im) {
        Complex plus(Complex b) {
            return new Complex(re + b.re, im + b.im);
        }

        Complex times(Complex b) {
            return new Complex(re * b.re - im * b.im, re * b.im + im * b.re);
        }

        Complex over(Complex b) {
            double norm = b.re * b.re + b.im * b.im;
            return new Complex((re * b.re + im * b.im) / norm, (im * b.re - re * b.im) / norm);
        }

        double norm() {
            return re * re + im * im;
        }
    }

    /** Fresnel's reflectances for both polarisations and the refracted angle. */
    @Sample({0.6, 1.0, 1.5})
    static double[] fresnel(double angle, double n1, double n2) {
        double sine = n1 * Math.sin(angle) / n2;
        double inside = Math.asin(sine);
        double ci = Math.cos(angle);
        double ct = Math.cos(inside);
        double rs = (n1 * ci - n2 * ct) / (n1 * ci + n2 * ct);
        double rp = (n2 * ci - n1 * ct) / (n2 * ci + n1 * ct);
        return new double[] {rs * rs, rp * rp, inside};
    }

    /** Sellmeier's index and the group index of a glass (Schott catalogue). */
    @Sample(
            value = {0.55, 1.0396, 0.2318, 1.0105, 0.0060, 0.0200, 103.56},
            sizes = {3, 3})
    static double[] sellmeier(double wavelength, double[] b, double[] c) {
        double square = wavelength * wavelength;
        double sum = 1;
        double slope = 0;
        for (int k = 0; k < 3; k++) {
            double gap = square - c[k];
            sum += b[k] * square / gap;
            slope -= b[k] * c[k] / (gap * gap);
        }
        double n = Math.sqrt(sum);
        return new double[] {n, n - square * slope / n};
    }

    /**
     * Reflectance of two thin layers on glass at normal incidence, by characteristic matrices (Macleod, Thin-Film
     * Optical Filters).
     */
    @Sample({0.55, 1.38, 0.1, 2.1, 0.12, 1.52})
    static double thinFilms(double wavelength, double n1, double d1, double n2, double d2, double glass) {
        Complex b = new Complex(1, 0);
        Complex c = new Complex(glass, 0);
        double[] n = {n2, n1};
        double[] d = {d2, d1};
        for (int k = 0; k < 2; k++) {
            double phase = 2 * Math.PI * n[k] * d[k] / wavelength;
            double cosine = Math.cos(phase);
            double sine = Math.sin(phase);
            Complex nb = new Complex(cosine, 0).times(b).plus(new Complex(0, sine / n[k]).times(c));
            c = new Complex(0, n[k] * sine).times(b).plus(new Complex(cosine, 0).times(c));
            b = nb;
        }
        Complex below = b.plus(c);
        return new Complex(b.re() - c.re(), b.im() - c.im()).over(below).norm();
    }

    /** Waist and place of a Gaussian beam behind a lens, by its complex parameter (Kogelnik and Li 1966). */
    @Sample({0.3, 0.2, 0.5, 0.4, 0.000633})
    static double[] gaussianBeam(double waist, double before, double focal, double behind, double wavelength) {
        Complex q = new Complex(before, Math.PI * waist * waist / wavelength);
        Complex lens = q.over(new Complex(1 - q.re() / focal, -q.im() / focal));
        double place = lens.re() + behind;
        double range = lens.im();
        double ratio = place / range;
        return new double[] {
            Math.sqrt(range * wavelength / Math.PI * (1 + ratio * ratio)), place * (1 + 1 / (ratio * ratio))
        };
    }

    /**
     * A meridional ray through the two spherical faces of a thick lens, without approximation (Kingslake, Lens Design
     * Fundamentals).
     */
    @Sample({5, 0.02, 50, -60, 6, 1.5168})
    static double[] lensRay(double height, double slope, double r1, double r2, double thickness, double n) {
        double[] inside = refract(height, slope, r1, 1.0, n, 0);
        double[] out = refract(inside[0] + inside[2], inside[1], r2, n, 1.0, thickness);
        return new double[] {out[0], out[1], out[0] / Math.tan(out[1])};
    }

    private static double[] refract(
            double height, double angle, double radius, double before, double behind, double thickness) {
        double arrive = height + thickness * Math.tan(angle);
        double sine = (arrive * Math.cos(angle)) / radius + Math.sin(angle);
        double incidence = Math.asin(sine);
        double refracted = Math.asin(before * sine / behind);
        double bent = angle - incidence + refracted;
        double sag = radius - Math.sqrt(radius * radius - arrive * arrive);
        return new double[] {arrive, bent, -sag * Math.tan(bent)};
    }

    /** Deviation of a prism and its change with the wavelength by Cauchy's index. */
    @Sample({1.04, 0.8, 0.59, 1.5046, 0.0042})
    static double[] prism(double apex, double incidence, double wavelength, double a, double b) {
        double n = a + b / (wavelength * wavelength);
        double first = Math.asin(Math.sin(incidence) / n);
        double second = apex - first;
        double exit = Math.asin(n * Math.sin(second));
        double deviation = incidence + exit - apex;
        return new double[] {
            deviation, -2 * b / Math.pow(wavelength, 3) * Math.sin(apex) / (Math.cos(first) * Math.cos(exit))
        };
    }

    /** Airy's transmission of a Fabry-Pérot resonator with absorbing mirrors. */
    @Sample({0.6, 10, 1.0, 0.2, 0.9, 0.02})
    static double[] fabryPerot(double wavelength, double gap, double n, double angle, double reflectance, double loss) {
        double phase = 2 * Math.PI * n * gap * Math.cos(angle) / wavelength;
        double finesse = 4 * reflectance / ((1 - reflectance) * (1 - reflectance));
        double sine = Math.sin(phase);
        double airy = 1 / (1 + finesse * sine * sine);
        double pass = 1 - loss / (1 - reflectance);
        return new double[] {pass * pass * airy, 1 - airy};
    }

    /**
     * Planck's radiance at three wavelengths and their ratios: the two-colour pyrometer (Michalski et al., Temperature
     * Measurement).
     */
    @Sample({1800, 0.9, 0.8, 0.7})
    static double[] pyrometer(double temperature, double e1, double e2, double e3) {
        double[] wavelengths = {0.65, 0.8, 0.95};
        double[] emissivities = {e1, e2, e3};
        double[] radiance = new double[3];
        for (int k = 0; k < 3; k++) {
            radiance[k] = emissivities[k]
                    * 1.191e8
                    / (Math.pow(wavelengths[k], 5) * Math.expm1(14387.77 / (wavelengths[k] * temperature)));
        }
        return new double[] {
            radiance[0] / radiance[1], radiance[1] / radiance[2], radiance[0] + radiance[1] + radiance[2]
        };
    }

    /** Stokes' parameters behind a retarder and a polariser (Goldstein, Polarized Light). */
    @Sample({1, 0.4, 0.3, 0.2, 0.5, 1.3, 0.2})
    static double[] stokes(
            double s0, double s1, double s2, double s3, double axis, double retardance, double polariser) {
        double c = Math.cos(2 * axis);
        double s = Math.sin(2 * axis);
        double cd = Math.cos(retardance);
        double sd = Math.sin(retardance);
        double t1 = (c * c + s * s * cd) * s1 + c * s * (1 - cd) * s2 - s * sd * s3;
        double t2 = c * s * (1 - cd) * s1 + (s * s + c * c * cd) * s2 + c * sd * s3;
        double t3 = s * sd * s1 - c * sd * s2 + cd * s3;
        double passed = 0.5 * (s0 + Math.cos(2 * polariser) * t1 + Math.sin(2 * polariser) * t2);
        return new double[] {t1, t2, t3, passed};
    }
}
