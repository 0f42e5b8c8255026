package crosscountry.jacobian.code;

import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Program.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A program as data for loops that all programs share ({@link TapeKernels}): each instruction works on a row, the
 * values of one node at some points. Nothing is compiled for a program, however large. Instructions of a kind are
 * grouped where possible, since switching from one loop to another costs about as much as a row.
 *
 * @param code kernels' operands as {@link TapeKernels} says, places in the work array
 * @param runs (kernel, start, end in the code) of each stretch of one kind
 * @param loads (place, input) of every input that is read
 * @param constants (place, node) of every constant, {@code one} included, whose node is -1
 * @param size numbers of the work array
 */
record Tape(int[] code, int[] runs, int[] loads, int[] constants, int size) {
    /** How far an instruction may be moved forward to join its kind: moving it further keeps more rows alive. */
    private static final int WINDOW = 256;

    static Tape of(Program program, int width) {
        Instructions.Listing listing = Instructions.of(program);
        return new Builder(program, listing, width).build(grouped(listing));
    }

    private static List<Instruction> grouped(Instructions.Listing listing) {
        int count = listing.list().size();
        int[] maker = new int[listing.values()];
        Arrays.fill(maker, -1);
        int[] waits = new int[count];
        List<List<Integer>> readers = new ArrayList<>();
        List<PriorityQueue<Integer>> ready = new ArrayList<>();
        for (int kernel = 0; kernel < Instruction.KERNELS; kernel++) {
            ready.add(new PriorityQueue<>());
        }
        for (int k = 0; k < count; k++) {
            Instruction instruction = listing.list().get(k);
            readers.add(new ArrayList<>());
            for (int operand : instruction.operands()) {
                if (maker[operand] >= 0) {
                    waits[k]++;
                    readers.get(maker[operand]).add(k);
                }
            }
            if (instruction.kernel() != Instruction.STORE) {
                maker[instruction.target()] = k;
            }
            if (waits[k] == 0) {
                ready.get(instruction.kernel()).add(k);
            }
        }
        List<Instruction> grouped = new ArrayList<>();
        boolean[] done = new boolean[count];
        int first = 0;
        PriorityQueue<Integer> kind = null;
        while (first < count) {
            if (kind == null || kind.isEmpty() || kind.peek() >= first + WINDOW) {
                kind = ready.get(listing.list().get(first).kernel());
            }
            int next = kind.remove();
            done[next] = true;
            grouped.add(listing.list().get(next));
            for (int reader : readers.get(next)) {
                if (--waits[reader] == 0) {
                    ready.get(listing.list().get(reader).kernel()).add(reader);
                }
            }
            while (first < count && done[first]) {
                first++;
            }
        }
        return grouped;
    }

    private static final class Builder {
        private final Program program;
        private final int one;
        private final int width;
        private final int[] lastRead;
        /** Row of each value, or -1. */
        private final int[] rows;

        private final int[] free;
        private int frees;
        private int rowCount;
        private final List<Integer> loads = new ArrayList<>();
        private final List<Integer> constants = new ArrayList<>();

        Builder(Program program, Instructions.Listing listing, int width) {
            this.program = program;
            this.width = width;
            one = listing.one();
            lastRead = new int[listing.values()];
            rows = new int[listing.values()];
            free = new int[listing.values()];
            Arrays.fill(rows, -1);
        }

        Tape build(List<Instruction> list) {
            for (int k = 0; k < list.size(); k++) {
                for (int operand : list.get(k).operands()) {
                    lastRead[operand] = isConstant(operand) ? Integer.MAX_VALUE : k;
                    if (rows[operand] < 0) {
                        given(operand);
                    }
                }
            }
            int[] code = new int[list.stream().mapToInt(Instruction::length).sum()];
            List<Integer> runs = new ArrayList<>();
            int at = 0;
            int kernel = -1;
            for (int k = 0; k < list.size(); k++) {
                Instruction instruction = list.get(k);
                if (instruction.kernel() != kernel) {
                    kernel = instruction.kernel();
                    runs.addAll(List.of(kernel, at, at));
                }
                at = write(instruction, k, code, at);
                runs.set(runs.size() - 1, at);
            }
            return new Tape(code, array(runs), array(loads), array(constants), rowCount * width);
        }

        /** Inputs and constants get their rows before anything is computed. */
        private void given(int value) {
            if (value < one && program.nodes().get(value) instanceof Node.Input input) {
                rows[value] = rowCount++;
                loads.addAll(List.of(rows[value] * width, input.index()));
            } else if (isConstant(value)) {
                rows[value] = rowCount++;
                constants.addAll(List.of(rows[value] * width, value == one ? -1 : value));
            }
        }

        /** Its row is filled once, for all points that follow. */
        private boolean isConstant(int value) {
            return value == one || value < one && program.nodes().get(value) instanceof Node.Constant;
        }

        private int write(Instruction instruction, int k, int[] code, int start) {
            int[] x = Arrays.stream(instruction.operands())
                    .map(operand -> rows[operand] * width)
                    .toArray();
            for (int operand : instruction.operands()) {
                if (lastRead[operand] == k) {
                    lastRead[operand] = -1; // an operand read twice gives its row back once
                    free[frees++] = rows[operand];
                }
            }
            int at = start;
            if (instruction.kernel() == Instruction.STORE) {
                code[at++] = x[0];
                code[at++] = instruction.target();
                return at;
            }
            int row = frees > 0 ? free[--frees] : rowCount++;
            rows[instruction.target()] = row;
            code[at++] = row * width;
            code[at++] = x[0];
            code[at++] = x[x.length == 1 ? 0 : 1];
            if (instruction.kernel() >= Instruction.SUM_OF_PRODUCTS) {
                code[at++] = x.length - 2;
                for (int j = 2; j < x.length; j++) {
                    code[at++] = x[j];
                }
            }
            return at;
        }

        private static int[] array(List<Integer> list) {
            return list.stream().mapToInt(k -> k).toArray();
        }
    }
}
