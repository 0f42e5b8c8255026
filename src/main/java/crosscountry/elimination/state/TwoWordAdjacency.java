package crosscountry.elimination.state;

/**
 * Rows of two words: up to 128 columns, as in most functions of the paper. Row r begins at word 2 r, so the rows of
 * vertex v are the words 4 v .. 4 v + 3, and those of vertex 64 begin at 256.
 */
final class TwoWordAdjacency extends Adjacency {
    private static final int PREDS = 0;
    private static final int SUCCS = 2;
    private static final int SECOND_WORD = 4 * 64;

    TwoWordAdjacency(int size) {
        super(size, 2);
    }

    private TwoWordAdjacency(TwoWordAdjacency other) {
        super(other);
    }

    @Override
    Adjacency copy() {
        return new TwoWordAdjacency(this);
    }

    @Override
    void eliminate(int v) {
        int own = 4 * v;
        merge(rows[own + SUCCS] & inner[0], PREDS, own + PREDS, v);
        merge(rows[own + SUCCS + 1] & inner[1], SECOND_WORD + PREDS, own + PREDS, v);
        merge(rows[own + PREDS] & inner[0], SUCCS, own + SUCCS, v);
        merge(rows[own + PREDS + 1] & inner[1], SECOND_WORD + SUCCS, own + SUCCS, v);
    }

    @Override
    void eliminateLogged(int v) {
        makeRoom();
        int own = 4 * v;
        save(rows[own + SUCCS] & inner[0], PREDS);
        save(rows[own + SUCCS + 1] & inner[1], SECOND_WORD + PREDS);
        save(rows[own + PREDS] & inner[0], SUCCS);
        save(rows[own + PREDS + 1] & inner[1], SECOND_WORD + SUCCS);
        eliminate(v);
    }

    @Override
    void undo(int v) {
        int own = 4 * v;
        long s0 = rows[own + SUCCS] & inner[0];
        long s1 = rows[own + SUCCS + 1] & inner[1];
        long p0 = rows[own + PREDS] & inner[0];
        long p1 = rows[own + PREDS + 1] & inner[1];
        logged -= 2 * (Long.bitCount(s0) + Long.bitCount(s1) + Long.bitCount(p0) + Long.bitCount(p1));
        int at = restore(s0, PREDS, logged);
        at = restore(s1, SECOND_WORD + PREDS, at);
        at = restore(p0, SUCCS, at);
        restore(p1, SECOND_WORD + SUCCS, at);
    }

    /**
     * Merges the row at {@code own} into those of the vertices in {@code bits}; the row of bit 0 is at {@code first}.
     */
    private void merge(long bits, int first, int own, int v) {
        long low = rows[own];
        long high = rows[own + 1];
        long keepLow = v < 64 ? ~(1L << v) : -1;
        long keepHigh = v < 64 ? -1 : ~(1L << v);
        for (; bits != 0; bits &= bits - 1) {
            int to = first + 4 * Long.numberOfTrailingZeros(bits);
            rows[to] = (rows[to] | low) & keepLow;
            rows[to + 1] = (rows[to + 1] | high) & keepHigh;
        }
    }

    private void save(long bits, int first) {
        int at = logged;
        for (; bits != 0; bits &= bits - 1) {
            int from = first + 4 * Long.numberOfTrailingZeros(bits);
            log[at++] = rows[from];
            log[at++] = rows[from + 1];
        }
        logged = at;
    }

    private int restore(long bits, int first, int at) {
        for (; bits != 0; bits &= bits - 1) {
            int to = first + 4 * Long.numberOfTrailingZeros(bits);
            rows[to] = log[at++];
            rows[to + 1] = log[at++];
        }
        return at;
    }
}
