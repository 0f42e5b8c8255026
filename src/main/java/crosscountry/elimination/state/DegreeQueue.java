package crosscountry.elimination.state;

import java.util.Arrays;

/**
 * The open vertices of a state by Markowitz degree, then by index: a heap in which a vertex stands again each time that
 * its degree may have changed; stale entries are skipped.
 */
final class DegreeQueue {
    private final SparseState state;
    /** Keys; no parent is above its children, which stand at 2 k + 1 and 2 k + 2. */
    private long[] heap;

    private int length;
    /** The key with which each index was added last: most steps leave most degrees as they were. */
    private final long[] added;

    DegreeQueue(SparseState state) {
        this.state = state;
        heap = new long[2 * state.openCount() + 1];
        added = new long[state.size()];
        for (int index = 0; index < state.size(); index++) {
            if (state.isOpen(index)) {
                added[index] = key(index);
                add(added[index]);
            }
        }
    }

    /** Says that the degrees of these columns may have changed. */
    void add(int[] columns, int count) {
        for (int k = 0; k < count; k++) {
            int index = columns[k];
            if (state.isOpen(index) && added[index] != key(index)) {
                added[index] = key(index);
                add(added[index]);
            }
        }
    }

    /** The open vertex of the least degree, which leaves the queue; -1 where none is open. */
    int next() {
        while (length > 0) {
            long key = poll();
            int index = (int) (key & Integer.MAX_VALUE);
            if (state.isOpen(index) && added[index] == key) {
                return index;
            }
        }
        return -1;
    }

    /** The degree above the index. */
    private long key(int index) {
        return Math.min(state.markowitzDegree(index), Integer.MAX_VALUE) << 31 | index;
    }

    private void add(long key) {
        if (length == heap.length) {
            heap = Arrays.copyOf(heap, 2 * length);
        }
        int at = length++;
        while (at > 0 && heap[(at - 1) / 2] > key) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = key;
    }

    private long poll() {
        long least = heap[0];
        long last = heap[--length];
        int at = 0;
        for (int child = 1; child < length; child = 2 * at + 1) {
            if (child + 1 < length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return least;
    }
}
