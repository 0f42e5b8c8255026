package crosscountry.training;

import java.util.function.BooleanSupplier;

/** The end of a run, looked at by all its threads within games and gradient steps; once it has come it stays. */
final class Stop implements BooleanSupplier {
    private final BooleanSupplier asked;
    private volatile long end;
    private volatile boolean come;

    /** @param end on the clock of {@link System#nanoTime} */
    Stop(long end, BooleanSupplier asked) {
        this.end = end;
        this.asked = asked;
    }

    static Stop never() {
        return new Stop(System.nanoTime() + Long.MAX_VALUE / 2, () -> false);
    }

    /** Looks at the clock and asks. */
    @Override
    public boolean getAsBoolean() {
        if (!come && (System.nanoTime() - end >= 0 || asked.getAsBoolean())) {
            come = true;
        }
        return come;
    }

    /** True when somebody was told to stop. */
    boolean hasCome() {
        return come;
    }

    /** Time that does not count, such as that of a pause. */
    void extend(long nanoseconds) {
        end += nanoseconds;
    }
}
