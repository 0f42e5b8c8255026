package crosscountry.search.method;

/**
 * How long a search may last, by whichever limit is reached first.
 *
 * @param nanos wall-clock time
 * @param evaluations whole or partial orders evaluated; a single-threaded search limited by these alone is reproducible
 *     from its seed
 */
public record Budget(long nanos, long evaluations) {
    /** No limit: until the method has nothing more to try. */
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
