package crosscountry.kernel.display.game;

import crosscountry.agent.ScoreAgent;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What the shipped agent would do: its order, and its probabilities at any position. */
final class AgentAdvice {
    private static final int SHOWN = 8;

    private final StateTemplate template;
    private final ScoreAgent agent = ScoreAgent.shipped();

    AgentAdvice(Graph graph, CostModel rules) {
        template = StateTemplate.of(graph, rules);
    }

    /** The order that the agent plays by its probabilities alone, always the likeliest vertex. */
    Order order() {
        return template.order(agent.greedy(template));
    }

    /** The likeliest vertices after these moves as pairs of vertex number and probability; empty at the end. */
    List<List<Object>> after(List<Integer> vertices) {
        BitsetState game = template.start();
        vertices.forEach(vertex -> game.eliminate(template.index(vertex)));
        if (game.done()) {
            return List.of();
        }
        int[] open = new int[game.size()];
        int count = game.open(open);
        float[] logits = agent.evaluate(List.of(game)).get(0).logits();
        double most =
                IntStream.range(0, count).mapToDouble(k -> logits[k]).max().orElse(0);
        double all = IntStream.range(0, count)
                .mapToDouble(k -> Math.exp(logits[k] - most))
                .sum();
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -logits[k]))
                .limit(SHOWN)
                .map(k -> List.<Object>of(
                        template.vertex(open[k]), Math.rint(1e4 * Math.exp(logits[k] - most) / all) / 1e4))
                .toList();
    }

    /** Its probabilities before each of its own moves. */
    List<List<List<Object>>> along(Order order) {
        List<List<List<Object>>> all = new ArrayList<>();
        for (int k = 0; k < order.vertices().size(); k++) {
            all.add(after(order.vertices().subList(0, k)));
        }
        return all;
    }
}
