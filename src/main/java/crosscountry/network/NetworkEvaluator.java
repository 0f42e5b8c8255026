package crosscountry.network;

import crosscountry.agent.Evaluation;
import crosscountry.agent.Evaluator;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.IntStream;

/**
 * A network as an evaluator: it evaluates positions in batches of similar size; the cost to go is that of a Markowitz
 * game from here, times the ratio that the network expects. Does not close the network.
 */
public final class NetworkEvaluator implements Evaluator {
    private static final int LARGEST_BATCH = 32;
    /** Ratios beyond these are no estimates: half the Markowitz cost, or a third more, is rare on any graph. */
    private static final double LEAST_LOG_RATIO = -2;

    private static final double MOST_LOG_RATIO = 1;

    private final Model network;
    private final Map<StateTemplate, Landmarks> landmarks;

    public NetworkEvaluator(Model network) {
        this(network, Collections.synchronizedMap(new WeakHashMap<>()));
    }

    private NetworkEvaluator(Model network, Map<StateTemplate, Landmarks> landmarks) {
        this.network = network;
        this.landmarks = landmarks;
    }

    /** The same for another network, with what is known of graphs so far. */
    public NetworkEvaluator with(Model other) {
        return new NetworkEvaluator(other, landmarks);
    }

    public Model network() {
        return network;
    }

    @Override
    public String name() {
        return "network";
    }

    /** The position as this evaluator's network sees it. */
    public Tokens tokens(BitsetState position) {
        return Tokens.of(position, landmarks.computeIfAbsent(position.template(), Landmarks::of));
    }

    @Override
    public List<Evaluation> evaluate(List<BitsetState> positions) {
        List<Tokens> tokens = positions.stream().map(this::tokens).toList();
        int[] bySize = IntStream.range(0, tokens.size())
                .boxed()
                .sorted(Comparator.comparingInt(k -> tokens.get(k).count()))
                .mapToInt(k -> k)
                .toArray();
        Evaluation[] evaluations = new Evaluation[tokens.size()];
        for (int from = 0; from < bySize.length; from += LARGEST_BATCH) {
            int[] part = Arrays.copyOfRange(bySize, from, Math.min(bySize.length, from + LARGEST_BATCH));
            List<Model.Answer> answers =
                    network.ask(Arrays.stream(part).mapToObj(tokens::get).toList());
            for (int k = 0; k < part.length; k++) {
                Model.Answer answer = answers.get(k);
                double ratio = Math.exp(Math.max(LEAST_LOG_RATIO, Math.min(MOST_LOG_RATIO, answer.value())));
                evaluations[part[k]] = new Evaluation(
                        answer.logits(), ratio * positions.get(part[k]).markowitzCostToGo());
            }
        }
        return List.of(evaluations);
    }

    @Override
    public float[] logits(BitsetState position) {
        return network.ask(List.of(tokens(position))).get(0).logits();
    }
}
