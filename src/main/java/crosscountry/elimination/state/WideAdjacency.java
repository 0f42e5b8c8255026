package crosscountry.elimination.state;

/** Rows of any number of words. */
final class WideAdjacency extends Adjacency {
    WideAdjacency(int size, int words) {
        super(size, words);
    }

    private WideAdjacency(WideAdjacency other) {
        super(other);
    }

    @Override
    Adjacency copy() {
        return new WideAdjacency(this);
    }

    @Override
    void eliminate(int v) {
        for (int w = 0; w < words; w++) {
            for (long bits = succ(v, w) & inner[w]; bits != 0; bits &= bits - 1) {
                merge(preds(v), preds((w << 6) + Long.numberOfTrailingZeros(bits)), v);
            }
            for (long bits = pred(v, w) & inner[w]; bits != 0; bits &= bits - 1) {
                merge(succs(v), succs((w << 6) + Long.numberOfTrailingZeros(bits)), v);
            }
        }
    }

    @Override
    void eliminateLogged(int v) {
        makeRoom();
        for (int w = 0; w < words; w++) {
            for (long bits = succ(v, w) & inner[w]; bits != 0; bits &= bits - 1) {
                save(preds((w << 6) + Long.numberOfTrailingZeros(bits)));
            }
            for (long bits = pred(v, w) & inner[w]; bits != 0; bits &= bits - 1) {
                save(succs((w << 6) + Long.numberOfTrailingZeros(bits)));
            }
        }
        eliminate(v);
    }

    @Override
    void undo(int v) {
        for (int w = words - 1; w >= 0; w--) {
            for (long bits = pred(v, w) & inner[w]; bits != 0; bits &= ~Long.highestOneBit(bits)) {
                restore(succs((w << 6) + 63 - Long.numberOfLeadingZeros(bits)));
            }
            for (long bits = succ(v, w) & inner[w]; bits != 0; bits &= ~Long.highestOneBit(bits)) {
                restore(preds((w << 6) + 63 - Long.numberOfLeadingZeros(bits)));
            }
        }
    }

    private void merge(int from, int to, int v) {
        for (int w = 0; w < words; w++) {
            rows[to + w] |= rows[from + w];
        }
        rows[to + (v >> 6)] &= ~(1L << v);
    }

    private void save(int row) {
        for (int w = 0; w < words; w++) {
            log[logged++] = rows[row + w];
        }
    }

    private void restore(int row) {
        for (int w = words - 1; w >= 0; w--) {
            rows[row + w] = log[--logged];
        }
    }
}
