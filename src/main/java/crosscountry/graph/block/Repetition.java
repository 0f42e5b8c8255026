package crosscountry.graph.block;

import crosscountry.graph.Vertex;
import crosscountry.graph.block.Block.Loop;
import crosscountry.graph.block.Block.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    private final Map<Object, Integer> known = new HashMap<>();
    private List<Block> blocks;
    /** What a block is, as a number: equal for equal operations on the same line, and for loops with equal bodies. */
    private int[] keys;

    private long work;

    private Repetition(List<Vertex> program) {
        blocks = new ArrayList<>(
                program.stream().map(vertex -> (Block) new Operation(vertex)).toList());
        keys = program.stream()
                .mapToInt(
                        vertex -> number(List.of(vertex.primitive(), vertex.params(), vertex.shape(), vertex.source())))
                .toArray();
    }

    /** The blocks of a program in its order; together they have as many operations as the program. */
    public static List<Block> of(List<Vertex> program) {
        Repetition found = new Repetition(program);
        for (boolean folded = true; folded; ) {
            folded = found.foldShortest();
        }
        return found.blocks;
    }

    private int number(Object what) {
        return known.computeIfAbsent(what, fresh -> known.size());
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
            Map<Long, Integer> last = new HashMap<>();
            long hash = 0;
            long leaving = 1;
            for (int k = 0; k < length; k++) {
                leaving *= MIX;
            }
            for (int k = 0; k < keys.length; k++) {
                hash = hash * MIX + spread(keys[k]) - (k < length ? 0 : leaving * spread(keys[k - length]));
                Integer before = k + 1 < length ? null : last.put(hash, k);
                if (before != null && k - before < seen.length) {
                    seen[k - before] = true;
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
                shorter[folded.size()] =
                        number(Arrays.stream(keys, k, k + period).boxed().toList());
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
        for (int k = period; k < rounds.size(); k++) {
            body.set(k % period, joined(body.get(k % period), rounds.get(k)));
        }
        int times = rounds.size() / period;
        return new Loop(
                body, times, times, rounds.stream().mapToInt(Block::size).sum());
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
