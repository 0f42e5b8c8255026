package crosscountry.jacobian.program;

import crosscountry.elimination.Order;
import crosscountry.graph.Graph;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import java.util.List;

/**
 * A straight-line program that computes a function's values and the entries of its Jacobian: what an elimination order
 * becomes when every product and sum is written out. Node k is {@code nodes.get(k)} and reads earlier nodes only.
 *
 * @param outputs nodes of the flattened outputs
 * @param entries the structurally non-zero entries of the Jacobian, by row, then column
 * @param products those of the accumulation in order, with the vertex whose elimination made each
 * @param multiplications products of the accumulation, without those by plus and minus one
 * @param additions sums of the accumulation
 */
public record Program(
        int inputs,
        Nodes nodes,
        List<Integer> outputs,
        List<Entry> entries,
        EntryProducts products,
        long multiplications,
        long additions) {
    public Program {
        outputs = List.copyOf(outputs);
        entries = List.copyOf(entries);
    }

    /** Of nodes that were not made by an accumulation. */
    public Program(int inputs, List<Node> nodes, List<Integer> outputs, List<Entry> entries) {
        this(inputs, Nodes.of(nodes), outputs, entries, new EntryProducts(), 0, 0);
    }

    /** What a complete order becomes; any other order is an error that names the legal set. */
    public static Program of(Graph graph, Order order) {
        return Accumulation.of(graph, order);
    }

    /** One scalar value. */
    public sealed interface Node {
        /** An entry of the flattened inputs. */
        record Input(int index) implements Node {}

        record Constant(double value) implements Node {}

        record Apply(Primitive primitive, Params params, List<Integer> operands) implements Node {
            public Apply {
                operands = List.copyOf(operands);
            }
        }
    }

    /** The Jacobian's entry of flattened output {@code row} and flattened input {@code column} is this node. */
    public record Entry(int row, int column, int node) {}

    /**
     * Eliminating {@code vertex} multiplied an entry of an edge into it with one of an edge out of it; {@code node} is
     * the product.
     */
    public record EntryProduct(int vertex, int node) {}

    /** How many numbers a point's results are: outputs, then entries. */
    public int results() {
        return outputs.size() + entries.size();
    }

    /** The node of each result. */
    public int[] resultNodes() {
        int[] found = new int[results()];
        int place = 0;
        for (int node : outputs) {
            found[place++] = node;
        }
        for (Entry entry : entries) {
            found[place++] = entry.node();
        }
        return found;
    }

    /** Evaluates every node in float64: the readable form of what the compiled form does. */
    public double[] evaluate(double[] x) {
        double[] values = new double[nodes.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = nodes.isInput(k)
                    ? x[nodes.input(k)]
                    : nodes.isConstant(k)
                            ? nodes.constant(k)
                            : nodes.primitive(k)
                                    .value(
                                            nodes.params(k),
                                            values[nodes.operand(k, 0)],
                                            nodes.operands(k) == 1 ? 0 : values[nodes.operand(k, 1)]);
        }
        return values;
    }
}
