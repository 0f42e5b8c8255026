package crosscountry.agent;

/**
 * An evaluator's answer for one position.
 *
 * @param logits one per open vertex, in the order of {@link crosscountry.elimination.state.BitsetState#open}; a softmax
 *     makes them the prior
 * @param costToGo the expected cost of the rest of the game
 * @param completion a rollout that costs exactly {@code costToGo}, as indices; empty where that number is an estimate
 */
public record Evaluation(float[] logits, double costToGo, int[] completion) {
    private static final int[] NONE = {};

    public Evaluation(float[] logits, double costToGo) {
        this(logits, costToGo, NONE);
    }
}
