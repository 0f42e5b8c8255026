package crosscountry.learn;

import crosscountry.game.FastGame;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A fast policy of one graph that plays a whole game in a fraction of a millisecond: the next vertex v is drawn with probability
 * proportional to {@code exp(a[v] + b[u][v] - beta log(1 + degree(v)))}, u being the vertex before and degree the Markowitz
 * degree. The numbers a and b begin at zero and are learned from the policy's own games ({@link #adapt}): nested rollout policy
 * adaptation (Rosin 2011) with a bias (Cazenave 2020).
 */
final class RolloutPolicy {
    /** Beyond this many vertices there is no number a pair: the table would take the memory, and games are too few to fill it. */
    private static final int PAIRS = 400;
    private static final double STEP = 1;
    private static final double[] LOG = new double[1 << 12];

    static {
        Arrays.setAll(LOG, k -> Math.log1p(k));
    }

    private final int size;
    private final double[] single;
    /** Row u: numbers of v after u; row {@code size}: of the first vertex. Empty on large graphs. */
    private final double[] pair;
    private double beta;
    // scratch of one game
    private final int[] open;
    private final double[] weights;

    RolloutPolicy(int size) {
        this.size = size;
        single = new double[size];
        pair = new double[size <= PAIRS ? (size + 1) * size : 0];
        open = new int[size];
        weights = new double[size];
    }

    /** Forgets everything learned. */
    void restart(double newBeta) {
        Arrays.fill(single, 0);
        Arrays.fill(pair, 0);
        beta = newBeta;
    }

    double beta() {
        return beta;
    }

    void copyFrom(RolloutPolicy other) {
        System.arraycopy(other.single, 0, single, 0, size);
        System.arraycopy(other.pair, 0, pair, 0, pair.length);
        beta = other.beta;
    }

    RolloutPolicy copy() {
        RolloutPolicy copy = new RolloutPolicy(size);
        copy.copyFrom(this);
        return copy;
    }

    /** Plays this game to its end. */
    void play(FastGame game, SplittableRandom random) {
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
    private double weigh(FastGame game, int last, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            int v = open[k];
            long degree = game.markowitzDegree(v);
            double log = degree < LOG.length ? LOG[(int) degree] : Math.log1p(degree);
            weights[k] = single[v] + (pair.length == 0 ? 0 : pair[last * size + v]) - beta * log;
            largest = Math.max(largest, weights[k]);
        }
        double sum = 0;
        for (int k = 0; k < count; k++) {
            weights[k] = Math.exp(weights[k] - largest);
            sum += weights[k];
        }
        return sum;
    }

    /** One step up the gradient of the logarithm of this order's probability, move by move; the game is scratch. */
    void adapt(FastGame game, int[] order) {
        game.reset();
        int last = size;
        for (int next : order) {
            int count = game.open(open);
            double sum = weigh(game, last, count);
            for (int k = 0; k < count; k++) {
                double change = STEP * ((open[k] == next ? 1 : 0) - weights[k] / sum);
                single[open[k]] += change;
                if (pair.length > 0) {
                    pair[last * size + open[k]] += change;
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
        beta = in.readDouble();
        Bytes.read(in, single);
        Bytes.read(in, pair);
    }
}
