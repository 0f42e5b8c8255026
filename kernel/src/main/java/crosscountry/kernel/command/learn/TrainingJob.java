package crosscountry.kernel.command.learn;

import crosscountry.kernel.display.ThrownText;
import crosscountry.training.Iteration;
import crosscountry.training.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A training run in a thread of its own; a pause takes hold between two iterations. */
final class TrainingJob {
    final int number;
    final List<Iteration> rows = new CopyOnWriteArrayList<>();
    private final Plan plan;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile boolean paused;
    private volatile String failure;

    /**
     * What the job does.
     *
     * @param name the graph's, or the first one's
     * @param before seconds that the run had worked when this job took it up
     */
    record Plan(String name, Path folder, double seconds, double before, int threads, Consumer<Training> work) {}

    TrainingJob(int number, Plan plan) {
        this.number = number;
        this.plan = plan;
        Training training = new Training(plan.seconds(), plan.threads(), Training.INTERVAL, () -> stopped, this::told);
        thread = new Thread(() -> work(training), "train-" + number);
        thread.setDaemon(true);
        thread.start();
    }

    private void work(Training training) {
        try {
            plan.work().accept(training);
        } catch (RuntimeException e) {
            failure = e.getMessage();
        } catch (Error e) {
            failure = ThrownText.of(e);
        }
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
        String name = number + " " + plan.name() + ": ";
        String state = failure != null ? "failed: " + failure : !runs() ? "ended" : paused ? "paused" : "running";
        if (rows.isEmpty()) {
            return name + state;
        }
        Iteration row = rows.get(rows.size() - 1);
        double gone = row.seconds() - plan.before();
        return name
                + String.format(
                        Locale.ROOT,
                        "%s; %sbest %d, games %.1f, network alone %s; %.1f moves, %.1f simulations,"
                                + " %.1f samples a second; %.0f s gone, %.0f s to go; in %s",
                        state,
                        row.graph().equals(plan.name()) ? "" : row.graph() + " ",
                        row.best(),
                        row.mean(),
                        row.evaluation() == 0 ? "-" : row.evaluation(),
                        row.counts().moves() / row.seconds(),
                        row.counts().simulations() / row.seconds(),
                        row.counts().samples() / row.seconds(),
                        gone,
                        runs() ? Math.max(0, plan.seconds() - gone) : 0,
                        plan.folder());
    }
}
