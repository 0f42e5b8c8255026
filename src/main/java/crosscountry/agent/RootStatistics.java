package crosscountry.agent;

/**
 * The statistics of a search at its root: a training target, and what pictures show. All arrays are indexed by the open
 * vertices, ascending.
 *
 * @param open indices
 * @param prior the evaluator's policy, a distribution
 * @param visits simulations that start with this vertex
 * @param costs expected cost from here to the end if this vertex is next, in the units of the game's cost; NaN without
 *     a visit
 * @param improved the improved policy, softmax(logits + sigma(completed q)), a distribution
 * @param chosen the index to play
 * @param value expected cost from here to the end by all simulations
 */
public record RootStatistics(
        int[] open, float[] prior, int[] visits, double[] costs, float[] improved, int chosen, double value) {}
