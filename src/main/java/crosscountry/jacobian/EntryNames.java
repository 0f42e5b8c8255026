package crosscountry.jacobian;

import crosscountry.graph.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** Names of the entries of a value: x for a scalar, x[1][2] for an entry of a matrix. */
final class EntryNames {
    private EntryNames() {}

    static List<String> of(String name, Shape shape) {
        int[] strides = shape.strides();
        return IntStream.range(0, shape.size()).mapToObj(flat -> {
            StringBuilder text = new StringBuilder(name);
            for (int axis = 0; axis < shape.rank(); axis++) {
                text.append('[').append(flat / strides[axis] % shape.extent(axis)).append(']');
            }
            return text.toString();
        }).toList();
    }
}
