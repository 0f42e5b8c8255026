package crosscountry.kernel.server;

import crosscountry.kernel.shell.Session;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs work outside of cells that may execute the user's code (drawing a value, describing a variable) or take long
 * (completion) on a thread of its own, which an interrupt abandons. One thread at a time may ask; any other may
 * {@link #interrupt}.
 */
final class Detached {
    private final Session session;
    private volatile FutureTask<?> running;

    Detached(Session session) {
        this.session = session;
    }

    /** Thrown in place of the result of interrupted work. */
    static final class Interrupted extends Exception {
        private static final long serialVersionUID = 1L;

        Interrupted() {
            super("interrupted", null, false, false);
        }
    }

    /** Does the work and waits for it; what the work throws, but for checked exceptions, is thrown here. */
    <T> T run(Callable<T> work) throws Interrupted {
        FutureTask<T> task = new FutureTask<>(work);
        running = task;
        Thread thread = new Thread(task, "detached");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (CancellationException | InterruptedException e) {
            end(thread);
            throw new Interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException told) {
                throw told;
            }
            if (e.getCause() instanceof Error told) {
                throw told;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            running = null;
        }
    }

    private void end(Thread thread) {
        try {
            session.end(thread);
        } catch (InterruptedException again) {
            // it is left behind
        }
    }

    /** Lets {@link #run} return at once. */
    void interrupt() {
        FutureTask<?> task = running;
        if (task != null) {
            task.cancel(true);
        }
    }
}
