package crosscountry.agent;

/**
 * How strongly a policy prefers to eliminate a vertex now, by its features; the highest score goes first. Immutable and
 * thread-safe.
 */
interface VertexScore {
    /** The score of the vertex whose {@link VertexFeatures#COUNT} features stand from {@code at} on. */
    float of(float[] rows, int at);
}
