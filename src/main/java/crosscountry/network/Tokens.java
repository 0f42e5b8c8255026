package crosscountry.network;

import crosscountry.elimination.state.BitsetState;
import crosscountry.graph.Primitive;
import java.util.Arrays;

/**
 * A position as a network sees it: a token for each open vertex in ascending order of indices, then for each input and
 * output that an edge still joins to one of these. Eliminated vertices have no token; only their fill-in remains.
 *
 * @param ids 1..I for inputs, I + v for vertex or (virtual) output v
 * @param open number of tokens that are open vertices: the first ones
 * @param operations 0 for no operation or one that networks do not know, otherwise 1 + ordinal of the {@link Primitive}
 * @param features {@code [token][FEATURES]}
 * @param relations {@code [token][token]}: what the second is to the first
 */
public record Tokens(int[] ids, int open, int[] operations, float[] features, byte[] relations) {
    /** How many features a token has. */
    public static final int FEATURES = 22;
    /**
     * Kinds of operations, "none" included. The number is part of the weights' format, so later primitives are not
     * among them.
     */
    public static final int OPERATIONS = 1 + Primitive.IOTA.ordinal() + 1;

    static int operation(Primitive primitive) {
        return primitive.compareTo(Primitive.IOTA) > 0 ? 0 : 1 + primitive.ordinal();
    }

    /** What a token is to another; the order is part of the weights' format. */
    public enum Relation {
        NONE,
        SELF,
        PREDECESSOR,
        STRUCTURED_PREDECESSOR,
        SUCCESSOR,
        STRUCTURED_SUCCESSOR,
        SHARED_NEIGHBOUR
    }

    public int count() {
        return ids.length;
    }

    public Relation relation(int from, int to) {
        return Relation.values()[relations[from * ids.length + to]];
    }

    static Tokens of(BitsetState game, Landmarks landmarks) {
        return new Tokenizer(game, landmarks).tokens();
    }

    /** Renumbered: token k of the result is token {@code order[k]} of this one; open vertices stay among themselves. */
    Tokens permuted(int[] order) {
        int count = ids.length;
        Tokens other = new Tokens(
                new int[count], open, new int[count], new float[features.length], new byte[relations.length]);
        for (int k = 0; k < count; k++) {
            other.ids[k] = ids[order[k]];
            other.operations[k] = operations[order[k]];
            System.arraycopy(features, order[k] * FEATURES, other.features, k * FEATURES, FEATURES);
            for (int j = 0; j < count; j++) {
                other.relations[k * count + j] = relations[order[k] * count + order[j]];
            }
        }
        return other;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tokens same
                && Arrays.equals(ids, same.ids)
                && open == same.open
                && Arrays.equals(operations, same.operations)
                && Arrays.equals(features, same.features)
                && Arrays.equals(relations, same.relations);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(features);
    }
}
