package crosscountry.network;

import java.util.List;

/** A network that answers positions; any number of threads may ask at once. */
public interface Model extends AutoCloseable {
    /** One answer for each position, in their order. The positions may belong to different graphs. */
    List<Answer> ask(List<Tokens> positions);

    Attention attention(Tokens position);

    /** Frees what lies outside of Java's heap. */
    @Override
    void close();

    /**
     * @param logits one an open vertex, in ascending order of indices
     * @param value the logarithm of the cost to go over that of a Markowitz game from here
     */
    record Answer(float[] logits, float value) {}

    /**
     * Who looks at whom.
     *
     * @param ids of the tokens, as {@link Tokens#ids}
     * @param weights {@code [layer][head][token][token]}; every row sums to 1
     */
    record Attention(int[] ids, float[][][][] weights) {}
}
