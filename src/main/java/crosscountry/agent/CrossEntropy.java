package crosscountry.agent;

import crosscountry.search.method.ThreadTeam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/**
 * The cross-entropy method (Rubinstein 1999): samples are drawn from a normal distribution with a diagonal covariance,
 * which moves towards the best of them. A seed gives the same result on any number of threads.
 *
 * @param population drawn in each generation
 * @param elite how many of the best samples the distribution moves towards
 * @param step how far it moves, 0 to 1
 * @param least smallest standard deviation, as a fraction of the first
 */
record CrossEntropy(int population, int elite, double step, double least) {
    /** @param generations the generation that found it */
    record Found(double[] numbers, double value, int generations) {}

    /** Called after each generation. */
    interface Listener {
        void generation(int number, double best, double mean);
    }

    /**
     * @param start the first mean
     * @param spread the first standard deviations
     * @param value the objective to minimize; called by several threads
     * @param stopped polled before each generation
     */
    Found minimize(
            double[] start,
            double[] spread,
            ToDoubleFunction<double[]> value,
            int generations,
            long seed,
            int threads,
            BooleanSupplier stopped,
            Listener listener) {
        Random random = new Random(seed);
        double[] mean = start.clone();
        double[] deviation = spread.clone();
        Found best = new Found(start.clone(), value.applyAsDouble(start), 0);
        for (int generation = 1; generation <= generations && !stopped.getAsBoolean(); generation++) {
            List<double[]> drawn = new ArrayList<>(List.of(mean.clone()));
            while (drawn.size() < population) {
                double[] numbers = new double[mean.length];
                for (int k = 0; k < numbers.length; k++) {
                    numbers[k] = mean[k] + deviation[k] * random.nextGaussian();
                }
                drawn.add(numbers);
            }
            double[] values = values(drawn, value, threads);
            Integer[] ranks = new Integer[population];
            Arrays.setAll(ranks, k -> k);
            Arrays.sort(ranks, (a, b) -> Double.compare(values[a], values[b]));
            if (values[ranks[0]] <= best.value()) {
                best = new Found(drawn.get(ranks[0]), values[ranks[0]], generation);
            }
            for (int k = 0; k < mean.length; k++) {
                move(k, mean, deviation, drawn, ranks, least * spread[k]);
            }
            listener.generation(
                    generation,
                    values[ranks[0]],
                    Arrays.stream(values).average().orElseThrow());
        }
        return best;
    }

    private void move(int k, double[] mean, double[] deviation, List<double[]> drawn, Integer[] ranks, double floor) {
        double sum = 0;
        double squares = 0;
        for (int r = 0; r < elite; r++) {
            double x = drawn.get(ranks[r])[k];
            sum += x;
            squares += x * x;
        }
        double center = sum / elite;
        double spread = Math.sqrt(Math.max(0, squares / elite - center * center));
        mean[k] += step * (center - mean[k]);
        deviation[k] = Math.max(floor, deviation[k] + step * (spread - deviation[k]));
    }

    private static double[] values(List<double[]> drawn, ToDoubleFunction<double[]> value, int threads) {
        double[] values = new double[drawn.size()];
        AtomicInteger next = new AtomicInteger();
        ThreadTeam.run(threads, "cross-entropy", thread -> {
            for (int k = next.getAndIncrement(); k < values.length; k = next.getAndIncrement()) {
                values[k] = value.applyAsDouble(drawn.get(k));
            }
        });
        if (Thread.currentThread().isInterrupted()) { // not all values may be there
            throw new IllegalStateException("the training was interrupted");
        }
        return values;
    }
}
