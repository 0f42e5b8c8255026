package crosscountry.jacobian.code;

import crosscountry.jacobian.code.loop.Loop;
import crosscountry.jacobian.code.loop.Operations;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct bodies of a program's loops, and a table of the loops: body, rounds, then the body's base addresses in
 * the first round. Loops with the same body that differ in base addresses alone share its code.
 */
final class LoopTable {
    /** A body is cut into pieces of so many operations; see {@link ProgramClass} for the reason. */
    static final int PIECE = 150;

    /** How far from its base an address may lie; bases further apart may move against each other. */
    private static final int NEAR = 256;

    /**
     * An operation of a body; its operands are operations of the same piece, or addresses.
     *
     * @param stored where its value is stored, or null if only its own round and piece read it
     */
    record Step(int kind, Source left, Source right, Source stored) {}

    /** The value of step {@code step}, or if that is -1 what stands {@code offset} after a base of the piece. */
    record Source(int step, int base, int offset) {}

    /** @param strides how far each base moves from round to round */
    record Piece(List<Step> steps, int[] strides) {}

    /** @param bases of all pieces */
    record Body(List<Piece> pieces, int bases) {}

    private final Operations operations;
    private final boolean[] stored;
    private final List<Body> bodies = new ArrayList<>();
    private final Map<IntBuffer, Integer> places = new HashMap<>();
    private final IntList table = new IntList();

    LoopTable(Operations operations, List<Loop> loops) {
        this.operations = operations;
        stored = new boolean[operations.size()];
        for (int address : operations.results()) {
            store(address);
        }
        loops.forEach(this::findStored);
        loops.forEach(this::add);
    }

    List<Body> bodies() {
        return bodies;
    }

    int[] table() {
        return table.array();
    }

    private void store(int address) {
        if (address >= operations.values()) {
            stored[address - operations.values()] = true;
        }
    }

    private void findStored(Loop loop) {
        for (int k = 0; k < loop.length(); k++) {
            for (int[] addresses : List.of(operations.left(), operations.right())) {
                if (local(loop, k, addresses) < 0) {
                    for (int at = loop.start() + k; at < loop.end(); at += loop.length()) {
                        store(addresses[at]);
                    }
                }
            }
        }
    }

    /** The step of the same round and piece that an operand is, or -1. */
    private int local(Loop loop, int step, int[] addresses) {
        int from = addresses[loop.start() + step] - operations.values() - loop.start();
        return from >= step / PIECE * PIECE && stride(loop, step, addresses) == loop.length() ? from : -1;
    }

    private static int stride(Loop loop, int step, int[] addresses) {
        int at = loop.start() + step;
        return loop.rounds() == 1 ? 0 : addresses[at + loop.length()] - addresses[at];
    }

    private void add(Loop loop) {
        int header = table.size;
        table.add(0);
        table.add(loop.rounds());
        IntList key = new IntList();
        List<Plan> plans = new ArrayList<>();
        for (int first = 0; first < loop.length(); first += PIECE) {
            Plan plan = new Plan(loop, first, Math.min(first + PIECE, loop.length()));
            plan.write(key);
            plans.add(plan);
        }
        Integer place = places.get(key.buffer());
        if (place == null) {
            place = bodies.size();
            places.put(key.buffer(), place);
            List<Piece> pieces = plans.stream().map(Plan::piece).toList();
            bodies.add(new Body(pieces, table.size - header - 2));
        }
        table.numbers[header] = place;
    }

    private static final class IntList {
        private int[] numbers = new int[16];
        private int size;

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }

        int get(int place) {
            return numbers[place];
        }

        int[] array() {
            return Arrays.copyOf(numbers, size);
        }

        IntBuffer buffer() {
            return IntBuffer.wrap(numbers, 0, size);
        }
    }

    /** A piece as numbers, ten a step, and its bases as they are found. */
    private final class Plan {
        private final IntList steps = new IntList();
        private final IntList bases = new IntList();
        private final IntList strides = new IntList();

        Plan(Loop loop, int first, int end) {
            for (int k = first; k < end; k++) {
                steps.add(operations.kinds()[loop.start() + k]);
                for (int[] addresses : List.of(operations.left(), operations.right())) {
                    int from = local(loop, k, addresses);
                    if (from >= 0) {
                        source(from - first, -1, 0);
                    } else {
                        address(addresses[loop.start() + k], stride(loop, k, addresses));
                    }
                }
                boolean kept = false;
                for (int at = loop.start() + k; at < loop.end() && !kept; at += loop.length()) {
                    kept = stored[at];
                }
                if (kept) {
                    address(operations.values() + loop.start() + k, loop.rounds() == 1 ? 0 : loop.length());
                } else {
                    source(-1, -1, 0);
                }
            }
            for (int k = 0; k < bases.size; k++) {
                table.add(bases.get(k));
            }
        }

        private void source(int step, int base, int offset) {
            steps.add(step);
            steps.add(base);
            steps.add(offset);
        }

        private void address(int address, int stride) {
            int base = 0;
            while (base < bases.size && (strides.get(base) != stride || Math.abs(address - bases.get(base)) > NEAR)) {
                base++;
            }
            if (base == bases.size) {
                bases.add(address);
                strides.add(stride);
            }
            source(-1, base, address - bases.get(base));
        }

        void write(IntList key) {
            key.add(steps.size);
            for (int k = 0; k < steps.size; k++) {
                key.add(steps.get(k));
            }
            key.add(strides.size);
            for (int k = 0; k < strides.size; k++) {
                key.add(strides.get(k));
            }
        }

        Piece piece() {
            List<Step> list = new ArrayList<>();
            for (int k = 0; k < steps.size; k += 10) {
                list.add(new Step(steps.get(k), read(k + 1), read(k + 4), steps.get(k + 8) < 0 ? null : read(k + 7)));
            }
            return new Piece(list, strides.array());
        }

        private Source read(int k) {
            return new Source(steps.get(k), steps.get(k + 1), steps.get(k + 2));
        }
    }
}
