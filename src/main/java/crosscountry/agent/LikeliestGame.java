package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import java.util.function.BooleanSupplier;

/**
 * One game by a policy alone, without search or chance: always the likeliest vertex, the first of several. Large
 * positions are evaluated less often: for every 32 open vertices, one more of the likeliest is eliminated at a time,
 * none a neighbour of those before it. Such vertices do not change each other's edges, so their order does not matter;
 * docs/experiments.md has the gain.
 */
public final class LikeliestGame {
    private static final int OPEN_FOR_ONE = 32;

    private LikeliestGame() {}

    /** Its moves as indices; incomplete if it was stopped. */
    public static int[] play(StateTemplate template, Evaluator policy, BooleanSupplier stop) {
        BitsetState game = template.start();
        int[] open = new int[game.size()];
        while (!game.done() && !stop.getAsBoolean()) {
            int count = game.open(open);
            float[] logits = policy.logits(game);
            long[] barred = new long[game.columnWords()];
            for (int left = Math.max(1, Math.round((float) count / OPEN_FOR_ONE)); left > 0; left--) {
                int best = likeliest(logits, open, barred);
                if (best < 0) {
                    break;
                }
                for (int word = 0; word < barred.length; word++) {
                    barred[word] |= game.predecessors(best, word) | game.successors(best, word);
                }
                barred[best >> 6] |= 1L << best;
                game.eliminate(best);
            }
        }
        return game.moves();
    }

    /** -1 where all are barred. */
    private static int likeliest(float[] logits, int[] open, long[] barred) {
        int best = -1;
        for (int k = 0; k < logits.length; k++) {
            boolean free = (barred[open[k] >> 6] >>> open[k] & 1) == 0;
            best = free && (best < 0 || logits[k] > logits[best]) ? k : best;
        }
        return best < 0 ? best : open[best];
    }
}
