package crosscountry.game;

import java.util.Arrays;

/**
 * Who is joined to whom, as rows of bits. An eliminable vertex v has a row of predecessors and a row of successors;
 * inputs and outputs are only columns, since an edge from an input to an output never costs anything again.
 *
 * <p>Eliminating v leaves its own two rows as they are, so they tell later which rows have to be restored.
 */
final class Adjacency {
    private final int size;
    private final int words;
    private final long[] inner;
    private final long[] rows;
    private long[] log = new long[256];
    private int logged;

    /** Without edges; {@code columns} is the larger number of sources or targets. */
    Adjacency(int size, int columns) {
        this.size = size;
        words = Math.max(2, (columns + 63) >>> 6);
        inner = new long[words];
        for (int k = 0; k < size; k++) {
            inner[k >> 6] |= 1L << k;
        }
        rows = new long[2 * size * words];
    }

    Adjacency(Adjacency other) {
        size = other.size;
        words = other.words;
        inner = other.inner;
        rows = other.rows.clone();
    }

    void join(int source, int target) {
        if (target < size) {
            rows[preds(target) + (source >> 6)] |= 1L << source;
        }
        if (source < size) {
            rows[succs(source) + (target >> 6)] |= 1L << target;
        }
    }

    int words() {
        return words;
    }

    long pred(int v, int word) {
        return rows[preds(v) + word];
    }

    long succ(int v, int word) {
        return rows[succs(v) + word];
    }

    int inDegree(int v) {
        return count(preds(v));
    }

    int outDegree(int v) {
        return count(succs(v));
    }

    /** New edges that eliminating v would make, those from inputs to outputs left out. */
    int fillIn(int v) {
        int fill = 0;
        for (int w = 0; w < words; w++) {
            for (long bits = succ(v, w) & inner[w]; bits != 0; bits &= bits - 1) {
                fill += absent(preds(v), preds((w << 6) + Long.numberOfTrailingZeros(bits)), false);
            }
            for (long bits = pred(v, w) & inner[w]; bits != 0; bits &= bits - 1) {
                fill += absent(succs(v), succs((w << 6) + Long.numberOfTrailingZeros(bits)), true);
            }
        }
        return fill;
    }

    void eliminate(int v) {
        if (words == 2) {
            int own = 4 * v;
            merge(rows[own + 2] & inner[0], 0, own, v);
            merge(rows[own + 3] & inner[1], 256, own, v);
            merge(rows[own] & inner[0], 2, own + 2, v);
            merge(rows[own + 1] & inner[1], 258, own + 2, v);
            return;
        }
        for (int w = 0; w < words; w++) {
            for (long bits = succ(v, w) & inner[w]; bits != 0; bits &= bits - 1) {
                merge(preds(v), preds((w << 6) + Long.numberOfTrailingZeros(bits)), v);
            }
            for (long bits = pred(v, w) & inner[w]; bits != 0; bits &= bits - 1) {
                merge(succs(v), succs((w << 6) + Long.numberOfTrailingZeros(bits)), v);
            }
        }
    }

    /** As {@link #eliminate}, remembering what {@link #undo} needs. */
    void eliminateLogged(int v) {
        if (log.length - logged < rows.length) {
            log = Arrays.copyOf(log, 2 * log.length + rows.length);
        }
        if (words == 2) {
            int own = 4 * v;
            save(rows[own + 2] & inner[0], 0);
            save(rows[own + 3] & inner[1], 256);
            save(rows[own] & inner[0], 2);
            save(rows[own + 1] & inner[1], 258);
        } else {
            for (int w = 0; w < words; w++) {
                for (long bits = succ(v, w) & inner[w]; bits != 0; bits &= bits - 1) {
                    save(preds((w << 6) + Long.numberOfTrailingZeros(bits)));
                }
                for (long bits = pred(v, w) & inner[w]; bits != 0; bits &= bits - 1) {
                    save(succs((w << 6) + Long.numberOfTrailingZeros(bits)));
                }
            }
        }
        eliminate(v);
    }

    /** Takes back the last logged elimination, which was that of v. */
    void undo(int v) {
        if (words == 2) {
            int own = 4 * v;
            long s0 = rows[own + 2] & inner[0];
            long s1 = rows[own + 3] & inner[1];
            long p0 = rows[own] & inner[0];
            long p1 = rows[own + 1] & inner[1];
            logged -= 2 * (Long.bitCount(s0) + Long.bitCount(s1) + Long.bitCount(p0) + Long.bitCount(p1));
            int at = restore(s0, 0, logged);
            at = restore(s1, 256, at);
            at = restore(p0, 2, at);
            restore(p1, 258, at);
            return;
        }
        for (int w = words - 1; w >= 0; w--) {
            for (long bits = pred(v, w) & inner[w]; bits != 0; bits &= ~Long.highestOneBit(bits)) {
                restore(succs((w << 6) + 63 - Long.numberOfLeadingZeros(bits)));
            }
            for (long bits = succ(v, w) & inner[w]; bits != 0; bits &= ~Long.highestOneBit(bits)) {
                restore(preds((w << 6) + 63 - Long.numberOfLeadingZeros(bits)));
            }
        }
    }

    /** Two-word rows: v's own row is at {@code own}, those of the vertices in {@code bits} from {@code first}. */
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

    /** Takes the other's edges; what was logged before is forgotten. */
    void copyFrom(Adjacency other) {
        System.arraycopy(other.rows, 0, rows, 0, rows.length);
        logged = 0;
    }

    private int preds(int v) {
        return 2 * v * words;
    }

    private int succs(int v) {
        return (2 * v + 1) * words;
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

    private int count(int row) {
        int count = 0;
        for (int w = 0; w < words; w++) {
            count += Long.bitCount(rows[row + w]);
        }
        return count;
    }

    private int absent(int from, int to, boolean outerOnly) {
        int count = 0;
        for (int w = 0; w < words; w++) {
            long wanted = outerOnly ? rows[from + w] & ~inner[w] : rows[from + w];
            count += Long.bitCount(wanted & ~rows[to + w]);
        }
        return count;
    }
}
