package crosscountry.search.method;

import crosscountry.elimination.state.BitsetState;
import java.util.Arrays;

/**
 * The cheapest order of a few vertices from a position, by dynamic programming over the sets of eliminated vertices.
 */
final class ExactNeighbourhood {
    /** The largest n; 2^n positions are visited. */
    static final int LARGEST = 20;

    private ExactNeighbourhood() {}

    /**
     * Rearranges {@code vertices} into their cheapest order from here and returns its cost; the state is left
     * unchanged.
     */
    static long arrange(BitsetState game, int[] vertices) {
        int n = vertices.length;
        long[] least = new long[1 << n];
        byte[] first = new byte[1 << n];
        Arrays.fill(least, -1);
        least[(1 << n) - 1] = 0;
        long cost = rest(game, vertices, 0, least, first);
        int[] arranged = new int[n];
        for (int gone = 0, k = 0; k < n; k++) {
            arranged[k] = vertices[first[gone]];
            gone |= 1 << first[gone];
        }
        System.arraycopy(arranged, 0, vertices, 0, n);
        return cost;
    }

    private static long rest(BitsetState game, int[] vertices, int gone, long[] least, byte[] first) {
        if (least[gone] >= 0) {
            return least[gone];
        }
        long best = Long.MAX_VALUE;
        for (int k = 0; k < vertices.length; k++) {
            if ((gone >> k & 1) == 0) {
                long cost = game.eliminate(vertices[k]);
                cost = game.template().rules().combine(cost, rest(game, vertices, gone | 1 << k, least, first));
                game.undo();
                if (cost < best) {
                    best = cost;
                    first[gone] = (byte) k;
                }
            }
        }
        least[gone] = best;
        return best;
    }
}
