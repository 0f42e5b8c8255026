package crosscountry.graph.block;

import crosscountry.graph.Vertex;
import crosscountry.graph.block.Block.Loop;
import crosscountry.graph.block.Block.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the loops that a program was unrolled from: the same operations on the same lines, three times or more behind
 * each other, inner loops first.
 *
 * <p>A body's length is the distance between two equal stretches of the program, so only distances that occur are
 * looked at, and time grows with the program and not with its square.
 */
public final class Repetition {
    /** Lengths of the stretches whose distances are looked at. */
    private static final int[] STRETCHES = {1, 4, 16, 64};
    /** So many comparisons take a tenth of a second: of a program without pattern, long bodies are not looked for. */
    private static final long WORK = 50_000_000;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Kinds kinds = new Kinds();
    private List<Block> blocks;
    /** What a block is, as a number: equal for equal operations on the same line, and for loops with equal bodies. */
    private int[] keys;

    private long work;

    private Repetition(List<Vertex> program) {
        blocks = new ArrayList<>(program.size());
        keys = new int[program.size()];
        for (Vertex vertex : program) {
            keys[blocks.size()] = kinds.of(vertex);
            blocks.add(new Operation(vertex));
        }
    }

    /** The blocks of a program in its order; together they have as many operations as the program. */
    public static List<Block> of(List<Vertex> program) {
        Repetition found = new Repetition(program);
        for (boolean folded = true; folded; ) {
            folded = found.foldShortest();
        }
        return found.blocks;
    }

    /** Folds the loops with the shortest body; false where there is none. */
    private boolean foldShortest() {
        for (int period : periods()) {
            work += keys.length;
            if (work > WORK) {
                return false;
            }
            if (repeats(period)) {
                fold(period);
                return true;
            }
        }
        return false;
    }

    /** The distances between a stretch and the one before that equals it, ascending. */
    private int[] periods() {
        boolean[] seen = new boolean[keys.length / 3 + 1];
        for (int length : STRETCHES) {
            LastPlaces last = new LastPlaces();
            long hash = 0;
            long leaving = 1;
            for (int k = 0; k < length; k++) {
                leaving *= MIX;
            }
            for (int k = 0; k < keys.length; k++) {
                hash = hash * MIX + spread(keys[k]) - (k < length ? 0 : leaving * spread(keys[k - length]));
                if (k + 1 >= length) {
                    note(k - last.put(hash, k), seen);
                }
            }
        }
        int[] periods = new int[seen.length];
        int count = 0;
        for (int period = 1; period < seen.length; period++) {
            if (seen[period]) {
                periods[count++] = period;
            }
        }
        return Arrays.copyOf(periods, count);
    }

    private static void note(int distance, boolean[] seen) {
        if (distance < seen.length) {
            seen[distance] = true;
        }
    }

    private static long spread(int key) {
        long mixed = (key + 1) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 29;
    }

    /** Whether so many blocks come three times somewhere, or four times where it is one block. */
    private boolean repeats(int period) {
        int same = 0;
        for (int k = period; k < keys.length; k++) {
            same = keys[k] == keys[k - period] ? same + 1 : 0;
            if (same >= Math.max(2 * period, 3)) {
                return true;
            }
        }
        return false;
    }

    /** Makes loops of the repetitions of this many blocks. */
    private void fold(int period) {
        List<Block> folded = new ArrayList<>();
        int[] shorter = new int[keys.length];
        for (int k = 0; k < keys.length; ) {
            int same = 0;
            while (k + same + period < keys.length && keys[k + same] == keys[k + same + period]) {
                same++;
            }
            int times = same / period + 1;
            if (same >= Math.max(2 * period, 3)) {
                List<Block> rounds = blocks.subList(k, k + times * period);
                shorter[folded.size()] = kinds.of(Arrays.copyOfRange(keys, k, k + period));
                folded.add(loop(rounds, period));
                k += rounds.size();
            } else { // a later start among these ends at the same difference
                System.arraycopy(keys, k, shorter, folded.size(), same + 1);
                folded.addAll(blocks.subList(k, k + same + 1));
                k += same + 1;
            }
        }
        blocks = folded;
        keys = Arrays.copyOf(shorter, folded.size());
    }

    private static Loop loop(List<Block> rounds, int period) {
        List<Block> body = new ArrayList<>(rounds.subList(0, period));
        int size = 0;
        int place = 0;
        for (Block block : rounds) {
            body.set(place, joined(body.get(place), block));
            size += block.size();
            place = place + 1 == period ? 0 : place + 1;
        }
        int times = rounds.size() / period;
        return new Loop(body, times, times, size);
    }

    /** A loop of one round with that of another, whose count may differ. */
    private static Block joined(Block first, Block other) {
        if (!(first instanceof Loop one && other instanceof Loop two)) {
            return first;
        }
        List<Block> body = new ArrayList<>();
        for (int k = 0; k < one.body().size(); k++) {
            body.add(joined(one.body().get(k), two.body().get(k)));
        }
        return new Loop(body, Math.min(one.low(), two.low()), Math.max(one.high(), two.high()), one.size());
    }
}
