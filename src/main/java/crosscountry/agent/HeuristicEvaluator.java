package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import java.util.List;

/**
 * Prefers vertices of low Markowitz degree, with logits of minus {@link #SHARPNESS} log(1 + degree); the value is a
 * Markowitz rollout.
 */
record HeuristicEvaluator() implements Evaluator {
    private static final double SHARPNESS = 2;

    @Override
    public String name() {
        return "heuristic";
    }

    @Override
    public List<Evaluation> evaluate(List<BitsetState> positions) {
        return Completion.evaluations(positions, this::logits);
    }

    @Override
    public float[] logits(BitsetState position) {
        int[] open = new int[position.size()];
        float[] logits = new float[position.open(open)];
        for (int k = 0; k < logits.length; k++) {
            logits[k] = (float) (-SHARPNESS * Math.log1p(position.markowitzDegree(open[k])));
        }
        return logits;
    }
}
