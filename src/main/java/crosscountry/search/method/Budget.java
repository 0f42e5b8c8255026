package crosscountry.search.method;

/**
 * How long a search may last: whatever ends first.
 *
 * @param nanos time on the clock
 * @param evaluations whole or partial orders that are counted; a search on one thread limited by these alone is the
 *     same for the same seed
 */
public record Budget(long nanos, long evaluations) {
    /** Until the method has nothing more to try. */
    public static final Budget UNLIMITED = new Budget(Long.MAX_VALUE, Long.MAX_VALUE);

    public static Budget seconds(double seconds) {
        return new Budget((long) (seconds * 1e9), Long.MAX_VALUE);
    }

    public static Budget evaluations(long evaluations) {
        return new Budget(Long.MAX_VALUE, evaluations);
    }

    public boolean limitsEvaluations() {
        return evaluations != Long.MAX_VALUE;
    }
}
