package crosscountry.elimination.state;

import java.util.Arrays;

/** How many open vertices the longest path to or from each open vertex has, itself among them, as the edges stand. */
public final class LongestPaths {
    private final BitsetState state;
    private final boolean down;
    private final int[] lengths;

    private LongestPaths(BitsetState state, boolean down) {
        this.state = state;
        this.down = down;
        lengths = new int[state.size()];
    }

    /** By index, the longest path that ends at an open vertex; 0 for the others. */
    public static int[] to(BitsetState state) {
        return new LongestPaths(state, false).lengths();
    }

    /** By index, the longest path that begins at an open vertex; 0 for the others. */
    public static int[] from(BitsetState state) {
        return new LongestPaths(state, true).lengths();
    }

    private int[] lengths() {
        int[] open = new int[state.size()];
        int count = state.open(open);
        if (down) {
            for (int k = count - 1; k >= 0; k--) {
                length(open[k]);
            }
        } else {
            Arrays.stream(open, 0, count).forEach(this::length);
        }
        return lengths;
    }

    /** In program order the neighbours are already known; edges that a file states may break that order. */
    private int length(int index) {
        if (lengths[index] > 0) {
            return lengths[index];
        }
        int longest = 1;
        for (int word = 0; word < state.columnWords(); word++) {
            for (long bits = down ? state.successors(index, word) : state.predecessors(index, word);
                    bits != 0;
                    bits &= bits - 1) {
                int column = (word << 6) + Long.numberOfTrailingZeros(bits);
                if (column < state.size()) {
                    longest = Math.max(longest, 1 + length(column));
                }
            }
        }
        lengths[index] = longest;
        return longest;
    }
}
