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
 * @param products which product of which elimination made or changed which entry, in order
 * @param multiplications products of the accumulation, without those by plus and minus one
 * @param additions sums of the accumulation
 */
public record Program(
        int inputs,
        List<Node> nodes,
        List<Integer> outputs,
        List<Entry> entries,
        List<EntryProduct> products,
        long multiplications,
        long additions) {
    public Program {
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
        entries = List.copyOf(entries);
        products = List.copyOf(products);
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
     * Eliminating {@code vertex} multiplied an entry of the edge from {@code source} (id) with one of the edge to
     * {@code target} (id; outputs have ids after the last vertex); {@code node} is the product at (row, column).
     */
    public record EntryProduct(int vertex, int source, int target, int row, int column, int node) {}

    /** How many numbers a point's results are: outputs, then entries. */
    public int results() {
        return outputs.size() + entries.size();
    }

    /** Evaluates every node in float64: the readable form of what the compiled form does. */
    public double[] evaluate(double[] x) {
        double[] values = new double[nodes.size()];
        for (int k = 0; k < values.length; k++) {
            Node node = nodes.get(k);
            if (node instanceof Node.Input input) {
                values[k] = x[input.index()];
            } else if (node instanceof Node.Constant constant) {
                values[k] = constant.value();
            } else {
                Node.Apply apply = (Node.Apply) node;
                double[] operands = apply.operands().stream()
                        .mapToDouble(operand -> values[operand])
                        .toArray();
                values[k] = apply.primitive().value(apply.params(), operands);
            }
        }
        return values;
    }
}
