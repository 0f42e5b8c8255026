package crosscountry.kernel.shell;

/**
 * Memory that is given up when variables of the session have filled all the rest: without it, not even the cell that
 * lets go of them could be compiled.
 */
final class Reserve {
    private static final int BYTES = 16 << 20;

    private byte[] kept;

    /** Sets the memory aside, where there is plenty. */
    void fill() {
        Runtime memory = Runtime.getRuntime();
        long free = memory.maxMemory() - memory.totalMemory() + memory.freeMemory();
        if (kept == null && free > 4L * BYTES) {
            kept = new byte[BYTES];
        }
    }

    /** Gives it up, for what has to run now. */
    void release() {
        kept = null;
    }
}
