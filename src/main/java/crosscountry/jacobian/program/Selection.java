package crosscountry.jacobian.program;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which rows and columns of a graph's Jacobian are wanted, in which order.
 *
 * @param rows flattened outputs, from 0
 * @param columns flattened inputs, from 0
 */
public record Selection(List<Integer> rows, List<Integer> columns) {
    public Selection {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    public static Selection all(Graph graph) {
        return new Selection(upTo(outputs(graph)), upTo(inputs(graph)));
    }

    /** These of the selected rows, numbered among them. */
    public Selection ofRows(int... chosen) {
        return new Selection(pick("row", rows, chosen), columns);
    }

    /** These of the selected columns, numbered among them. */
    public Selection ofColumns(int... chosen) {
        return new Selection(rows, pick("column", columns, chosen));
    }

    private static List<Integer> pick(String what, List<Integer> from, int[] chosen) {
        HashSet<Integer> seen = new HashSet<>();
        for (int index : chosen) {
            if (index < 0 || index >= from.size()) {
                throw new GraphException("there is no " + what + " " + index + " in the Jacobian; " + what + "s are 0.."
                        + (from.size() - 1));
            }
            if (!seen.add(index)) {
                throw new GraphException(what + " " + index + " is chosen twice");
            }
        }
        if (chosen.length == 0) {
            throw new GraphException("a Jacobian needs at least one " + what);
        }
        return IntStream.of(chosen).mapToObj(from::get).toList();
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** Numbers of all inputs of a graph. */
    public static int inputs(Graph graph) {
        return graph.inputs().stream().mapToInt(input -> input.shape().size()).sum();
    }

    /** Numbers of all outputs of a graph. */
    public static int outputs(Graph graph) {
        return graph.outputs().stream()
                .mapToInt(output -> graph.shape(output).size())
                .sum();
    }
}
