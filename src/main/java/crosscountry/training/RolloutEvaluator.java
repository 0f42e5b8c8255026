package crosscountry.training;

import crosscountry.agent.Evaluation;
import crosscountry.agent.Evaluator;
import crosscountry.elimination.state.BitsetState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Another evaluator's policy, with rollouts by a rollout policy as values: an exact value and a complete order in a
 * tenth of a network's time. For one thread.
 */
final class RolloutEvaluator implements Evaluator {
    private final Evaluator policy;
    private final RolloutPolicy rollouts;
    private final SplittableRandom random;

    RolloutEvaluator(Evaluator policy, RolloutPolicy rollouts, SplittableRandom random) {
        this.policy = policy;
        this.rollouts = rollouts;
        this.random = random;
    }

    @Override
    public String name() {
        return policy.name() + ", played on";
    }

    @Override
    public List<Evaluation> evaluate(List<BitsetState> positions) {
        List<Evaluation> evaluations = new ArrayList<>();
        List<Evaluation> policies = policy.evaluate(positions);
        for (int k = 0; k < policies.size(); k++) {
            BitsetState position = positions.get(k);
            BitsetState game = position.copy();
            rollouts.play(game, random);
            int[] rest = Arrays.copyOfRange(game.moves(), position.steps(), position.size());
            evaluations.add(new Evaluation(policies.get(k).logits(), game.spent() - position.spent(), rest));
        }
        return evaluations;
    }
}
