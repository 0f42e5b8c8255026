package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A learned score and networks together. Without search each plays a game by itself, and the cheapest counts; with
 * search the networks' policies are the prior, and a rollout by the score is the value: an exact cost, where a
 * network's is an estimate.
 *
 * @param networks evaluators whose logits are averaged; at least one
 */
public record Ensemble(ScoreAgent score, List<Evaluator> networks) implements Evaluator {
    public Ensemble {
        networks = List.copyOf(networks);
    }

    @Override
    public String name() {
        return "ensemble";
    }

    @Override
    public List<Evaluator> policies() {
        List<Evaluator> policies = new ArrayList<>(List.of(score));
        policies.addAll(networks);
        return policies;
    }

    @Override
    public Optional<ScoreAgent> learnedScore() {
        return Optional.of(score);
    }

    @Override
    public List<Evaluation> evaluate(List<BitsetState> positions) {
        List<Evaluation> played = score.evaluate(positions);
        List<List<Evaluation>> opinions =
                networks.stream().map(network -> network.evaluate(positions)).toList();
        List<Evaluation> evaluations = new ArrayList<>();
        for (int k = 0; k < positions.size(); k++) {
            int position = k;
            Evaluation own = played.get(k);
            evaluations.add(new Evaluation(
                    mean(opinions.stream()
                            .map(opinion -> opinion.get(position).logits())
                            .toList()),
                    own.costToGo(),
                    own.completion()));
        }
        return evaluations;
    }

    /** Averages log probabilities. */
    private static float[] mean(List<float[]> logits) {
        float[] mean = new float[logits.get(0).length];
        for (float[] one : logits) {
            double most = IntStream.range(0, one.length)
                    .mapToDouble(v -> one[v])
                    .max()
                    .orElse(0);
            double sum = Math.log(IntStream.range(0, one.length)
                            .mapToDouble(v -> Math.exp(one[v] - most))
                            .sum())
                    + most;
            for (int v = 0; v < mean.length; v++) {
                mean[v] += (float) ((one[v] - sum) / logits.size());
            }
        }
        return mean;
    }
}
