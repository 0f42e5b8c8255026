package crosscountry.training;

import crosscountry.elimination.Order;
import crosscountry.network.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A run from its start or its checkpoint to its end, on disk all the way.
 *
 * @param seconds to work now, whatever was worked before
 * @param threads that share the work; the result does not depend on them
 * @param interval seconds between checkpoints
 * @param stopped asked within games and gradient steps, as the clock is; true ends the run, which keeps its best and
 *     writes its checkpoint. A resumed run repeats the interrupted iteration, so that both come to the same
 * @param listener told of every iteration; the time that it takes does not count
 */
public record Training(
        double seconds, int threads, double interval, BooleanSupplier stopped, Consumer<Iteration> listener) {
    /** Seconds between checkpoints. */
    public static final double INTERVAL = 30;

    private static final double LONGEST = 1e9;

    /** The best of a graph. */
    public record Best(long total, Order order) {}

    /**
     * What a run came to.
     *
     * @param best by name of the graph
     * @param episodes whole games played so far: by rollout policies and with search
     */
    public record Outcome(Map<String, Best> best, long episodes, double seconds, Path folder) {
        public Path checkpoint() {
            return folder.resolve("checkpoint");
        }

        @Override
        public String toString() {
            return best.entrySet().stream()
                            .map(one -> one.getKey() + ": " + one.getValue().total() + "\n"
                                    + one.getValue().order() + "\n")
                            .collect(Collectors.joining())
                    + String.format(Locale.ROOT, "%d games in %.1f s; the run is in %s", episodes, seconds, folder);
        }
    }

    public static Training seconds(double seconds) {
        return new Training(
                seconds, Runtime.getRuntime().availableProcessors(), INTERVAL, () -> false, iteration -> {});
    }

    /** The first of {@code GRAPH-1}, {@code GRAPH-2}... that is not there yet. */
    public static Path freshFolder(Path parent, RunConfig config) {
        String name = config.graphs().get(0).name().replaceAll("[^A-Za-z0-9_.-]", "_")
                + (config.graphs().size() > 1 ? "-and-others" : "");
        int number = 1;
        while (Files.exists(parent.resolve(name + "-" + number))) {
            number++;
        }
        return parent.resolve(name + "-" + number);
    }

    /** @param begin weights to begin with, or null to begin from nothing */
    public Outcome start(RunConfig config, Weights begin, Path folder) {
        long begun = System.nanoTime();
        try (Run run = new Run(config, begin)) {
            RunFolder disk = RunFolder.create(folder, config);
            disk.checkpoint(run);
            return work(run, disk, begun);
        }
    }

    public Outcome resume(Path folder) {
        long begun = System.nanoTime();
        RunFolder disk = RunFolder.open(folder);
        try (Run run = new Run(disk.config(), null)) {
            disk.restore(run);
            disk.forgetAfter(run.iteration());
            return work(run, disk, begun);
        }
    }

    private Outcome work(Run run, RunFolder disk, long begun) {
        Stop stop = new Stop(begun + (long) (Math.min(seconds, LONGEST) * 1e9), stopped);
        double saved = 0;
        Map<String, Long> known = new HashMap<>();
        double now = System.currentTimeMillis() / 1e3;
        EventFile events = new EventFile(
                disk.folder()
                        .resolve(String.format(
                                "events.out.tfevents.%010d.%06d.crosscountry", (long) now, run.iteration())),
                now);
        try (WorkerPool workers = new WorkerPool(threads)) {
            do {
                Optional<Iteration> made = run.iterate(workers, stop);
                if (made.isEmpty()) {
                    break;
                }
                Iteration row = made.get();
                disk.append(row);
                events.write(System.currentTimeMillis() / 1e3, row.iteration(), scalars(row));
                if (row.best() < known.getOrDefault(row.graph(), Long.MAX_VALUE)) {
                    known.put(row.graph(), row.best());
                    disk.best(run);
                }
                if (since(begun) - saved >= interval) {
                    disk.checkpoint(run);
                    saved = since(begun);
                }
                long told = System.nanoTime();
                listener.accept(row);
                stop.extend(System.nanoTime() - told);
            } while (!stop.getAsBoolean());
        }
        disk.checkpoint(run);
        return new Outcome(
                disk.best(run), run.counts().rollouts() + run.counts().games(), since(begun), disk.folder());
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static Map<String, Double> scalars(Iteration row) {
        Map<String, Double> scalars = new LinkedHashMap<>();
        scalars.put("cost/" + row.graph() + "/best", (double) row.best());
        scalars.put("cost/" + row.graph() + "/mean", row.mean());
        scalars.put("cost/" + row.graph() + "/evaluation", row.evaluation() == 0 ? Double.NaN : row.evaluation());
        scalars.put("loss/policy", row.learned().policyLoss());
        scalars.put("loss/value", row.learned().valueLoss());
        scalars.put("policy/entropy", row.learned().entropy());
        scalars.put("optimizer/rate", row.learned().rate());
        scalars.put("optimizer/gradient", row.learned().gradient());
        scalars.put("rate/simulations", row.counts().simulations() / row.seconds());
        return scalars;
    }
}
