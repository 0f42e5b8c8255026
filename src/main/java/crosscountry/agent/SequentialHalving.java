package crosscountry.agent;

import java.util.Arrays;

/**
 * The schedule of a move's simulations: the considered actions are visited equally often, then the better half of them,
 * and so on (Karnin et al. 2013), as in the authors' program mctx.
 *
 * @param sequence for each simulation, how often its action was visited before
 * @param done simulations so far
 */
record SequentialHalving(int[] sequence, int done) {
    static final SequentialHalving NONE = new SequentialHalving(new int[0], 0);

    static SequentialHalving of(int considered, int simulations) {
        return new SequentialHalving(sequence(considered, simulations), 0);
    }

    boolean isDone() {
        return done >= sequence.length;
    }

    SequentialHalving next() {
        return new SequentialHalving(sequence, done + 1);
    }

    /** How often the action of the next simulation was visited before. */
    int visits() {
        return sequence[done];
    }

    /** The number of simulations before that number changes: they start with different actions. */
    int roundSize() {
        int end = done;
        while (end < sequence.length && sequence[end] == sequence[done]) {
            end++;
        }
        return end - done;
    }

    static int[] sequence(int considered, int simulations) {
        int[] sequence = new int[simulations];
        if (considered <= 1) {
            Arrays.setAll(sequence, k -> k);
            return sequence;
        }
        int phases = 32 - Integer.numberOfLeadingZeros(considered - 1);
        int[] seen = new int[considered];
        int left = considered;
        for (int at = 0; at < simulations; ) {
            int extra = Math.max(1, simulations / (phases * left));
            for (int e = 0; e < extra; e++) {
                for (int k = 0; k < left; k++) {
                    if (at < simulations) {
                        sequence[at++] = seen[k];
                    }
                    seen[k]++;
                }
            }
            left = Math.max(2, left / 2);
        }
        return sequence;
    }
}
