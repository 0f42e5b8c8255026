package crosscountry.training;

import crosscountry.elimination.edge.CostModel;
import crosscountry.network.DeviceChoice;
import crosscountry.task.Tasks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the parts of a run achieve in equal time: {@code ./crosscountry experiment training.TrainingAblation SECONDS
 * THREADS SEEDS TASK...} prints the best of the rollout policies alone, of the network's search games alone, and of
 * both, with the seconds until it was found.
 */
public final class TrainingAblation {
    private TrainingAblation() {}

    public static void main(String[] arguments) {
        double seconds = Double.parseDouble(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        Preset laptop = Preset.named("laptop");
        Map<String, Preset> parts = Map.of(
                "rollouts",
                laptop.part(laptop.rollouts().lanes(), 0, 0),
                "network",
                laptop.part(0, 8, laptop.learning().steps()),
                "both",
                laptop);
        for (int k = 3; k < arguments.length; k++) {
            for (String seed : arguments[2].split(",")) {
                for (String part : List.of("rollouts", "network", "both")) {
                    RunConfig config = new RunConfig(
                            List.of(Tasks.graph(arguments[k])),
                            CostModel.PUBLISHED,
                            Long.parseLong(seed),
                            parts.get(part),
                            DeviceChoice.CPU);
                    play(config, part, seconds, threads);
                }
            }
        }
    }

    private static void play(RunConfig config, String part, double seconds, int threads) {
        long begun = System.nanoTime();
        Stop stop = new Stop(begun + (long) (seconds * 1e9), () -> false);
        try (Run run = new Run(config, null);
                WorkerPool workers = new WorkerPool(threads)) {
            long best = Long.MAX_VALUE;
            double found = 0;
            Iteration last = null;
            Optional<Iteration> row = run.iterate(workers, stop);
            while (row.isPresent()) {
                last = row.get();
                if (last.best() < best) {
                    best = last.best();
                    found = (System.nanoTime() - begun) / 1e9;
                }
                row = run.iterate(workers, stop);
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %d | %.0f | %s |%n",
                    config.graphs().get(0).name(),
                    config.seed(),
                    part,
                    run.total(0),
                    found,
                    last == null
                            ? "-"
                            : String.format(
                                    Locale.ROOT,
                                    "%d games, %d search games, network alone %d",
                                    last.counts().rollouts(),
                                    last.counts().games(),
                                    last.evaluation()));
        }
    }
}
