package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import java.util.List;

/** A uniform policy, with Markowitz rollouts as values: tree search without a prior. */
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
