package crosscountry.graph;

import java.util.List;

/** The static parameters of a primitive, named as in JAX's program representation. */
public sealed interface Params {
    None NONE = new None();

    record None() implements Params {}

    /** integer_pow: x to the power {@code y}. */
    record IntegerPow(int y) implements Params {}

    /** reduce_sum, reduce_max, reduce_min: the axes that vanish. squeeze: the axes of extent 1 that vanish. */
    record Axes(List<Integer> axes) implements Params {
        public Axes {
            axes = List.copyOf(axes);
        }
    }

    /** transpose: result axis k is operand axis {@code permutation[k]}. */
    record Permutation(List<Integer> permutation) implements Params {
        public Permutation {
            permutation = List.copyOf(permutation);
        }
    }

    /** broadcast_in_dim: operand axis k becomes result axis {@code dimensions[k]}. */
    record Broadcast(Shape shape, List<Integer> dimensions) implements Params {
        public Broadcast {
            dimensions = List.copyOf(dimensions);
        }
    }

    record Reshape(Shape shape) implements Params {}

    /** slice: from {@code start} (inclusive) to {@code limit} (exclusive) in steps of {@code strides}, per axis. */
    record Slice(List<Integer> start, List<Integer> limit, List<Integer> strides) implements Params {
        public Slice {
            start = List.copyOf(start);
            limit = List.copyOf(limit);
            strides = List.copyOf(strides);
        }
    }

    /** dynamic_slice: the sizes of the window; its start indices are the remaining operands. */
    record DynamicSlice(List<Integer> sizes) implements Params {
        public DynamicSlice {
            sizes = List.copyOf(sizes);
        }
    }

    /** concatenate: along this axis. */
    record Concatenate(int dimension) implements Params {}

    /** dot_general: contracting and batch axes of both operands. */
    record DotGeneral(
            List<Integer> lhsContract, List<Integer> rhsContract, List<Integer> lhsBatch, List<Integer> rhsBatch)
            implements Params {
        public DotGeneral {
            lhsContract = List.copyOf(lhsContract);
            rhsContract = List.copyOf(rhsContract);
            lhsBatch = List.copyOf(lhsBatch);
            rhsBatch = List.copyOf(rhsBatch);
        }
    }

    /** iota: counts 0, 1, ... along {@code dimension} of a value of this shape. */
    record Iota(Shape shape, int dimension) implements Params {}

    /** convert_element_type: the name of the new type, for instance float32. */
    record Convert(String type) implements Params {}
}
