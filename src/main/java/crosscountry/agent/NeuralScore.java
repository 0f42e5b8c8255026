package crosscountry.agent;

/**
 * A linear score and beside it one hidden layer: w f + sum over h of v_h s(a_h f + b_h) with s(x) = x / (1 + |x|).
 *
 * @param weights w, then for each hidden unit a, b and v
 */
record NeuralScore(int hidden, float[] weights) implements VertexScore {
    /** Number of weights with this many hidden units. */
    static int count(int hidden) {
        return VertexFeatures.COUNT + hidden * (VertexFeatures.COUNT + 2);
    }

    @Override
    public float of(float[] rows, int at) {
        int count = VertexFeatures.COUNT;
        float sum = 0;
        for (int k = 0; k < count; k++) {
            sum += weights[k] * rows[at + k];
        }
        int place = count;
        for (int h = 0; h < hidden; h++) {
            float x = weights[place + count];
            for (int k = 0; k < count; k++) {
                x += weights[place + k] * rows[at + k];
            }
            sum += weights[place + count + 1] * x / (1 + Math.abs(x));
            place += count + 2;
        }
        return sum;
    }
}
