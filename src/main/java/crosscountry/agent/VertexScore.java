package crosscountry.agent;

/**
 * How much a policy likes to eliminate a vertex now, by its features; a higher score goes first. Immutable, for any
 * thread.
 */
interface VertexScore {
    /** The score of the vertex whose {@link VertexFeatures#COUNT} features stand from {@code at} on. */
    float of(float[] rows, int at);
}
