package crosscountry.search.loop;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * An order that is the same in each round: the kinds of operations in their sequence, and for each by how many rounds
 * it runs ahead of the wave that goes through the rounds, forward or backward.
 */
final class RoundOrder {
    /** A shift by more rounds than there are: the kind is eliminated in all rounds before the wave begins, or after. */
    private static final int ALL = 1 << 20;

    private static final int SHIFTS = 3;

    private final boolean forward;
    /** The kinds in sequence. */
    private final int[] sequence;
    /** By kind. */
    private final int[] shifts;

    private RoundOrder(boolean forward, int[] sequence, int[] shifts) {
        this.forward = forward;
        this.sequence = sequence;
        this.shifts = shifts;
    }

    /** The order of the program, or its reverse. */
    static RoundOrder program(int kinds, boolean forward) {
        int[] sequence = new int[kinds];
        Arrays.setAll(sequence, k -> forward ? k : kinds - 1 - k);
        return new RoundOrder(forward, sequence, new int[kinds]);
    }

    /** The same, but these kinds are eliminated in all rounds before the wave begins. */
    RoundOrder before(boolean[] kinds) {
        int[] shifted = shifts.clone();
        for (int kind = 0; kind < shifted.length; kind++) {
            shifted[kind] = kinds[kind] ? ALL : shifted[kind];
        }
        return new RoundOrder(forward, sequence, shifted);
    }

    /** One change: a kind moves in the sequence, to another round, or both. */
    RoundOrder changed(SplittableRandom random) {
        int n = sequence.length;
        int[] next = sequence.clone();
        int[] shifted = shifts.clone();
        int from = random.nextInt(n);
        int to = random.nextInt(n);
        int kind = next[from];
        int what = random.nextInt(4);
        if (what < 3 && from != to) {
            if (from < to) {
                System.arraycopy(next, from + 1, next, from, to - from);
            } else {
                System.arraycopy(next, to, next, to + 1, from - to);
            }
            next[to] = kind;
        }
        if (what >= 2) {
            int drawn = random.nextInt(2 * SHIFTS + 1) - SHIFTS;
            shifted[kind] = Math.abs(drawn) == SHIFTS ? Integer.signum(drawn) * ALL : drawn;
        }
        return new RoundOrder(forward, next, shifted);
    }

    /**
     * The operations of a program, numbered from 0, in this order: sorted by their places in the sequence, then by the
     * times at which the wave reaches them.
     *
     * @param rounds ascending
     */
    int[] operations(int[] kinds, int[] rounds) {
        int[] places = new int[sequence.length];
        for (int k = 0; k < sequence.length; k++) {
            places[sequence[k]] = k;
        }
        int[] bySequence = new int[kinds.length];
        int[] next = new int[sequence.length + 1];
        for (int kind : kinds) {
            next[places[kind] + 1]++;
        }
        sum(next);
        for (int k = 0; k < kinds.length; k++) {
            bySequence[next[places[kinds[k]]]++] = k;
        }
        int count = kinds.length == 0 ? 0 : rounds[rounds.length - 1] + 1;
        int[] start = new int[sequence.length];
        Arrays.setAll(start, kind -> start(shifts[kind], count));
        int[] times = new int[kinds.length];
        int[] from = new int[3 * (count + 2 * SHIFTS) + 1];
        for (int k = 0; k < times.length; k++) {
            times[k] = start[kinds[k]] + (forward ? rounds[k] : count - 1 - rounds[k]);
            from[times[k] + 1]++;
        }
        sum(from);
        int[] order = new int[kinds.length];
        for (int operation : bySequence) {
            order[from[times[operation]]++] = operation;
        }
        return order;
    }

    /** When a kind's first round has its turn: times from 0 are before the wave, with it, and after it. */
    private static int start(int shift, int rounds) {
        int span = rounds + 2 * SHIFTS;
        return Math.abs(shift) == ALL ? (shift > 0 ? 0 : 2 * span) : span + SHIFTS - shift;
    }

    /** From how many there are of each, one place further on, to how many are before each. */
    private static void sum(int[] counts) {
        for (int k = 1; k < counts.length; k++) {
            counts[k] += counts[k - 1];
        }
    }
}
