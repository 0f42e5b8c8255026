package crosscountry.corpus;

/** Colour spaces and small image filters. */
final class Colours {
    private Colours() {}

    private static double[] times(double[][] m, double a, double b, double c) {
        double[] out = new double[3];
        for (int k = 0; k < 3; k++) {
            out[k] = m[k][0] * a + m[k][1] * b + m[k][2] * c;
        }
        return out;
    }

    private static final double[][] TO_XYZ = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}
    };

    private static double length(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    private static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    /** sRGB to CIE L*a*b* (IEC 61966-2-1; CIE 15). */
    @Sample({0.6, 0.3, 0.8})
    static double[] lab(double red, double green, double blue) {
        double[] xyz = times(TO_XYZ, linear(red), linear(green), linear(blue));
        double fx = Math.cbrt(xyz[0] / 0.95047);
        double fy = Math.cbrt(xyz[1]);
        double fz = Math.cbrt(xyz[2] / 1.08883);
        return new double[] {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
    }

    /** Linear RGB to Oklab and its lightness, chroma and hue (Ottosson 2020). */
    @Sample({0.3, 0.5, 0.2})
    static double[] oklab(double red, double green, double blue) {
        double[] lms = times(
                new double[][] {
                    {0.4122214708, 0.5363325363, 0.0514459929},
                    {0.2119034982, 0.6806995451, 0.1073969566},
                    {0.0883024619, 0.2817188376, 0.6299787005}
                },
                red,
                green,
                blue);
        double[] lab = times(
                new double[][] {
                    {0.2104542553, 0.7936177850, -0.0040720468},
                    {1.9779984951, -2.4285922050, 0.4505937099},
                    {0.0259040371, 0.7827717662, -0.8086757660}
                },
                Math.cbrt(lms[0]),
                Math.cbrt(lms[1]),
                Math.cbrt(lms[2]));
        return new double[] {lab[0], Math.sqrt(lab[1] * lab[1] + lab[2] * lab[2]), Math.atan2(lab[2], lab[1])};
    }

    /** The colour difference CIEDE2000 (Sharma, Wu, Dalal 2005) of two colours of like hue. */
    @Sample({50, 20, 30, 55, 25, 28})
    static double ciede2000(double l1, double a1, double b1, double l2, double a2, double b2) {
        double c = (length(a1, b1) + length(a2, b2)) / 2;
        double c7 = Math.pow(c, 7);
        double g = 1.5 - 0.5 * Math.sqrt(c7 / (c7 + 6103515625.0));
        double x1 = g * a1;
        double x2 = g * a2;
        double d1 = length(x1, b1);
        double d2 = length(x2, b2);
        double h1 = Math.atan2(b1, x1);
        double h2 = Math.atan2(b2, x2);
        double hue = 2 * Math.sqrt(d1 * d2) * Math.sin((h2 - h1) / 2);
        double h = (h1 + h2) / 2;
        double l50 = Math.pow((l1 + l2) / 2 - 50, 2);
        double d = (d1 + d2) / 2;
        double d7 = Math.pow(d, 7);
        double t = 1
                - 0.17 * Math.cos(h - Math.PI / 6)
                + 0.24 * Math.cos(2 * h)
                + 0.32 * Math.cos(3 * h + Math.PI / 30)
                - 0.2 * Math.cos(4 * h - 1.0995574);
        double sl = (l2 - l1) / (1 + 0.015 * l50 / Math.sqrt(20 + l50));
        double sc = (d2 - d1) / (1 + 0.045 * d);
        double sh = hue / (1 + 0.015 * d * t);
        double bell = (Math.toDegrees(h) - 275) / 25;
        double turn = -2 * Math.sqrt(d7 / (d7 + 6103515625.0)) * Math.sin(Math.PI / 3 * Math.exp(-bell * bell));
        return Math.sqrt(sl * sl + sc * sc + sh * sh + turn * sc * sh);
    }

    /** Filmic tone mapping of a colour at an exposure, with its luminance kept (Hable 2010). */
    @Sample({0.8, 0.5, 0.2, 1.5})
    static double[] toneMapping(double red, double green, double blue, double exposure) {
        double light = exposure * (0.2126 * red + 0.7152 * green + 0.0722 * blue);
        double scale = filmic(light) / (light * filmic(11.2));
        return new double[] {exposure * red * scale, exposure * green * scale, exposure * blue * scale};
    }

    private static double filmic(double x) {
        return (x * (0.15 * x + 0.05) + 0.004) / (x * (0.15 * x + 0.5) + 0.06) - 0.02 / 0.3;
    }

    /**
     * Sobel's gradient at four pixels of a patch of 4 by 4: its length and direction (Gonzalez and Woods, Digital Image
     * Processing).
     */
    @Sample(
            value = {0.1, 0.3, 0.2, 0.5, 0.4, 0.6, 0.7, 0.2, 0.9, 0.8, 0.3, 0.1, 0.5, 0.2, 0.6, 0.4},
            sizes = {4, 4})
    static double[] sobel(double[][] p) {
        double[] out = new double[8];
        for (int i = 1; i < 3; i++) {
            for (int j = 1; j < 3; j++) {
                double gx = p[i - 1][j + 1]
                        + 2 * p[i][j + 1]
                        + p[i + 1][j + 1]
                        - p[i - 1][j - 1]
                        - 2 * p[i][j - 1]
                        - p[i + 1][j - 1];
                double gy = p[i + 1][j - 1]
                        + 2 * p[i + 1][j]
                        + p[i + 1][j + 1]
                        - p[i - 1][j - 1]
                        - 2 * p[i - 1][j]
                        - p[i - 1][j + 1];
                int k = 4 * (i - 1) + 2 * (j - 1);
                out[k] = Math.sqrt(gx * gx + gy * gy);
                out[k + 1] = Math.atan2(gy, gx);
            }
        }
        return out;
    }

    /** The bilateral filter at the middle of five pixels (Tomasi and Manduchi 1998), spread and range as inputs. */
    @Sample(
            value = {0.1, 0.3, 0.5, 0.4, 0.9, 1.2, 0.3},
            sizes = 5)
    static double bilateral(double[] p, double spread, double range) {
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < p.length; k++) {
            double place = (k - 2) / spread;
            double gap = (p[k] - p[2]) / range;
            double weight = Math.exp(-0.5 * (place * place + gap * gap));
            sum += weight * p[k];
            weights += weight;
        }
        return sum / weights;
    }
}
