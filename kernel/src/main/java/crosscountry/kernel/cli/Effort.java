package crosscountry.kernel.cli;

import crosscountry.graph.GraphException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Option;
import sun.misc.Signal;

/** How work that takes its time is done: from which seed, on how many cores, and until which signal. */
final class Effort {
    @Option(names = "--seed", defaultValue = "0", description = "Of the random numbers (0).")
    private long seed;

    @Option(names = "--threads", description = "All cores by default.")
    private Integer threads;

    long seed() {
        return seed;
    }

    boolean namesThreads() {
        return threads != null;
    }

    int threads() {
        if (threads != null && threads < 1) {
            throw new GraphException("--threads must be at least 1, not " + threads);
        }
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** Whether an interrupt or a request to end has come, from now on. */
    BooleanSupplier stopped() {
        AtomicBoolean stopped = new AtomicBoolean();
        Signal.handle(new Signal("INT"), signal -> stopped.set(true));
        Signal.handle(new Signal("TERM"), signal -> stopped.set(true));
        return stopped::get;
    }
}
