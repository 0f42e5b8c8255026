package crosscountry.search.method;

import crosscountry.elimination.state.FastGame;

/** How eliminating a vertex changes the Markowitz degrees of its neighbours, counted in edges. */
final class Damage {
    private Damage() {}

    /** The sum of the neighbours' degrees after the step less that before. */
    static long of(FastGame game, int v) {
        long sum = 0;
        for (int word = 0; word < game.columnWords(); word++) {
            for (long bits = game.predecessors(v, word); bits != 0; bits &= bits - 1) {
                int u = (word << 6) + Long.numberOfTrailingZeros(bits);
                if (u < game.size()) {
                    sum += game.inDegree(u) * (long) (missing(game, u, v, false) - 1);
                }
            }
            for (long bits = game.successors(v, word); bits != 0; bits &= bits - 1) {
                int w = (word << 6) + Long.numberOfTrailingZeros(bits);
                if (w < game.size()) {
                    sum += game.outDegree(w) * (long) (missing(game, w, v, true) - 1);
                }
            }
        }
        return sum;
    }

    /** Neighbours of v on one side that u does not have yet. */
    private static int missing(FastGame game, int u, int v, boolean before) {
        int count = 0;
        for (int word = 0; word < game.columnWords(); word++) {
            count += Long.bitCount(
                    before
                            ? game.predecessors(v, word) & ~game.predecessors(u, word)
                            : game.successors(v, word) & ~game.successors(u, word));
        }
        return count;
    }
}
