package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * An agent without a network: a learned score of each open vertex by its features. The scores are the logits; the value
 * is a greedy rollout by the score, the exact cost of an order.
 */
public final class ScoreAgent implements Evaluator {
    private final VertexScore score;
    private final FeatureCache features = new FeatureCache();

    public ScoreAgent(AgentModel model) {
        score = model.score();
    }

    ScoreAgent(VertexScore score) {
        this.score = score;
    }

    /** The shipped score: no network, no native code. */
    public static ScoreAgent shipped() {
        return new ScoreAgent(AgentModel.shipped());
    }

    @Override
    public String name() {
        return "score";
    }

    /** A game at its start in which each next vertex can be chosen by score. */
    PolicyGame game(StateTemplate template) {
        return new PolicyGame(features.of(template), score, template.start());
    }

    @Override
    public int[] greedyOrder(StateTemplate template, BooleanSupplier stop) {
        return greedy(template);
    }

    @Override
    public Optional<ScoreAgent> learnedScore() {
        return Optional.of(this);
    }

    /** The order that this agent plays by itself. */
    public int[] greedy(StateTemplate template) {
        PolicyGame game = game(template);
        game.finish(Long.MAX_VALUE, 0, null);
        int[] order = new int[game.game().size()];
        Arrays.setAll(order, game.game()::move);
        return order;
    }

    @Override
    public List<Evaluation> evaluate(List<BitsetState> positions) {
        List<Evaluation> evaluations = new ArrayList<>(positions.size());
        PolicyGame scratch = null;
        for (BitsetState position : positions) {
            Evaluator.check(position.template());
            scratch = scratch != null && scratch.game().template() == position.template()
                    ? scratch
                    : game(position.template());
            scratch.moveTo(position);
            int[] open = new int[position.size()];
            float[] logits = new float[position.open(open)];
            for (int k = 0; k < logits.length; k++) {
                logits[k] = scratch.score(open[k]);
            }
            scratch.finish(Long.MAX_VALUE, 0, null);
            int[] rest = new int[logits.length];
            for (int k = 0; k < rest.length; k++) {
                rest[k] = scratch.game().move(position.steps() + k);
            }
            evaluations.add(new Evaluation(logits, scratch.game().spent() - position.spent(), rest));
        }
        return evaluations;
    }
}
