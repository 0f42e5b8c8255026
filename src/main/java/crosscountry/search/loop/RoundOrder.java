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
    /** Of the number of an operation in a key that is sorted. */
    private static final int BITS = 24;

    private static final long MASK = (1L << BITS) - 1;

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

    /** The operations of a program, numbered from 0, in this order. */
    int[] operations(int[] kinds, int[] rounds) {
        int[] places = new int[sequence.length];
        for (int k = 0; k < sequence.length; k++) {
            places[sequence[k]] = k;
        }
        long[] keys = new long[kinds.length];
        for (int k = 0; k < keys.length; k++) {
            long time = (forward ? rounds[k] : -rounds[k]) - shifts[kinds[k]] + 4L * ALL;
            keys[k] = (time * sequence.length + places[kinds[k]]) << BITS | k;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        Arrays.setAll(order, k -> (int) (keys[k] & MASK));
        return order;
    }
}
