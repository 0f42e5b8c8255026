package crosscountry.search.method;

import crosscountry.elimination.state.BitsetState;
import java.util.BitSet;

/**
 * For each vertex, the number of inputs that reach it times the number of outputs that it reaches; no elimination
 * changes this.
 */
final class Reach {
    private Reach() {}

    static long[] of(BitsetState start) {
        BitSet[] inputs = new BitSet[start.size()];
        BitSet[] outputs = new BitSet[start.size()];
        long[] products = new long[start.size()];
        for (int v = 0; v < products.length; v++) {
            ends(start, v, false, inputs);
        }
        for (int v = products.length - 1; v >= 0; v--) {
            products[v] = (long) inputs[v].cardinality()
                    * ends(start, v, true, outputs).cardinality();
        }
        return products;
    }

    /**
     * Columns behind the eliminable vertices are inputs, or outputs. In program order nearly every neighbour is already
     * known; edges that a file states may break that order.
     */
    private static BitSet ends(BitsetState game, int v, boolean down, BitSet[] known) {
        if (known[v] != null) {
            return known[v];
        }
        BitSet ends = new BitSet();
        for (int word = 0; word < game.columnWords(); word++) {
            for (long bits = down ? game.successors(v, word) : game.predecessors(v, word);
                    bits != 0;
                    bits &= bits - 1) {
                int column = (word << 6) + Long.numberOfTrailingZeros(bits);
                if (column >= game.size()) {
                    ends.set(column);
                } else {
                    ends.or(ends(game, column, down, known));
                }
            }
        }
        known[v] = ends;
        return ends;
    }
}
