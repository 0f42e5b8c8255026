package crosscountry.agent;

import crosscountry.elimination.state.FastGame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Plays on by the smallest published Markowitz degree, ties to the lowest vertex: an exact value of a cheap policy. */
final class Completion {
    private Completion() {}

    /** Each position played on, beside these logits of its open vertices in ascending order. */
    static List<Evaluation> evaluations(List<FastGame> positions, Function<FastGame, float[]> logits) {
        List<Evaluation> evaluations = new ArrayList<>(positions.size());
        FastGame scratch = null;
        for (FastGame position : positions) {
            Evaluator.check(position.template());
            scratch = scratch != null && scratch.template() == position.template()
                    ? scratch
                    : position.template().start();
            int[] rest = markowitz(position, scratch);
            evaluations.add(new Evaluation(logits.apply(position), scratch.spent() - position.spent(), rest));
        }
        return evaluations;
    }

    /** Plays the scratch game to its end from this position; returns what was played. */
    static int[] markowitz(FastGame position, FastGame scratch) {
        scratch.copyFrom(position);
        return scratch.playMarkowitz();
    }
}
