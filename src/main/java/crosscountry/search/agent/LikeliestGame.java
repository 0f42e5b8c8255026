package crosscountry.search.agent;

import crosscountry.game.FastGame;
import crosscountry.game.GameTemplate;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One game by a policy alone, without search and without chance. */
public final class LikeliestGame {
    private LikeliestGame() {}

    /** Always the likeliest vertex, the first of several: its moves as indices, fewer than all where it was stopped on the way. */
    public static int[] play(GameTemplate template, Evaluator policy, BooleanSupplier stop) {
        FastGame game = template.start();
        int[] open = new int[game.size()];
        while (!game.done() && !stop.getAsBoolean()) {
            game.open(open);
            float[] logits = policy.evaluate(List.of(game)).get(0).logits();
            int best = 0;
            for (int k = 1; k < logits.length; k++) {
                best = logits[k] > logits[best] ? k : best;
            }
            game.eliminate(open[best]);
        }
        return game.moves();
    }
}
