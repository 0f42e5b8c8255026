package crosscountry.kernel.command.session;

/** Code of the user, compiled once, that runs as often as asked. */
public interface Timed {
    /** Runs the code {@code times} times and gives every value, or the number of the run, to the sink. */
    void run(long times, Sink sink) throws Exception;

    /** Nanoseconds for so many runs. */
    default double time(long times) throws Exception {
        Sink sink = new Sink();
        long start = System.nanoTime();
        run(times, sink);
        return System.nanoTime() - start;
    }
}
