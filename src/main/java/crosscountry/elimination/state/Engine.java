package crosscountry.elimination.state;

/**
 * The edges of a {@link BitsetState}: what eliminating costs and does. Two forms, since edges of numbers need no more
 * than rows of bits and are faster for it. Vertices are indices; whether they are open is the caller's to know.
 */
sealed interface Engine permits ScalarEngine, TypedEngine {
    /** Eliminates v so that only {@link #rewind} can take it back; returns the cost. */
    long eliminate(int v);

    /** Eliminates v so that {@link #undo} can take it back; returns the cost. */
    long eliminateLogged(int v);

    /** Undoes the last logged elimination, that of v. */
    void undo(int v);

    /** Back to the position in which this engine was copied from {@code base}, which is still in it. */
    void rewind(Engine base);

    /** What eliminating v would cost now. */
    long cost(int v);

    /** The degree of the published minimal-Markowitz heuristic (game.md, section 7). */
    long markowitzDegree(int v);

    /** True where this edge, which must be there, is tied to nothing: a full matrix or a single number. */
    boolean isDense(int source, int target);

    /** Takes the position of another engine of the same template; what was logged before is forgotten. */
    void copyFrom(Engine other);

    Engine copy();

    /** A copy that keeps {@link #signature} up to date. */
    Engine signed();

    /**
     * A number that differs, but for chance, between positions that differ in what is yet to come; the same vertices
     * are gone.
     */
    long signature();

    /** Drops the log: what was eliminated so far cannot be undone. */
    void forget();

    Adjacency adjacency();
}
