package crosscountry.trace.fuzz;

/** What became of a program. */
sealed interface Verdict {
    /** The kind of what the tracer's own check refused: no harm done, and a fault of tracing nevertheless. */
    String CAUGHT = "caught";

    /**
     * @param exact every value compared is equal to the last bit
     * @param entries derivatives that were compared with differences
     * @param unknown derivatives that differences do not know
     * @param nearby points near the traced one at which values were compared
     */
    record Right(boolean exact, int entries, int unknown, int nearby) implements Verdict {}

    record Refused(String sentence) implements Verdict {}

    /** Nothing can be said, for instance since the method throws or gives other values each time. */
    record Skipped(String reason) implements Verdict {}

    /** @param kind one of few, so that a smaller program fails in the same way */
    record Wrong(String kind, String detail) implements Verdict {}
}
