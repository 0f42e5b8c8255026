package crosscountry.kernel.command.learn;

import crosscountry.kernel.display.ThrownText;
import crosscountry.network.Weights;
import crosscountry.training.Iteration;
import crosscountry.training.RunConfig;
import crosscountry.training.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A training run in a thread of its own; a pause takes hold between two iterations. */
final class TrainingJob {
    final int number;
    final RunConfig config;
    final Path folder;
    final double seconds;
    final List<Iteration> rows = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile boolean paused;
    private volatile String failure;

    /** @param begin weights to begin with, or null to begin from nothing */
    TrainingJob(int number, RunConfig config, Weights begin, Path folder, double seconds) {
        this.number = number;
        this.config = config;
        this.folder = folder;
        this.seconds = seconds;
        int threads = Runtime.getRuntime().availableProcessors();
        Training training = new Training(seconds, threads, Training.INTERVAL, () -> stopped, this::told);
        thread = new Thread(
                () -> {
                    try {
                        training.start(config, begin, folder);
                    } catch (RuntimeException e) {
                        failure = e.getMessage();
                    } catch (Error e) {
                        failure = ThrownText.of(e);
                    }
                },
                "train-" + number);
        thread.setDaemon(true);
        thread.start();
    }

    private void told(Iteration row) {
        rows.add(row);
        synchronized (this) {
            while (paused && !stopped) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    stopped = true;
                }
            }
        }
    }

    boolean runs() {
        return thread.isAlive();
    }

    synchronized void set(boolean pause, boolean stop) {
        paused = pause;
        stopped |= stop;
        notifyAll();
    }

    String line() {
        String name = number + " " + config.graphs().get(0).name() + ": ";
        String state = failure != null ? "failed: " + failure : !runs() ? "ended" : paused ? "paused" : "running";
        if (rows.isEmpty()) {
            return name + state;
        }
        Iteration row = rows.get(rows.size() - 1);
        return name
                + String.format(
                        Locale.ROOT,
                        "%s; best %d, games %.1f, network alone %s; %.1f moves, %.1f simulations, %.1f samples a second; %.0f s gone, %.0f s to go; in %s",
                        state,
                        row.best(),
                        row.mean(),
                        row.evaluation() == 0 ? "-" : row.evaluation(),
                        row.counts().moves() / row.seconds(),
                        row.counts().simulations() / row.seconds(),
                        row.counts().samples() / row.seconds(),
                        row.seconds(),
                        runs() ? Math.max(0, seconds - row.seconds()) : 0,
                        folder);
    }
}
