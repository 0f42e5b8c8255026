package crosscountry.agent;

/** Weights times features. */
record LinearScore(float[] weights) implements VertexScore {
    @Override
    public float of(float[] rows, int at) {
        float sum = 0;
        for (int k = 0; k < VertexFeatures.COUNT; k++) {
            sum += weights[k] * rows[at + k];
        }
        return sum;
    }
}
