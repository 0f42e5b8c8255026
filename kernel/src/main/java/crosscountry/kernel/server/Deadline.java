package crosscountry.kernel.server;

import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/** Stops work that exceeds its time limit, until closed. */
final class Deadline implements AutoCloseable {
    private final Runnable stop;
    private final Timer timer;
    private boolean closed;
    private boolean passed;

    /** @param limit empty for work that may take any time */
    Deadline(Optional<Duration> limit, Runnable stop) {
        this.stop = stop;
        timer = limit.isPresent() ? new Timer("deadline", true) : null;
        limit.ifPresent(time -> timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        expire();
                    }
                },
                time.toMillis()));
    }

    private synchronized void expire() {
        if (!closed) {
            passed = true;
            stop.run();
        }
    }

    synchronized boolean passed() {
        return passed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (timer != null) {
            timer.cancel();
        }
    }
}
