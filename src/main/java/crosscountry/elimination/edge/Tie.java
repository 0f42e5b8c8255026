package crosscountry.elimination.edge;

/**
 * How an axis of the target is bound to an axis of the source: not at all ({@code axis} 0), or to source axis 1 or 2,
 * diagonally (D, the diagonal is stored) or as a Kronecker delta (K, nothing is stored along it).
 */
record Tie(int axis, boolean kronecker) {
    static final Tie NONE = new Tie(0, false);

    static Tie diagonal(int axis) {
        return new Tie(axis, false);
    }

    static Tie delta(int axis) {
        return new Tie(axis, true);
    }

    boolean isTied() {
        return axis != 0;
    }

    /** Along this axis the edge has entries in memory. */
    boolean isStored() {
        return !kronecker;
    }
}
