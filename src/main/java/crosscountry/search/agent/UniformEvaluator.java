package crosscountry.search.agent;

import crosscountry.game.FastGame;
import java.util.ArrayList;
import java.util.List;

/** Likes all vertices alike; the value is a game played on by Markowitz degree. What a tree search does without a prior. */
public record UniformEvaluator() implements Evaluator {
    @Override
    public String name() {
        return "uniform";
    }

    @Override
    public List<Evaluation> evaluate(List<FastGame> positions) {
        List<Evaluation> evaluations = new ArrayList<>(positions.size());
        FastGame scratch = null;
        for (FastGame position : positions) {
            Evaluator.check(position.template());
            scratch = scratch != null && scratch.template() == position.template() ? scratch : position.template().start();
            int[] rest = Completion.markowitz(position, scratch);
            evaluations.add(new Evaluation(new float[position.openCount()], scratch.spent() - position.spent(), rest));
        }
        return evaluations;
    }
}
