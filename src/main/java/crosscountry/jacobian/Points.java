package crosscountry.jacobian;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Input;
import crosscountry.graph.Tensor;
import java.util.List;

/** A graph's points as flat numbers, checked. */
final class Points {
    private Points() {}

    /** All inputs flattened in order. */
    static double[] flat(Graph graph, List<Tensor> point) {
        if (point.size() != graph.inputs().size()) {
            throw new GraphException(
                    graph.name() + " has " + graph.inputs().size() + " inputs, got " + point.size() + " values");
        }
        double[] x = new double
                [graph.inputs().stream().mapToInt(input -> input.shape().size()).sum()];
        int place = 0;
        for (Input input : graph.inputs()) {
            Tensor value = point.get(input.id() - 1);
            if (!value.shape().equals(input.shape())) {
                throw new GraphException("input " + input.id() + " (" + input.name() + ") of " + graph.name()
                        + " has shape " + input.shape() + ", got a value of shape " + value.shape());
            }
            System.arraycopy(value.data(), 0, x, place, value.data().length);
            place += value.data().length;
        }
        return x;
    }

    static void check(Graph graph, int inputs, int given) {
        if (given != inputs) {
            throw new GraphException(graph.name() + " takes " + inputs + " numbers, got " + given);
        }
    }

    static void checkArray(String what, long needed, int length) {
        if (length < needed) {
            throw new GraphException(what + " needs room for " + needed + " numbers, the array has " + length);
        }
    }
}
