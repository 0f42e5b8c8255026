package crosscountry.training;

import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Nested rollout policy adaptation of three levels, one round at a time, so that it can be saved between any two. A
 * round plays {@code width} times four games with a copy of the middle policy, adapting the copy to its best game after
 * each four (stabilized, Cazenave, Sevestre and Toulemont 2020: half the cost of a game, and steadier). The middle
 * policy adapts to the best of its rounds after each round, and begins anew from the top policy after {@code width}
 * rounds; the top policy adapts to the best of those, and after {@code width} such steps everything restarts from
 * scratch.
 */
final class NestedRollouts {
    /**
     * How much the Markowitz degree counts in each fresh start; what suits a graph differs (Encoder 0.3, RoeFlux_1d 1).
     */
    private static final double[] BETAS = {1, 0.3, 0.6, 0};

    /** Games between two steps of adaptation. */
    private static final int GAMES = 4;

    private final StateTemplate template;
    private final long seed;
    private final int lane;
    private final int width;
    private final RolloutPolicy top;
    private final RolloutPolicy middle;
    private final int[][] best = new int[2][0];
    private final long[] cost = {Long.MAX_VALUE, Long.MAX_VALUE};
    private final int[] steps = new int[2];
    private int starts;
    private long rounds;

    /** The result of a round: its best order and cost, and the number of games. */
    record Round(int[] order, long cost, int games) {}

    NestedRollouts(StateTemplate template, int width, long seed, int lane) {
        this.template = template;
        this.width = width;
        this.seed = seed;
        this.lane = lane;
        top = new RolloutPolicy(template.size());
        middle = new RolloutPolicy(template.size());
        begin();
    }

    private void begin() {
        top.restart(BETAS[(starts + lane) % BETAS.length]);
        middle.copyFrom(top);
        starts++;
    }

    /** The policy that is adapted after each round; not to be changed. */
    RolloutPolicy policy() {
        return middle;
    }

    /** The best order since the last fresh start, empty before the first. */
    int[] order() {
        return cost[1] < cost[0] ? best[1] : best[0];
    }

    /** One round; if it is stopped, its best so far, and the policies must not be used afterwards. */
    Round round(BooleanSupplier stop) {
        SplittableRandom random = new SplittableRandom(Seeds.mix(seed, lane, rounds++));
        BitsetState game = template.start();
        BitsetState scratch = template.start();
        RolloutPolicy own = middle.copy();
        int[] order = {};
        long least = Long.MAX_VALUE;
        for (int k = 0; k < width; k++) {
            for (int j = 0; j < GAMES; j++) {
                if (stop.getAsBoolean()) {
                    return new Round(order, least, k * GAMES + j);
                }
                game.reset();
                own.play(game, random);
                if (game.spent() <= least) {
                    least = game.spent();
                    order = game.moves();
                }
            }
            own.adapt(scratch, order);
        }
        take(0, order, least);
        middle.adapt(scratch, best[0]);
        if (++steps[0] == width) {
            take(1, best[0], cost[0]);
            top.adapt(scratch, best[1]);
            forget(0);
            middle.copyFrom(top);
            if (++steps[1] == width) {
                forget(1);
                begin();
            }
        }
        return new Round(order, least, width * GAMES);
    }

    private void take(int level, int[] order, long total) {
        if (total <= cost[level]) {
            cost[level] = total;
            best[level] = order;
        }
    }

    private void forget(int level) {
        steps[level] = 0;
        cost[level] = Long.MAX_VALUE;
        best[level] = new int[0];
    }

    void write(DataOutput out) throws IOException {
        top.write(out);
        middle.write(out);
        for (int level = 0; level < 2; level++) {
            Bytes.write(out, best[level]);
            out.writeLong(cost[level]);
            out.writeInt(steps[level]);
        }
        out.writeInt(starts);
        out.writeLong(rounds);
    }

    void read(DataInput in) throws IOException {
        top.read(in);
        middle.read(in);
        for (int level = 0; level < 2; level++) {
            best[level] = Bytes.ints(in);
            cost[level] = in.readLong();
            steps[level] = in.readInt();
        }
        starts = in.readInt();
        rounds = in.readLong();
    }
}
