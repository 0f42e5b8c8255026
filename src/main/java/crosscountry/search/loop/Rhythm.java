package crosscountry.search.loop;

import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import crosscountry.graph.block.Block;
import crosscountry.graph.block.Block.Loop;
import crosscountry.graph.block.Repetition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A program as stretches that follow each other: loops of equal rounds, and what stands between them, which is a loop
 * of one round. All rounds of the program are numbered through. Operations at the same place of a loop's rounds are of
 * one <em>kind</em>.
 */
record Rhythm(List<Stretch> stretches) {
    /**
     * @param period the operations of a round
     * @param times the rounds
     */
    record Stretch(int period, int times) {
        boolean isLoop() {
            return times > 1;
        }
    }

    Rhythm {
        stretches = List.copyOf(stretches);
    }

    static Rhythm of(List<Vertex> program) {
        List<Stretch> stretches = new ArrayList<>();
        int between = 0;
        for (Block block : Repetition.of(program)) {
            if (block instanceof Loop loop && loop.isRegular()) {
                if (between > 0) {
                    stretches.add(new Stretch(between, 1));
                }
                between = 0;
                stretches.add(new Stretch(loop.size() / loop.low(), loop.low()));
            } else {
                between += block.size();
            }
        }
        if (between > 0) {
            stretches.add(new Stretch(between, 1));
        }
        return new Rhythm(stretches);
    }

    boolean hasLoop() {
        return stretches.stream().anyMatch(Stretch::isLoop);
    }

    /** How many kinds of operations there are. */
    int kinds() {
        return stretches.stream().mapToInt(Stretch::period).sum();
    }

    int rounds() {
        return stretches.stream().mapToInt(Stretch::times).sum();
    }

    int size() {
        return stretches.stream()
                .mapToInt(stretch -> stretch.period() * stretch.times())
                .sum();
    }

    /** The same with at most so many rounds a loop. */
    Rhythm shortened(int rounds) {
        return new Rhythm(stretches.stream()
                .map(stretch -> new Stretch(stretch.period(), Math.min(rounds, stretch.times())))
                .toList());
    }

    /** The kind of each operation. */
    int[] kindOfEach() {
        int[] kinds = new int[size()];
        int at = 0;
        int first = 0;
        for (Stretch stretch : stretches) {
            for (int round = 0; round < stretch.times(); round++) {
                for (int k = 0; k < stretch.period(); k++) {
                    kinds[at++] = first + k;
                }
            }
            first += stretch.period();
        }
        return kinds;
    }

    /** The round of each operation, numbered through the program. */
    int[] roundOfEach() {
        int[] rounds = new int[size()];
        int at = 0;
        int first = 0;
        for (Stretch stretch : stretches) {
            for (int round = 0; round < stretch.times(); round++) {
                Arrays.fill(rounds, at, at += stretch.period(), first++);
            }
        }
        return rounds;
    }

    /** The kinds that no other round reads. */
    boolean[] local(Graph graph) {
        int[] kinds = kindOfEach();
        int[] rounds = roundOfEach();
        boolean[] local = new boolean[kinds()];
        Arrays.fill(local, true);
        for (Vertex vertex : graph.vertices()) {
            for (Operand operand : vertex.operands()) {
                if (operand instanceof Operand.Ref ref && !graph.isInput(ref.id())) {
                    int read = ref.id() - graph.inputs().size() - 1;
                    local[kinds[read]] &= rounds[read] == rounds[vertex.number() - 1];
                }
            }
        }
        return local;
    }

    /**
     * How many operations of the longer rhythm each operation of this one stands for: those in the middle of a loop for
     * all that are left out.
     */
    long[] weights(Rhythm longer) {
        long[] weights = new long[size()];
        int at = 0;
        for (int s = 0; s < stretches.size(); s++) {
            Stretch stretch = stretches.get(s);
            int middle = stretch.times() / 2;
            for (int k = 0; k < stretch.period() * stretch.times(); k++) {
                int left = longer.stretches.get(s).times() - stretch.times();
                weights[at++] = k / stretch.period() == middle ? 1 + left : 1;
            }
        }
        return weights;
    }
}
