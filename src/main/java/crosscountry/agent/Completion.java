package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Markowitz rollouts, ties to the lowest vertex: the exact value of a cheap policy. */
final class Completion {
    private Completion() {}

    /** A rollout from each position, with these logits of its open vertices in ascending order. */
    static List<Evaluation> evaluations(List<BitsetState> positions, Function<BitsetState, float[]> logits) {
        List<Evaluation> evaluations = new ArrayList<>(positions.size());
        BitsetState scratch = null;
        for (BitsetState position : positions) {
            Evaluator.check(position.template());
            scratch = scratch != null && scratch.template() == position.template()
                    ? scratch
                    : position.template().start();
            int[] rest = markowitz(position, scratch);
            evaluations.add(new Evaluation(logits.apply(position), scratch.spent() - position.spent(), rest));
        }
        return evaluations;
    }

    /** Plays the scratch state from this position to the end and returns the moves. */
    static int[] markowitz(BitsetState position, BitsetState scratch) {
        scratch.copyFrom(position);
        return scratch.playMarkowitz();
    }
}
