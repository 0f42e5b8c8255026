package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import java.util.List;

/**
 * Likes all vertices alike; the value is a game played on by Markowitz degree. What a tree search does without a prior.
 */
public record UniformEvaluator() implements Evaluator {
    @Override
    public String name() {
        return "uniform";
    }

    @Override
    public List<Evaluation> evaluate(List<BitsetState> positions) {
        return Completion.evaluations(positions, position -> new float[position.openCount()]);
    }
}
