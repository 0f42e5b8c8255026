package crosscountry.tuning;

import crosscountry.jacobian.JacobianPlan;
import crosscountry.jacobian.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Times plans on a machine that is not idle. Each plan is compiled and warmed up; then all run in rounds, in a new
 * random order each round, and each time is divided by that of a control run right beside it, so that a slow moment
 * slows both. The confidence band uses order statistics and assumes nothing about the noise.
 */
public final class Stopwatch {
    /** Points a batch: enough for vector registers, too few for a second thread. */
    private static final int POINTS = 64;

    private static final double SAMPLE = 200_000;
    private static final double WARM = 150e6;

    private final Runner control;
    private final SplittableRandom random;

    private static final class Runner {
        private final JacobianPlan plan;
        private final double[] xs;
        private final double[] results;
        private int repeats = 1;

        Runner(JacobianPlan plan, double[] x) {
            this.plan = plan;
            xs = new double[POINTS * x.length];
            for (int k = 0; k < xs.length; k++) {
                xs[k] = x[k / POINTS] * (1 + 1e-3 * (k % POINTS) / POINTS);
            }
            results = new double[POINTS * plan.resultSize()];
        }

        /** Until the time is spent on it, and a sample is of the wanted length. */
        void warm() {
            long start = System.nanoTime();
            double each = sample();
            while (System.nanoTime() - start < WARM) {
                each = sample();
                repeats = (int) Math.max(1, Math.min(10_000, SAMPLE / (each * POINTS)));
            }
        }

        /** Nanoseconds a Jacobian. */
        double sample() {
            long start = System.nanoTime();
            for (int k = 0; k < repeats; k++) {
                plan.batch(POINTS, Layout.COLUMNS, xs, results);
            }
            return (System.nanoTime() - start) / ((double) repeats * POINTS);
        }
    }

    /** @param x the point near which all are run */
    public Stopwatch(JacobianPlan control, double[] x, long seed) {
        this.control = new Runner(control, x);
        random = new SplittableRandom(seed);
        this.control.warm();
    }

    /** @return one timing a plan */
    public List<Timing> time(List<JacobianPlan> plans, double[] x, int rounds) {
        List<Runner> runners = plans.stream().map(plan -> new Runner(plan, x)).toList();
        runners.forEach(Runner::warm);
        double[][] ratios = new double[runners.size()][rounds];
        double[] controls = new double[rounds * runners.size()];
        int sampled = 0;
        for (int round = 0; round < rounds; round++) {
            for (int k : shuffled(runners.size())) {
                double before = control.sample();
                double own = runners.get(k).sample();
                double beside = Math.min(before, control.sample());
                controls[sampled++] = beside;
                ratios[k][round] = own / beside;
            }
        }
        Arrays.sort(controls);
        List<Timing> timings = new ArrayList<>();
        for (double[] own : ratios) {
            timings.add(timing(own, controls[controls.length / 2]));
        }
        return timings;
    }

    /** Binomial ranks around the median: n/2 less and plus 0.98 times the root of n. */
    static Timing timing(double[] ratios, double control) {
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int reach = (int) Math.ceil(0.98 * Math.sqrt(n));
        double median = sorted[n / 2];
        return new Timing(
                median, sorted[Math.max(0, n / 2 - reach)], sorted[Math.min(n - 1, n / 2 + reach)], median * control);
    }

    private int[] shuffled(int size) {
        int[] order = new int[size];
        Arrays.setAll(order, k -> k);
        for (int k = size - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int kept = order[k];
            order[k] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
