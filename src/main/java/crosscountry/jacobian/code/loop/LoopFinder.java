package crosscountry.jacobian.code.loop;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Divides operations into loops, from the first on: where the next few kinds of operation come again soon, the distance
 * is a period to try, and the period that covers most becomes a loop. The work is bounded by a multiple of the number
 * of operations.
 */
public final class LoopFinder {
    /** Operations that must be of the same kinds before a period is tried. */
    private static final int WINDOW = 6;

    private static final int CANDIDATES = 24;
    private static final int MAX_PERIOD = 4096;
    private static final int MIN_ROUNDS = 4;
    /** A shorter loop saves less than the call of its body costs. */
    private static final int MIN_COVER = 24;
    /** Different bodies become code; beyond this many operations, what repeats is computed one by one. */
    private static final int MAX_CODE = 20_000;
    /** Comparisons for each operation, on average. */
    private static final int EFFORT = 60;

    private final Operations operations;
    private final int size;
    private final int[] next;
    private final Set<IntBuffer> bodies = new HashSet<>();
    private int code;
    private long effort;

    private LoopFinder(Operations operations) {
        this.operations = operations;
        size = operations.size();
        next = occurrences(operations.kinds());
        effort = 10_000 + (long) EFFORT * size;
    }

    /** Loops in order that cover all operations. */
    public static List<Loop> loops(Operations operations) {
        return new LoopFinder(operations).find();
    }

    private List<Loop> find() {
        List<Loop> loops = new ArrayList<>();
        for (int start = 0; start < size; ) {
            Loop best = new Loop(start, 1, 1);
            int other = next[start];
            for (int k = 0; k < CANDIDATES && other >= 0 && other - start <= MAX_PERIOD && effort > 0; k++) {
                int period = other - start;
                if (best.rounds() == 1 || period % best.length() != 0 || best.end() < other + period) {
                    Loop loop = new Loop(start, period, rounds(start, period));
                    if (loop.rounds() >= MIN_ROUNDS && loop.end() > best.end() && loop.end() - start >= MIN_COVER) {
                        best = loop;
                    }
                }
                other = next[other];
            }
            if (best.rounds() > 1 && !affordable(best)) {
                best = new Loop(start, 1, 1);
            }
            loops.add(best);
            start = best.end();
        }
        return loops;
    }

    private int rounds(int start, int period) {
        int k = start + period;
        for (; k < size && effort-- > 0; k++) {
            int before = k - period;
            if (operations.kinds()[k] != operations.kinds()[before]) {
                break;
            }
            if (before - period >= start
                    && (!even(operations.left(), k, period) || !even(operations.right(), k, period))) {
                break;
            }
        }
        return (k - start) / period;
    }

    private static boolean even(int[] addresses, int k, int period) {
        return addresses[k] - addresses[k - period] == addresses[k - period] - addresses[k - 2 * period];
    }

    private boolean affordable(Loop loop) {
        int[] key = new int[3 * loop.length()];
        for (int k = 0; k < loop.length(); k++) {
            int at = loop.start() + k;
            int after = at + loop.length();
            key[3 * k] = operations.kinds()[at];
            key[3 * k + 1] = operations.left()[after] - operations.left()[at];
            key[3 * k + 2] = operations.right()[after] - operations.right()[at];
        }
        IntBuffer body = IntBuffer.wrap(key);
        if (!bodies.contains(body)) {
            if (code + loop.length() > MAX_CODE) {
                return false;
            }
            code += loop.length();
            bodies.add(body);
        }
        return true;
    }

    /** The next place where the same window of kinds begins, or -1; windows with equal hash count as the same. */
    private static int[] occurrences(int[] kinds) {
        int[] next = new int[kinds.length];
        Arrays.fill(next, -1);
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(16, kinds.length));
        int[] last = new int[1 << bits];
        Arrays.fill(last, -1);
        for (int k = kinds.length - WINDOW; k >= 0; k--) {
            int hash = 1;
            for (int j = 0; j < WINDOW; j++) {
                hash = 31 * hash + kinds[k + j];
            }
            int bucket = hash * 0x9E3779B9 >>> 32 - bits;
            next[k] = last[bucket];
            last[bucket] = k;
        }
        return next;
    }
}
