package crosscountry.kernel.display.graph;

import crosscountry.graph.Source;
import crosscountry.graph.Vertex;
import crosscountry.kernel.display.graph.Part.Line;
import crosscountry.kernel.display.graph.Part.Loop;
import crosscountry.kernel.display.graph.Part.One;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the loops that a program was unrolled from: the same operations on the same lines, three times or more behind
 * each other, inner loops first.
 */
final class Repetition {
    /** So many comparisons take a tenth of a second; in longer programs, long bodies are not looked for. */
    private static final int WORK = 50_000_000;

    private final Map<Object, Integer> known = new HashMap<>();
    private List<Part> parts;
    /** What a part is, as a number: equal for equal operations on the same line, and for loops with equal bodies. */
    private int[] keys;

    private Repetition(List<Vertex> program) {
        parts = new ArrayList<>(
                program.stream().map(vertex -> (Part) new One(vertex)).toList());
        keys = program.stream()
                .mapToInt(
                        vertex -> number(List.of(vertex.primitive(), vertex.params(), vertex.shape(), vertex.source())))
                .toArray();
    }

    static List<Part> of(List<Vertex> program) {
        Repetition found = new Repetition(program);
        for (int period = 1; period <= found.keys.length / 3 && (long) period * program.size() <= WORK; period++) {
            if (found.repeats(period)) {
                found.fold(period);
                period = 0;
            }
        }
        return found.parts;
    }

    /** Single operations that follow each other on one line of the source, as one part. */
    static List<Part> byLine(List<Part> parts) {
        List<Part> grouped = new ArrayList<>();
        for (Part part : parts) {
            Optional<Source> source = part instanceof One one ? one.vertex().source() : Optional.empty();
            Part last = grouped.isEmpty() ? null : grouped.get(grouped.size() - 1);
            if (source.isPresent() && last instanceof Line line && line.source().equals(source.get())) {
                line.vertices().addAll(part.vertices());
            } else {
                grouped.add(source.isPresent() ? new Line(source.get(), new ArrayList<>(part.vertices())) : part);
            }
        }
        return grouped;
    }

    private int number(Object what) {
        return known.computeIfAbsent(what, fresh -> known.size());
    }

    /** Whether so many parts come three times somewhere, or four times where it is one part. */
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

    /** Makes loops of the repetitions of this many parts. */
    private void fold(int period) {
        List<Part> folded = new ArrayList<>();
        int[] shorter = new int[keys.length];
        for (int k = 0; k < keys.length; ) {
            int same = 0;
            while (k + same + period < keys.length && keys[k + same] == keys[k + same + period]) {
                same++;
            }
            int times = same / period + 1;
            if (same >= Math.max(2 * period, 3)) {
                List<Part> rounds = parts.subList(k, k + times * period);
                shorter[folded.size()] =
                        number(Arrays.stream(keys, k, k + period).boxed().toList());
                folded.add(loop(rounds, period));
                k += rounds.size();
            } else { // a later start among these ends at the same difference
                System.arraycopy(keys, k, shorter, folded.size(), same + 1);
                folded.addAll(parts.subList(k, k + same + 1));
                k += same + 1;
            }
        }
        parts = folded;
        keys = Arrays.copyOf(shorter, folded.size());
    }

    private static Loop loop(List<Part> rounds, int period) {
        List<Part> body = new ArrayList<>(rounds.subList(0, period));
        for (int k = period; k < rounds.size(); k++) {
            body.set(k % period, joined(body.get(k % period), rounds.get(k)));
        }
        int times = rounds.size() / period;
        return new Loop(body, times, times, rounds.stream().mapToInt(Part::size).sum());
    }

    /** A loop of one round with that of another, whose count may differ. */
    private static Part joined(Part first, Part other) {
        if (!(first instanceof Loop one && other instanceof Loop two)) {
            return first;
        }
        List<Part> body = new ArrayList<>();
        for (int k = 0; k < one.body().size(); k++) {
            body.add(joined(one.body().get(k), two.body().get(k)));
        }
        return new Loop(body, Math.min(one.low(), two.low()), Math.max(one.high(), two.high()), one.size());
    }
}
