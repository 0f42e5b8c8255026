package crosscountry.jacobian.code.loop;

import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.jacobian.program.Nodes;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Program.Node;
import crosscountry.jacobian.program.SelectedProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The operations of a program that a result needs, in the order of its nodes, on one memory: constants first, then
 * inputs, then the value of each operation. All operands are addresses there, so that what a loop reads from round to
 * round is a matter of strides, be it data, inputs or values.
 *
 * @param kinds by operation: its place among {@code samples}
 * @param left address of the first operand by operation
 * @param right address of the second operand, or of the first again
 * @param samples a node of each kind of operation
 * @param constants what stands at the memory's beginning
 * @param inputs how many inputs follow
 * @param results address of each result
 */
public record Operations(
        int[] kinds, int[] left, int[] right, List<Node.Apply> samples, double[] constants, int inputs, int[] results) {

    public static Operations of(Program program) {
        return new Builder(program).build();
    }

    public int size() {
        return kinds.length;
    }

    /** Address of the first operation's value; the others follow. */
    public int values() {
        return constants.length + inputs;
    }

    public int memory() {
        return values() + size();
    }

    private record Kind(Primitive primitive, Params params) {}

    private static final class Builder {
        private final Program program;
        private final Nodes nodes;
        private final BitSet live;
        private final int[] address;

        Builder(Program program) {
            this.program = program;
            nodes = program.nodes();
            live = SelectedProgram.live(program, program.outputs(), program.entries());
            address = new int[nodes.size()];
        }

        Operations build() {
            double[] constants = new double[nodes.size()];
            int constantCount = 0;
            int size = 0;
            for (int k = live.nextSetBit(0); k >= 0; k = live.nextSetBit(k + 1)) {
                if (nodes.isConstant(k)) {
                    address[k] = constantCount;
                    constants[constantCount++] = nodes.constant(k);
                }
                size += nodes.isApply(k) ? 1 : 0;
            }
            return operations(size, Arrays.copyOf(constants, constantCount));
        }

        private Operations operations(int size, double[] constants) {
            int[] kinds = new int[size];
            int[] left = new int[size];
            int[] right = new int[size];
            List<Node.Apply> samples = new ArrayList<>();
            Map<Kind, Integer> places = new HashMap<>();
            int count = 0;
            for (int k = live.nextSetBit(0); k >= 0; k = live.nextSetBit(k + 1)) {
                if (nodes.isInput(k)) {
                    address[k] = constants.length + nodes.input(k);
                } else if (nodes.isApply(k)) {
                    int sample = k;
                    kinds[count] = places.computeIfAbsent(new Kind(nodes.primitive(k), nodes.params(k)), key -> {
                        samples.add((Node.Apply) nodes.get(sample));
                        return samples.size() - 1;
                    });
                    left[count] = address[nodes.operand(k, 0)];
                    right[count] = address[nodes.operand(k, nodes.operands(k) - 1)];
                    address[k] = constants.length + program.inputs() + count++;
                }
            }
            int[] results = Arrays.stream(program.resultNodes())
                    .map(root -> address[root])
                    .toArray();
            return new Operations(kinds, left, right, samples, constants, program.inputs(), results);
        }
    }
}
