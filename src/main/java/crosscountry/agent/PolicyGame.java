package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import java.util.SplittableRandom;

/** A game with the features and scores of its open vertices, kept up to date step by step; for one thread. */
final class PolicyGame {
    private final VertexScore score;
    private final BitsetState game;
    private final FeatureRows rows;
    private final float[] scores;

    /** At the start of this game's template. */
    PolicyGame(VertexFeatures features, VertexScore score, BitsetState game) {
        this.score = score;
        this.game = game;
        rows = features.follow();
        scores = new float[game.size()];
        refresh();
    }

    BitsetState game() {
        return game;
    }

    /** The score of an open vertex. */
    float score(int v) {
        return scores[v];
    }

    /** Takes the position of another game of the same features and score. */
    void copyFrom(PolicyGame other) {
        game.copyFrom(other.game);
        rows.copyFrom(other.rows);
        System.arraycopy(other.scores, 0, scores, 0, scores.length);
    }

    /** Takes any position of the same template. */
    void moveTo(BitsetState position) {
        game.copyFrom(position);
        refresh();
    }

    void eliminate(int v) {
        game.eliminate(v);
        if (!game.done()) {
            refresh();
        }
    }

    /**
     * Plays to the end, always the highest score, as long as the cost is below the limit; the game holds the moves.
     *
     * @param noise added to each score, times a Gumbel number: moves are then drawn with probability proportional to
     *     exp(score / noise); 0 for none, ties then to the lowest vertex
     */
    void finish(long limit, double noise, SplittableRandom random) {
        while (!game.done() && game.spent() < limit) {
            eliminate(best(noise, random));
        }
    }

    private int best(double noise, SplittableRandom random) {
        int chosen = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int w = 0; w < game.openWords(); w++) {
            for (long bits = game.openWord(w); bits != 0; bits &= bits - 1) {
                int v = (w << 6) + Long.numberOfTrailingZeros(bits);
                double value = noise == 0 ? scores[v] : scores[v] + noise * gumbel(random);
                if (value > most || chosen < 0) {
                    most = value;
                    chosen = v;
                }
            }
        }
        return chosen;
    }

    static double gumbel(SplittableRandom random) {
        return -Math.log(-Math.log(1 - random.nextDouble()) + 1e-300);
    }

    private void refresh() {
        rows.update(game);
        float[] all = rows.rows();
        for (int w = 0; w < game.openWords(); w++) {
            for (long bits = rows.changed(w); bits != 0; bits &= bits - 1) {
                int v = (w << 6) + Long.numberOfTrailingZeros(bits);
                scores[v] = score.of(all, v * VertexFeatures.COUNT);
            }
        }
    }
}
