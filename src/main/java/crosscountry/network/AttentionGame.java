package crosscountry.network;

import crosscountry.agent.LikeliestGame;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A network's policy, expected cost and attention along a game, with an untrained network of the same size as a
 * control.
 *
 * @param views positions of the game in order; not all of a long one
 * @param order the game: the network's own (always its likeliest vertex), or one that was given
 */
public record AttentionGame(Graph graph, NetworkConfig size, Order order, long total, List<View> views) {
    private static final int MOST_TOKENS = 300;
    private static final long CONTROL_SEED = 1;

    /**
     * One position.
     *
     * @param step moves before it
     * @param ids of the tokens: open vertices first
     * @param policy a probability an open vertex
     * @param costToGo what the network expects the rest to cost
     * @param played what the rest of the game actually cost
     * @param degrees Markowitz degrees of the open vertices
     * @param relations {@code [token][token]}, ordinals of {@link Tokens.Relation}
     * @param trained {@code [layer][head][token][token]}, rows sum to 1
     * @param untrained the same of the control
     */
    public record View(
            int step,
            int[] ids,
            float[] policy,
            double costToGo,
            long played,
            long[] degrees,
            byte[][] relations,
            float[][][][] trained,
            float[][][][] untrained) {}

    /** The network's own game. @param most positions that are kept, evenly spread */
    public static AttentionGame of(Graph graph, Weights weights, int most) {
        return of(graph, weights, own(graph, weights), most);
    }

    /** One position of the network's own game. @param step moves before it */
    public static AttentionGame step(Graph graph, Weights weights, int step) {
        AttentionGame game = of(graph, weights, own(graph, weights), shown -> shown == step);
        if (game.views().isEmpty()) {
            throw new GraphException("a game on " + graph.name() + " has no position after " + step
                    + " moves; steps are 0 to " + (game.order().vertices().size() - 1));
        }
        return game;
    }

    /** Always the likeliest vertex. */
    private static Order own(Graph graph, Weights weights) {
        StateTemplate template = StateTemplate.of(graph, CostModel.PUBLISHED);
        return template.order(
                LikeliestGame.play(template, new NetworkEvaluator(new JavaNetwork(weights)), () -> false));
    }

    public static AttentionGame of(Graph graph, Weights weights, Order order, int most) {
        if (most < 1) {
            throw new GraphException("at least 1 position must be shown, not " + most);
        }
        int every = Math.max(1, (order.vertices().size() + most - 1) / most);
        return of(graph, weights, order, step -> step % every == 0);
    }

    private static AttentionGame of(Graph graph, Weights weights, Order order, IntPredicate shown) {
        StateTemplate template = StateTemplate.of(graph, CostModel.PUBLISHED);
        if (template.size() < 1 || template.size() > MOST_TOKENS) {
            throw new GraphException("attention is shown for graphs with 1 to " + MOST_TOKENS
                    + " vertices to eliminate; " + graph.name() + " has " + template.size());
        }
        int[] moves = template.indices(order);
        long total = template.start().total(moves);
        Model trained = new JavaNetwork(weights);
        Model control = new JavaNetwork(Weights.random(weights.config(), CONTROL_SEED));
        NetworkEvaluator agent = new NetworkEvaluator(trained);
        BitsetState game = template.start();
        List<View> views = new ArrayList<>();
        for (int step = 0; step < moves.length; step++) {
            if (shown.test(step)) {
                views.add(view(agent, trained, control, game, step, total));
            }
            game.eliminate(moves[step]);
        }
        return new AttentionGame(graph, weights.config(), order, total, views);
    }

    private static View view(
            NetworkEvaluator agent, Model trained, Model control, BitsetState game, int step, long total) {
        Tokens tokens = agent.tokens(game);
        var answer = agent.evaluate(List.of(game)).get(0);
        int[] open = new int[game.openCount()];
        game.open(open);
        byte[][] relations = new byte[tokens.count()][tokens.count()];
        for (int i = 0; i < relations.length; i++) {
            for (int j = 0; j < relations.length; j++) {
                relations[i][j] = (byte) tokens.relation(i, j).ordinal();
            }
        }
        return new View(
                step,
                tokens.ids().clone(),
                softmax(answer.logits()),
                answer.costToGo(),
                total - game.spent(),
                Arrays.stream(open).mapToLong(game::markowitzDegree).toArray(),
                relations,
                trained.attention(tokens).weights(),
                control.attention(tokens).weights());
    }

    private static float[] softmax(float[] logits) {
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        float[] shares = new float[logits.length];
        for (int k = 0; k < logits.length; k++) {
            shares[k] = (float) Math.exp(logits[k] - most);
            sum += shares[k];
        }
        for (int k = 0; k < logits.length; k++) {
            shares[k] /= (float) sum;
        }
        return shares;
    }

    /** The last view that is not after this step. */
    public View at(int step) {
        return views.stream()
                .filter(view -> view.step() <= step)
                .reduce((a, b) -> b)
                .orElseThrow(() -> new GraphException("there is no position before step 0"));
    }

    @Override
    public String toString() {
        return "attention on " + graph.name() + ": " + size.layers() + " layers of " + size.heads() + " heads, "
                + views.size() + " positions of a game that costs " + total + "\n" + AttentionSummary.of(this);
    }
}
