package crosscountry.kernel.shell;

/**
 * Whose turn it is: which thread an interrupt has to reach. Java code is stopped by JShell; the work of a command, and
 * whatever follows a cell, by an interrupt of its thread.
 */
final class Turn {
    private final JavaShell java;
    private boolean active;
    private volatile Thread working;

    Turn(JavaShell java) {
        this.java = java;
    }

    /** From here on an interrupt counts. */
    synchronized void begin() {
        java.begin();
        active = true;
    }

    /** Waits for an interrupt in progress, which must not hit the next cell. */
    synchronized void end() {
        active = false;
        working = null;
        Thread.interrupted();
    }

    /** From here on an interrupt reaches this thread itself. */
    void enterWork() {
        working = Thread.currentThread();
    }

    /** Waits for an interrupt in progress: one that ends the user's code by force must hit that alone. */
    synchronized void leaveWork() {
        working = null;
    }

    /** Leaves interrupts to JShell while Java code runs; {@link #resumeWork} takes what this returns. */
    Thread pauseWork() {
        Thread paused = working;
        working = null;
        return paused;
    }

    void resumeWork(Thread paused) {
        working = paused;
    }

    /** Stops what runs now, if anything does; safe from any thread. */
    synchronized void interrupt() {
        if (!active) {
            return;
        }
        Thread interrupted = working;
        java.interrupt();
        if (interrupted != null) {
            interrupted.interrupt();
            java.endLoops(interrupted);
        }
    }
}
