package crosscountry.training;

import crosscountry.elimination.state.BitsetState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A fast policy of one graph that plays a whole game in a fraction of a millisecond: the next vertex v is drawn with
 * probability proportional to {@code exp(a[v] + b[u][v]) / (1 + degree(v))^beta}, u being the vertex before and degree
 * the Markowitz degree. The numbers a and b begin at zero and are learned from the policy's own games ({@link #adapt}):
 * nested rollout policy adaptation (Rosin 2011) with a bias (Cazenave 2020).
 *
 * <p>For the maintainer: the exponentials of a and b are kept instead of a and b, and a step multiplies them. A game
 * then needs three factors a vertex and no exponential, which took most of its time. The exponents stay far below 700
 * either way, since a step changes them by at most one, and by next to nothing where a probability is near 0 or 1.
 */
final class RolloutPolicy {
    /**
     * Beyond this many vertices there is no number a pair: the table would take the memory, and games are too few to
     * fill it.
     */
    private static final int PAIRS = 400;

    private static final double STEP = 1;
    private static final int DEGREES = 1 << 12;

    private final int size;
    private final double[] single;
    /** Row u: factors of v after u; row {@code size}: of the first vertex. Empty on large graphs. */
    private final double[] pair;

    private double beta;
    /** Factors of small degrees; shared with copies, and replaced, not changed. */
    private double[] degreeFactors;
    // scratch of one game
    private final int[] open;
    private final double[] weights;

    RolloutPolicy(int size) {
        this.size = size;
        single = new double[size];
        pair = new double[size <= PAIRS ? (size + 1) * size : 0];
        open = new int[size];
        weights = new double[size];
        restart(0);
    }

    /** Forgets everything learned. */
    void restart(double newBeta) {
        Arrays.fill(single, 1);
        Arrays.fill(pair, 1);
        bias(newBeta);
    }

    private void bias(double newBeta) {
        beta = newBeta;
        degreeFactors = new double[DEGREES];
        Arrays.setAll(degreeFactors, this::factor);
    }

    private double factor(long degree) {
        return Math.pow(1 + degree, -beta);
    }

    double beta() {
        return beta;
    }

    void copyFrom(RolloutPolicy other) {
        System.arraycopy(other.single, 0, single, 0, size);
        System.arraycopy(other.pair, 0, pair, 0, pair.length);
        beta = other.beta;
        degreeFactors = other.degreeFactors;
    }

    RolloutPolicy copy() {
        RolloutPolicy copy = new RolloutPolicy(size);
        copy.copyFrom(this);
        return copy;
    }

    /** Plays this game to its end. */
    void play(BitsetState game, SplittableRandom random) {
        int last = game.steps() == 0 ? size : game.move(game.steps() - 1);
        while (!game.done()) {
            int count = game.open(open);
            double left = random.nextDouble() * weigh(game, last, count);
            int k = 0;
            while (k < count - 1 && (left -= weights[k]) > 0) {
                k++;
            }
            last = open[k];
            game.eliminate(last);
        }
    }

    /** The weights of the open vertices, and their sum. */
    private double weigh(BitsetState game, int last, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            int v = open[k];
            long degree = game.markowitzDegree(v);
            double weight = single[v] * (degree < DEGREES ? degreeFactors[(int) degree] : factor(degree));
            if (pair.length > 0) {
                weight *= pair[last * size + v];
            }
            weights[k] = weight;
            sum += weight;
        }
        return sum;
    }

    /** One step up the gradient of the logarithm of this order's probability, move by move; the game is scratch. */
    void adapt(BitsetState game, int[] order) {
        game.reset();
        int last = size;
        for (int next : order) {
            int count = game.open(open);
            double sum = weigh(game, last, count);
            for (int k = 0; k < count; k++) {
                double change = Math.exp(STEP * ((open[k] == next ? 1 : 0) - weights[k] / sum));
                single[open[k]] *= change;
                if (pair.length > 0) {
                    pair[last * size + open[k]] *= change;
                }
            }
            last = next;
            game.eliminate(next);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(beta);
        Bytes.write(out, single);
        Bytes.write(out, pair);
    }

    void read(DataInput in) throws IOException {
        bias(in.readDouble());
        Bytes.read(in, single);
        Bytes.read(in, pair);
    }
}
