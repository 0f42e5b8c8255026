package crosscountry.network;

import java.util.List;

/**
 * Positions of any graphs side by side, padded to the longest.
 *
 * @param positions number of positions B
 * @param tokens of the longest, T
 * @param operations {@code [B][T]}
 * @param features {@code [B][T][FEATURES]}
 * @param relations {@code [B][T][T]}; {@link #PADDING} towards a token that is none
 * @param present {@code [B][T]}: 1 for a token, 0 for padding
 * @param closed {@code [B][T]}: 0 for an open vertex, a large negative number for everything else
 */
record Batch(
        int positions,
        int tokens,
        long[] operations,
        float[] features,
        long[] relations,
        float[] present,
        float[] closed) {
    static final int PADDING = Tokens.Relation.values().length;
    static final float NEVER = -1e9f;

    static Batch of(List<Tokens> list) {
        int size = list.size();
        int longest = list.stream().mapToInt(Tokens::count).max().orElse(0);
        Batch batch = new Batch(
                size,
                longest,
                new long[size * longest],
                new float[size * longest * Tokens.FEATURES],
                new long[size * longest * longest],
                new float[size * longest],
                new float[size * longest]);
        for (int b = 0; b < size; b++) {
            batch.fill(b, list.get(b));
        }
        return batch;
    }

    private void fill(int b, Tokens own) {
        int count = own.count();
        System.arraycopy(own.features(), 0, features, b * tokens * Tokens.FEATURES, own.features().length);
        for (int i = 0; i < tokens; i++) {
            int token = b * tokens + i;
            present[token] = i < count ? 1 : 0;
            closed[token] = i < own.open() ? 0 : NEVER;
            operations[token] = i < count ? own.operations()[i] : 0;
            for (int j = 0; j < tokens; j++) {
                relations[token * tokens + j] =
                        i < count && j < count ? own.relations()[i * count + j] : j < count ? 0 : PADDING;
            }
        }
    }
}
