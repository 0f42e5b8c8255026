package crosscountry.graph;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The extents of a value's axes, row-major; rank 0 is a scalar. */
public record Shape(List<Integer> extents) {
    public static final Shape SCALAR = new Shape(List.of());

    public Shape {
        extents = List.copyOf(extents);
        for (int extent : extents) {
            if (extent < 1) {
                throw new GraphException(
                        "shape " + extents + " has an axis of extent " + extent + "; extents start at 1");
            }
        }
    }

    public static Shape of(int... extents) {
        return extents.length == 0
                ? SCALAR
                : new Shape(IntStream.of(extents).boxed().toList());
    }

    public int rank() {
        return extents.size();
    }

    public int extent(int axis) {
        return extents.get(axis);
    }

    /** Number of entries: the product of the extents, 1 for a scalar. */
    public int size() {
        int size = 1;
        for (int extent : extents) {
            size = Math.multiplyExact(size, extent);
        }
        return size;
    }

    /** Row-major strides, one per axis. */
    public int[] strides() {
        int[] strides = new int[rank()];
        int stride = 1;
        for (int axis = rank() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= extent(axis);
        }
        return strides;
    }

    public int[] toArray() {
        return extents.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
        return extents.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
}
