package crosscountry.corpus;

import crosscountry.corpus.Optics.Complex;

/** Transistors, ladders and machines; "IVP test set" as in {@link ChemicalKinetics}. */
final class Circuits {
    private Circuits() {}

    /**
     * Collector and base currents of a bipolar transistor by Ebers and Moll with Early's effect (Sedra and Smith,
     * Microelectronic Circuits).
     */
    @Sample({0.65, -2, 1e-14, 100, 2, 50})
    static double[] ebersMoll(double vbe, double vbc, double saturation, double forward, double reverse, double early) {
        double on = saturation * (Math.exp(vbe / 0.02585) - 1);
        double back = saturation * (Math.exp(vbc / 0.02585) - 1);
        double through = (on - back) * (1 - vbc / early);
        return new double[] {through - back / reverse, on / forward + back / reverse};
    }

    /** Drain current and transconductance of a MOS transistor in all regions (Enz, Krummenacher, Vittoz 1995). */
    @Sample({0.9, 0.2, 1.0, 0.5, 1.3, 0.0002})
    static double[] mosTransistor(double gate, double source, double drain, double threshold, double n, double beta) {
        double ut = 0.02585;
        double pinch = (gate - threshold) / n;
        double forward = Math.log1p(Math.exp((pinch - source) / (2 * ut)));
        double reverse = Math.log1p(Math.exp((pinch - drain) / (2 * ut)));
        double current = 2 * n * beta * ut * ut * (forward * forward - reverse * reverse);
        return new double[] {current, 2 * beta * ut * (forward - reverse)};
    }

    /** Input impedance of a ladder of three sections, each a coil and a leaky capacitor. */
    @Sample({1, 0.5, 0.8, 0.6, 50, 2})
    static double[] ladder(
            double frequency, double inductance, double capacitance, double resistance, double load, double leak) {
        Complex z = new Complex(load, 0);
        Complex one = new Complex(1, 0);
        for (int section = 0; section < 3; section++) {
            Complex admittance = one.over(z).plus(new Complex(1 / leak, frequency * capacitance));
            z = one.over(admittance).plus(new Complex(resistance, frequency * inductance));
        }
        return new double[] {z.re(), z.im(), Math.sqrt(z.norm()), Math.atan2(z.im(), z.re())};
    }

    /** Gain and phase of Sallen and Key's low-pass filter (1955). */
    @Sample({1.2, 1, 0.9, 1.1, 0.8, 1.4})
    static double[] sallenKey(double frequency, double r1, double r2, double c1, double c2, double gain) {
        double re = 1 - frequency * frequency * r1 * r2 * c1 * c2;
        double im = frequency * (c2 * (r1 + r2) + r1 * c1 * (1 - gain));
        Complex h = new Complex(gain, 0).over(new Complex(re, im));
        return new double[] {10 * (Math.log(h.norm()) / Math.log(10)), Math.atan2(h.im(), h.re())};
    }

    /** The transistor amplifier of the IVP test set, right-hand sides at its five nodes. */
    @Sample({0.1, 3, 2.5, 2.8, 5.5, 0.05})
    static double[] transistorAmplifier(double u1, double u2, double u3, double u4, double u5, double signal) {
        double first = 1e-6 * (Math.exp((u2 - u3) / 0.26) - 1);
        double second = 1e-6 * (Math.exp((u4 - u3) / 0.26) - 1);
        return new double[] {
            (u1 - signal) / 1000,
            u2 / 9000 + (u2 - 6) / 9000 + 0.01 * first,
            u3 / 9000 - first - second,
            (u4 - 6) / 9000 + 0.99 * first + 0.01 * second,
            u5 / 9000 + 0.99 * second
        };
    }

    /**
     * An induction motor in the rotor-fixed frame: currents' slopes and torque (Krause, Analysis of Electric
     * Machinery).
     */
    @Sample({1.2, 0.4, 0.8, -0.3, 150, 100, 20})
    static double[] inductionMotor(double ids, double iqs, double fdr, double fqr, double speed, double vd, double vq) {
        double ls = 0.16;
        double lr = 0.16;
        double lm = 0.15;
        double sigma = ls - lm * lm / lr;
        double decay = 0.8 / lr;
        double dd = decay * (lm * ids - fdr) - speed * fqr;
        double dq = decay * (lm * iqs - fqr) + speed * fdr;
        return new double[] {
            (vd - 1.1 * ids - lm / lr * dd) / sigma,
            (vq - 1.1 * iqs - lm / lr * dq) / sigma,
            dd,
            dq,
            3 * lm / lr * (fdr * iqs - fqr * ids)
        };
    }

    /** Chua's circuit with a cubic diode, two midpoint steps. */
    @Sample({0.5, 0.1, -0.4, 10, 16})
    static double[] chua(double x, double y, double z, double alpha, double beta) {
        double h = 0.02;
        for (int step = 0; step < 2; step++) {
            double mx = x + h / 2 * alpha * (y - diode(x));
            double my = y + h / 2 * (x - y + z);
            double mz = z - h / 2 * beta * y;
            x += h * alpha * (my - diode(mx));
            y += h * (mx - my + mz);
            z -= h * beta * my;
        }
        return new double[] {x, y, z};
    }

    private static double diode(double x) {
        return 0.0625 * x * x * x - 0.1667 * x;
    }
}
