package crosscountry.training;

import crosscountry.network.Weights;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The best checkpoint of a run so far, by the network's own games without search: a network's play fluctuates while it
 * learns. On several graphs the product of the costs decides; among equals the later.
 */
final class BestCheckpoint {
    private Weights weights;
    private double score = Double.POSITIVE_INFINITY;

    /** Before any game: the initial weights. */
    BestCheckpoint(Weights weights) {
        this.weights = weights.copy();
    }

    Weights weights() {
        return weights;
    }

    /** @param costs of a game without noise and without search, one a graph; 0 for none yet */
    void challenge(Weights challenger, long[] costs) {
        double challenge = Arrays.stream(costs).mapToDouble(Math::log1p).sum();
        if (challenge <= score) {
            score = challenge;
            weights = challenger.copy();
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(score);
        for (Weights.Shaped array : weights.arrays().values()) {
            Bytes.write(out, array.values());
        }
    }

    void read(DataInput in) throws IOException {
        score = in.readDouble();
        for (Weights.Shaped array : weights.arrays().values()) {
            Bytes.read(in, array.values());
        }
    }
}
