package crosscountry.kernel.command.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * How a function's values change with one of its numbers, from the values alone. Differences are taken over ever
 * smaller steps, each pair of them is extrapolated to step zero, and of each value that is taken which the next one
 * confirms best: long steps do not see the curve, short ones see the rounding.
 *
 * @param slopes one a value; NaN where no two steps agree on a number
 * @param errors how well they are confirmed
 * @param central false where one side alone was better, since another path begins near the point
 */
record Slopes(double[] slopes, double[] errors, boolean central) {
    private static final double FACTOR = 4;
    private static final double LONGEST = 1e-2;
    private static final double SHORTEST = 1e-9;
    private static final int MOST = 40;
    /** Steps without which nothing is confirmed. */
    private static final int FEWEST = 3;

    /** @param samePath whether the function decides at a point as it does at {@code x} */
    static Slopes of(UnaryOperator<double[]> function, Predicate<double[]> samePath, double[] x, int column) {
        double[] none = new double[function.apply(x).length];
        Arrays.fill(none, Double.NaN);
        double[] unknown = new double[none.length];
        Arrays.fill(unknown, Double.POSITIVE_INFINITY);
        Slopes best = new Slopes(none, unknown, false);
        double far = LONGEST * Math.max(1, Math.abs(x[column]));
        for (int[] side : new int[][] {{-1, 1}, {1, 2}, {-1, -2}}) {
            Side taken = new Side(function, samePath, x, column, side[0], side[1]);
            Slopes slopes = taken.slopes();
            if (slopes != null
                    && slopes.central()
                    && samePath.test(taken.moved(far))
                    && samePath.test(taken.moved(-far))) {
                return slopes; // no other path is near
            }
            best = slopes != null && slopes.worst() < best.worst() ? slopes : best;
        }
        return best;
    }

    private double worst() {
        return Arrays.stream(errors).max().orElse(0);
    }

    /** @param noise what the rounding of the values makes of them at least */
    private record Step(double[] slopes, double[] noise) {}

    /** Two further points at multiples of each step. */
    private record Side(
            UnaryOperator<double[]> function,
            Predicate<double[]> samePath,
            double[] x,
            int column,
            int first,
            int second) {
        /** Null where too few steps stay on the path. */
        Slopes slopes() {
            double[] here = function.apply(x);
            List<Step> steps = new ArrayList<>();
            double size = Math.abs(x[column]);
            double shortest = size > 0 && size < 1 ? Math.min(SHORTEST, 1e-4 * size) : SHORTEST * Math.max(1, size);
            double step = LONGEST * Math.max(1, size);
            for (int k = 0; k < MOST && step >= shortest; k++, step /= FACTOR) {
                double[] one = moved(first * step);
                double[] two = moved(second * step);
                if (samePath.test(one) && samePath.test(two)) {
                    steps.add(step(here, one, two));
                }
            }
            return steps.size() < FEWEST ? null : best(steps);
        }

        private double[] moved(double by) {
            double[] moved = x.clone();
            moved[column] += by;
            return moved;
        }

        /** Exact for parabolas, whatever the two points are after rounding. */
        private Step step(double[] here, double[] one, double[] two) {
            double a = one[column] - x[column];
            double b = two[column] - x[column];
            double[] atA = function.apply(one);
            double[] atB = function.apply(two);
            double[] slopes = new double[here.length];
            double[] noise = new double[here.length];
            for (int row = 0; row < slopes.length; row++) {
                slopes[row] = first == -second && a == -b
                        ? (atB[row] - atA[row]) / (b - a)
                        : ((atA[row] - here[row]) / a * b - (atB[row] - here[row]) / b * a) / (b - a);
                noise[row] = (Math.ulp(atA[row]) + Math.ulp(atB[row])) / Math.abs(b - a);
            }
            return new Step(slopes, noise);
        }

        private Slopes best(List<Step> steps) {
            int rows = steps.get(0).slopes().length;
            double[] slopes = new double[rows];
            double[] errors = new double[rows];
            Arrays.fill(slopes, Double.NaN);
            Arrays.fill(errors, Double.POSITIVE_INFINITY);
            for (int row = 0; row < rows; row++) {
                double before = Double.NaN;
                for (int k = 1; k < steps.size(); k++) {
                    double fine = steps.get(k).slopes()[row];
                    double limit = fine + (fine - steps.get(k - 1).slopes()[row]) / (FACTOR * FACTOR - 1);
                    double error =
                            Math.abs(limit - before) + steps.get(k).noise()[row]; // short steps may agree by chance
                    if (error < errors[row]) {
                        slopes[row] = limit;
                        errors[row] = error;
                    }
                    before = limit;
                }
            }
            return new Slopes(slopes, errors, first == -second);
        }
    }
}
