package crosscountry.agent;

/**
 * What an evaluator thinks of one position.
 *
 * @param logits one an open vertex, in the order of {@link crosscountry.elimination.state.BitsetState#open}; a softmax
 *     makes them the prior
 * @param costToGo what the rest of the game is expected to cost, in the units of the game's cost
 * @param completion a way to the end that costs exactly {@code costToGo}, as indices; empty where that number is an
 *     estimate
 */
public record Evaluation(float[] logits, double costToGo, int[] completion) {
    private static final int[] NONE = {};

    public Evaluation(float[] logits, double costToGo) {
        this(logits, costToGo, NONE);
    }
}
