package crosscountry.jacobian.program;

import java.util.Arrays;
import java.util.TreeMap;

/** The edges into one value, by the id of their source: arrays while they are few, as they are in most values. */
final class InEdges {
    private static final int FEW = 32;

    private int[] sources = new int[2];
    private SparseNodes[] partials = new SparseNodes[2];
    private int count;
    /** In place of the arrays, once they were full. */
    private TreeMap<Integer, SparseNodes> many;

    /** Ids of the sources, ascending. */
    int[] sources() {
        return many == null
                ? Arrays.copyOf(sources, count)
                : many.keySet().stream().mapToInt(id -> id).toArray();
    }

    boolean isEmpty() {
        return many == null ? count == 0 : many.isEmpty();
    }

    /** Null where there is no edge. */
    SparseNodes get(int source) {
        if (many != null) {
            return many.get(source);
        }
        int k = find(source);
        return k < 0 ? null : partials[k];
    }

    void put(int source, SparseNodes partial) {
        if (many == null && count == FEW) {
            many = new TreeMap<>();
            for (int k = 0; k < count; k++) {
                many.put(sources[k], partials[k]);
            }
            sources = null;
            partials = null;
        }
        if (many != null) {
            many.put(source, partial);
            return;
        }
        int k = find(source);
        if (k >= 0) {
            partials[k] = partial;
            return;
        }
        if (count == sources.length) {
            sources = Arrays.copyOf(sources, 2 * count);
            partials = Arrays.copyOf(partials, 2 * count);
        }
        System.arraycopy(sources, ~k, sources, ~k + 1, count - ~k);
        System.arraycopy(partials, ~k, partials, ~k + 1, count - ~k);
        sources[~k] = source;
        partials[~k] = partial;
        count++;
    }

    void remove(int source) {
        if (many != null) {
            many.remove(source);
            return;
        }
        int k = find(source);
        if (k >= 0) {
            System.arraycopy(sources, k + 1, sources, k, count - k - 1);
            System.arraycopy(partials, k + 1, partials, k, count - k - 1);
            partials[--count] = null;
        }
    }

    private int find(int source) {
        return Arrays.binarySearch(sources, 0, count, source);
    }
}
