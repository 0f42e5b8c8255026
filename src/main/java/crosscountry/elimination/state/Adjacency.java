package crosscountry.elimination.state;

import java.util.Arrays;

/**
 * Who is joined to whom, as rows of bits. An eliminable vertex v has a row of predecessors and a row of successors;
 * inputs and outputs are only columns, since an edge from an input to an output never costs anything again.
 *
 * <p>Eliminating v merges its row of predecessors into that of each successor, and the other way round. It leaves v's
 * own two rows as they are, so they tell later which rows have to be restored. {@code eliminate} and {@code undo} are
 * written twice, for rows of two words and for longer ones: without inner loops they are half as fast again.
 */
abstract sealed class Adjacency permits TwoWordAdjacency, WideAdjacency {
    final int size;
    final int words;
    /** Bits of the eliminable vertices: the columns that have rows. */
    final long[] inner;

    /** Row 2 v: predecessors of v; row 2 v + 1: successors. */
    final long[] rows;

    /** Old contents of merged rows, for undo. */
    long[] log = new long[256];

    int logged;

    Adjacency(int size, int words) {
        this.size = size;
        this.words = words;
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

    /** Without edges; {@code columns} is the larger number of sources or targets. */
    static Adjacency of(int size, int columns) {
        int words = (columns + 63) >>> 6;
        return words <= 2 ? new TwoWordAdjacency(size) : new WideAdjacency(size, words);
    }

    /** The same edges, with nothing logged. */
    abstract Adjacency copy();

    /** Eliminates v for good. */
    abstract void eliminate(int v);

    /** Eliminates v so that {@link #undo} can take it back. */
    abstract void eliminateLogged(int v);

    /** Takes back the last logged elimination, which was that of v. */
    abstract void undo(int v);

    final void join(int source, int target) {
        if (target < size) {
            rows[preds(target) + (source >> 6)] |= 1L << source;
        }
        if (source < size) {
            rows[succs(source) + (target >> 6)] |= 1L << target;
        }
    }

    final int words() {
        return words;
    }

    final long pred(int v, int word) {
        return rows[preds(v) + word];
    }

    final long succ(int v, int word) {
        return rows[succs(v) + word];
    }

    final int inDegree(int v) {
        return count(preds(v));
    }

    final int outDegree(int v) {
        return count(succs(v));
    }

    /** New edges that eliminating v would make, those from inputs to outputs left out. */
    final int fillIn(int v) {
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

    /** How eliminating v changes the degrees of its neighbours, as {@link FastGame#damage} says. */
    final long damage(int v) {
        long change = 0;
        for (int w = 0; w < words; w++) {
            for (long bits = pred(v, w) & inner[w]; bits != 0; bits &= bits - 1) {
                int u = (w << 6) + Long.numberOfTrailingZeros(bits);
                change += inDegree(u) * (long) (absent(succs(v), succs(u), false) - 1);
            }
            for (long bits = succ(v, w) & inner[w]; bits != 0; bits &= bits - 1) {
                int u = (w << 6) + Long.numberOfTrailingZeros(bits);
                change += outDegree(u) * (long) (absent(preds(v), preds(u), false) - 1);
            }
        }
        return change;
    }

    /** What eliminating v does around it, as {@link FastGame#surroundings} says. */
    final double surroundings(int v, double[] before, double[] after, int[] counts) {
        int in = 0;
        int out = 0;
        int fill = 0;
        double change = 0;
        int preds = preds(v);
        int succs = succs(v);
        for (int w = 0; w < words; w++) {
            in += Long.bitCount(rows[preds + w]);
            out += Long.bitCount(rows[succs + w]);
            for (long bits = rows[preds + w] & inner[w]; bits != 0; bits &= bits - 1) {
                int u = (w << 6) + Long.numberOfTrailingZeros(bits);
                int row = succs(u);
                int missing = 0;
                for (int x = 0; x < words; x++) {
                    long absent = rows[succs + x] & ~rows[row + x];
                    missing += Long.bitCount(absent);
                    fill += Long.bitCount(absent & ~inner[x]);
                }
                change += before[u] * (missing - 1);
            }
            for (long bits = rows[succs + w] & inner[w]; bits != 0; bits &= bits - 1) {
                int u = (w << 6) + Long.numberOfTrailingZeros(bits);
                int row = preds(u);
                int missing = 0;
                for (int x = 0; x < words; x++) {
                    missing += Long.bitCount(rows[preds + x] & ~rows[row + x]);
                }
                fill += missing;
                change += after[u] * (missing - 1);
            }
        }
        counts[0] = in;
        counts[1] = out;
        counts[2] = fill;
        return change;
    }

    /** Takes the other's edges; what was logged before is forgotten. */
    final void copyFrom(Adjacency other) {
        System.arraycopy(other.rows, 0, rows, 0, rows.length);
        logged = 0;
    }

    /** What was logged will not be taken back. */
    final void forget() {
        logged = 0;
    }

    final int preds(int v) {
        return 2 * v * words;
    }

    final int succs(int v) {
        return (2 * v + 1) * words;
    }

    /** Room in the log for one more elimination, whichever it is. */
    final void makeRoom() {
        if (log.length - logged < rows.length) {
            log = Arrays.copyOf(log, 2 * log.length + rows.length);
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
