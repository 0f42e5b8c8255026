package crosscountry.search.method;

import crosscountry.elimination.state.BitsetState;
import crosscountry.search.bound.Remaining;
import java.util.BitSet;

/**
 * Vertices of scalar graphs that may be eliminated at once without losing the optimum.
 *
 * <p>False twins: some optimal order lets vertices with the same neighbours on both sides follow each other (Bentert et
 * al. 2025, arXiv 2506.17521). That holds before the first of them is eliminated: after a badly chosen first one,
 * waiting may be better.
 *
 * <p>Nothing to gain: a vertex that costs no more now than its smallest separators allow from here on, and whose
 * elimination creates no new edge or which has one edge on each side. Without the vertex every other one has, at any
 * later time, at most as many neighbours as it would have had, so putting the vertex first makes no order more
 * expensive.
 */
final class Reductions {
    private Reductions() {}

    /** The lowest open vertex that has nothing to gain by waiting; -1 if there is none. */
    static int free(BitsetState game, Remaining remaining) {
        BitSet gone = new BitSet();
        for (int v = 0; v < game.size(); v++) {
            gone.set(v, !game.isOpen(v));
        }
        for (int v = gone.nextClearBit(0); v < game.size(); v = gone.nextClearBit(v + 1)) {
            boolean chain = game.inDegree(v) == 1 && game.outDegree(v) == 1;
            if ((chain || game.fillIn(v) == 0) && game.cost(v) == remaining.least(v, gone, game.template())) {
                return v;
            }
        }
        return -1;
    }

    /**
     * Another open vertex with the same neighbours as v, which may follow v at once if v is eliminated now; -1 if there
     * is none.
     */
    static int twin(BitsetState game, int v) {
        for (int other = 0; other < game.size(); other++) {
            if (other != v && game.isOpen(other) && alike(game, other, v)) {
                return other;
            }
        }
        return -1;
    }

    private static boolean alike(BitsetState game, int one, int other) {
        for (int word = 0; word < game.columnWords(); word++) {
            if (game.predecessors(one, word) != game.predecessors(other, word)
                    || game.successors(one, word) != game.successors(other, word)) {
                return false;
            }
        }
        return true;
    }
}
