package crosscountry.kernel.shell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.BiConsumer;

/**
 * The thread of one snippet and the threads it starts. In its own thread group, the JDK's execution control swallows
 * uncaught exceptions and waits for threads that hang in a call no interrupt reaches; a group of ours does neither.
 */
final class CellThreads extends ThreadGroup {
    private final BiConsumer<Thread, Throwable> died;
    private Thread thread;
    private Throwable failure;
    private volatile boolean unwanted;

    /** @param died is told what ended a thread that the snippet started */
    CellThreads(BiConsumer<Thread, Throwable> died) {
        super("cell");
        this.died = died;
    }

    /** Runs nothing any more: an interrupt may arrive while the snippet is still being compiled. */
    void cancel() {
        unwanted = true;
    }

    /** Runs a snippet and throws what it throws; an InterruptedException if it is not to be run any more. */
    void run(Method snippet) throws Throwable {
        if (unwanted) {
            throw new InterruptedException();
        }
        thread = new Thread(this, () -> call(snippet), "cell");
        thread.setContextClassLoader(snippet.getDeclaringClass().getClassLoader()); // where libraries look for services
        thread.start();
        thread.join();
        if (failure != null) {
            throw failure;
        }
    }

    private void call(Method snippet) {
        try {
            snippet.invoke(null);
        } catch (InvocationTargetException e) {
            failure = e.getCause();
            copyFailure();
        } catch (Throwable e) {
            failure = e;
        }
    }

    private void copyFailure() {
        try {
            failure = unwanted && isDeath(failure) ? failure : Thrown.copy(failure);
        } catch (OutOfMemoryError full) {
            // it is copied once this thread has let go of its memory
        }
    }

    /**
     * Ends all threads of the group as {@code LocalExecutionControl} does: by force where this Java can, else by
     * interrupt.
     */
    void end() {
        cancel();
        Thread[] all = new Thread[activeCount() + 16];
        int count = enumerate(all);
        for (int k = 0; k < count; k++) {
            ForcedEnd.of(all[
                    k]); // where that is an interrupt alone, the checks that the execution control put into the code
            // see its flag
        }
    }

    /** Whether the snippet's own thread ends within this time. */
    boolean ended(long millis) throws InterruptedException {
        if (thread != null) {
            thread.join(millis);
        }
        return thread == null || !thread.isAlive();
    }

    @Override
    public void uncaughtException(Thread ended, Throwable thrown) {
        if (!isDeath(thrown)) {
            died.accept(ended, thrown);
        }
    }

    private static boolean isDeath(Throwable thrown) {
        return thrown.getClass().getName().equals("java.lang.ThreadDeath");
    }
}
