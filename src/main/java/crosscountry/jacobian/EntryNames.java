package crosscountry.jacobian;

import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Names of the entries of a value: x for a scalar, x[1][2] for an entry of a matrix. */
public final class EntryNames {
    private EntryNames() {}

    /** The flattened inputs. */
    public static List<String> inputs(Graph graph) {
        List<String> names = new ArrayList<>();
        for (Input input : graph.inputs()) {
            names.addAll(of(input.name(), input.shape()));
        }
        return names;
    }

    /** The flattened outputs: y1, y2, ... with indices where an output is not a scalar. */
    public static List<String> outputs(Graph graph) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < graph.outputs().size(); k++) {
            names.addAll(of("y" + (k + 1), graph.shape(graph.outputs().get(k))));
        }
        return names;
    }

    private static List<String> of(String name, Shape shape) {
        int[] strides = shape.strides();
        return IntStream.range(0, shape.size())
                .mapToObj(flat -> {
                    StringBuilder text = new StringBuilder(name);
                    for (int axis = 0; axis < shape.rank(); axis++) {
                        text.append('[')
                                .append(flat / strides[axis] % shape.extent(axis))
                                .append(']');
                    }
                    return text.toString();
                })
                .toList();
    }
}
