package crosscountry.graph;

import java.util.List;

/**
 * Which operand entry a result entry reads, as flat row-major places: the common language of values and of Jacobians
 * for operations that only move numbers.
 */
public final class Indexing {
    private Indexing() {}

    /**
     * Place k of the result of broadcasting {@code from} to {@code to} (equal rank or scalar) reads entry {@code [k]}.
     */
    public static int[] broadcast(Shape from, Shape to) {
        if (from.rank() == 0) {
            return new int[to.size()];
        }
        int[] strides = from.strides();
        for (int axis = 0; axis < from.rank(); axis++) {
            strides[axis] = from.extent(axis) == 1 ? 0 : strides[axis];
        }
        return walk(to, strides, 0);
    }

    public static int[] transpose(Shape from, List<Integer> permutation, Shape to) {
        int[] own = from.strides();
        return walk(to, permutation.stream().mapToInt(axis -> own[axis]).toArray(), 0);
    }

    public static int[] broadcastInDim(Shape from, Params.Broadcast params) {
        int[] own = from.strides();
        int[] strides = new int[params.shape().rank()];
        for (int axis = 0; axis < from.rank(); axis++) {
            strides[params.dimensions().get(axis)] = from.extent(axis) == 1 ? 0 : own[axis];
        }
        return walk(params.shape(), strides, 0);
    }

    public static int[] slice(Shape from, List<Integer> start, List<Integer> steps, Shape to) {
        int[] strides = from.strides();
        int offset = 0;
        for (int axis = 0; axis < from.rank(); axis++) {
            offset += start.get(axis) * strides[axis];
            strides[axis] *= steps.get(axis);
        }
        return walk(to, strides, offset);
    }

    /** Entry k of the operand is summed (or compared) into place {@code [k]} of the result without these axes. */
    public static int[] reduce(Shape from, List<Integer> axes, Shape to) {
        int[] own = to.strides();
        int[] strides = new int[from.rank()];
        int kept = 0;
        for (int axis = 0; axis < from.rank(); axis++) {
            strides[axis] = axes.contains(axis) ? 0 : own[kept++];
        }
        return walk(from, strides, 0);
    }

    /** Where the entries of operand {@code k} of a concatenation stand in its result. */
    public static int[] concatenate(List<Shape> operands, int k, int dimension, Shape to) {
        int before = 0;
        for (int other = 0; other < k; other++) {
            before += operands.get(other).extent(dimension);
        }
        return walk(operands.get(k), to.strides(), before * to.strides()[dimension]);
    }

    /** The places {@code offset + sum of index x stride} of all indices of a shape, in row-major order. */
    static int[] walk(Shape shape, int[] strides, int offset) {
        int[] places = new int[shape.size()];
        int[] index = new int[shape.rank()];
        int place = offset;
        for (int flat = 0; flat < places.length; flat++) {
            places[flat] = place;
            for (int axis = shape.rank() - 1; axis >= 0; axis--) {
                place += strides[axis];
                if (++index[axis] < shape.extent(axis)) {
                    break;
                }
                place -= strides[axis] * shape.extent(axis);
                index[axis] = 0;
            }
        }
        return places;
    }
}
