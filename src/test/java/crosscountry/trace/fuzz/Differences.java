package crosscountry.trace.fuzz;

import java.util.OptionalDouble;

/**
 * Central differences of a function along one input, with three steps. An entry is given only where the steps agree and
 * both sides bend as a smooth function does, so that a kink or a jump near the point gives none.
 */
public final class Differences {
    private static final double STEP = 0x1p-13;

    private final double[][] central = new double[3][];
    private final double[] bendWide;
    private final double[] bendNarrow;
    private final double[] middle;
    private final double width;

    /** A function of a point; null where it has no value. */
    public interface Function {
        double[] at(double[] point);
    }

    private Differences(Function f, double[] x, int input, double scale) {
        middle = f.at(x);
        width = step(x, input, scale) / 4;
        double[] wide = null;
        double[] narrow = null;
        for (int k = 0; k < 3; k++) {
            double h = step(x, input, scale) / (1 << k);
            double[] up = f.at(moved(x, input, h));
            double[] down = f.at(moved(x, input, -h));
            if (middle == null
                    || up == null
                    || down == null
                    || up.length != middle.length
                    || down.length != middle.length) {
                wide = null;
                break;
            }
            central[k] = new double[middle.length];
            double[] bend = new double[middle.length];
            for (int i = 0; i < middle.length; i++) {
                central[k][i] = (up[i] - down[i]) / (2 * h);
                bend[i] = (up[i] - 2 * middle[i] + down[i]) / h;
            }
            wide = k == 0 ? bend : wide;
            narrow = bend;
        }
        bendWide = wide;
        bendNarrow = narrow;
    }

    public static Differences of(Function f, double[] x, int input) {
        return new Differences(f, x, input, 1);
    }

    /** With steps that much wider than usual, for functions with noise of their own. */
    public static Differences of(Function f, double[] x, int input, double scale) {
        return new Differences(f, x, input, scale);
    }

    /** The widest step along this input. */
    public static double step(double[] x, int input, double scale) {
        return STEP * scale * Math.max(1, Math.abs(x[input]));
    }

    public static double[] moved(double[] x, int input, double by) {
        double[] copy = x.clone();
        copy[input] += by;
        return copy;
    }

    /** The derivative of this output, if differences know it. */
    public OptionalDouble derivative(int output) {
        if (bendWide == null) {
            return OptionalDouble.empty();
        }
        double best = (4 * central[2][output] - central[1][output]) / 3;
        double size = 1 + Math.abs(best);
        boolean smooth = Math.abs(bendNarrow[output]) <= 0.3 * Math.abs(bendWide[output]) + 1e-7 * size;
        boolean fine = tolerance(output) <= 0.05 * size;
        boolean agree = fine && spread(output) <= 1e-3 * size && Math.abs(bendWide[output]) <= 0.1 * size;
        return Double.isFinite(best) && smooth && agree ? OptionalDouble.of(best) : OptionalDouble.empty();
    }

    /** How far a right derivative may lie from {@link #derivative}. */
    public double tolerance(int output) {
        return 1e-5 * (1 + Math.abs(central[2][output]))
                + 20 * spread(output)
                + 0.1 * Math.abs(bendWide[output])
                + 8 * Math.ulp(middle[output]) / width;
    }

    private double spread(int output) {
        return Math.max(
                Math.abs(central[0][output] - central[1][output]), Math.abs(central[1][output] - central[2][output]));
    }
}
