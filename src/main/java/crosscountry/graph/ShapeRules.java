package crosscountry.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The shape of an operation's result, or one sentence that says why its operands do not fit. */
public final class ShapeRules {
    private ShapeRules() {}

    /** Shape of the result of {@code primitive} on operands of these shapes. */
    public static Shape result(Primitive primitive, Params params, List<Shape> operands) {
        int arity = arity(primitive);
        if (arity >= 0 && operands.size() != arity) {
            throw new GraphException(
                    primitive + " takes " + arity + " operand" + (arity == 1 ? "" : "s") + ", got " + operands.size());
        }
        if (primitive.isUnary()) {
            return operands.get(0);
        }
        if (primitive.isBinary()) {
            return broadcast(primitive, operands.get(0), operands.get(1));
        }
        return switch (primitive) {
            case REDUCE_SUM, REDUCE_MAX, REDUCE_MIN ->
                without(primitive, operands.get(0), ((Params.Axes) params).axes(), false);
            case SQUEEZE -> without(primitive, operands.get(0), ((Params.Axes) params).axes(), true);
            case DOT_GENERAL -> dot(operands.get(0), operands.get(1), (Params.DotGeneral) params);
            case TRANSPOSE -> transpose(operands.get(0), ((Params.Permutation) params).permutation());
            case BROADCAST_IN_DIM -> broadcastInDim(operands.get(0), (Params.Broadcast) params);
            case RESHAPE -> reshape(operands.get(0), ((Params.Reshape) params).shape());
            case SLICE -> slice(operands.get(0), (Params.Slice) params);
            case DYNAMIC_SLICE -> dynamicSlice(operands, ((Params.DynamicSlice) params).sizes());
            case CONCATENATE -> concatenate(operands, ((Params.Concatenate) params).dimension());
            case IOTA -> ((Params.Iota) params).shape();
            case CONVERT_ELEMENT_TYPE, STOP_GRADIENT -> operands.get(0);
            default -> throw new IllegalStateException("no shape rule for " + primitive);
        };
    }

    private static int arity(Primitive primitive) {
        if (primitive.isElementwise()) {
            return primitive.isUnary() ? 1 : 2;
        }
        return switch (primitive) {
            case DOT_GENERAL -> 2;
            case IOTA -> 0;
            case CONCATENATE, DYNAMIC_SLICE -> -1;
            default -> 1;
        };
    }

    /** Equal ranks with equal or unit extents; a scalar goes with everything. */
    private static Shape broadcast(Primitive primitive, Shape a, Shape b) {
        if (a.rank() == 0 || b.rank() == 0) {
            return a.rank() == 0 ? b : a;
        }
        List<Integer> extents = new ArrayList<>();
        boolean fits = a.rank() == b.rank();
        for (int axis = 0; fits && axis < a.rank(); axis++) {
            int one = a.extent(axis);
            int other = b.extent(axis);
            fits = one == other || one == 1 || other == 1;
            extents.add(Math.max(one, other));
        }
        if (!fits) {
            throw new GraphException(
                    primitive + " of shapes " + a + " and " + b + ": they must be equal, or 1 where they differ");
        }
        return new Shape(extents);
    }

    private static void checkAxes(Primitive primitive, Shape shape, List<Integer> axes) {
        Set<Integer> seen = new HashSet<>();
        for (int axis : axes) {
            if (axis < 0 || axis >= shape.rank() || !seen.add(axis)) {
                throw new GraphException(primitive + ": axes " + axes + " do not fit shape " + shape + "; axes are 0.."
                        + (shape.rank() - 1) + ", each once");
            }
        }
    }

    private static Shape without(Primitive primitive, Shape shape, List<Integer> axes, boolean onlyOnes) {
        checkAxes(primitive, shape, axes);
        List<Integer> extents = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (!axes.contains(axis)) {
                extents.add(shape.extent(axis));
            } else if (onlyOnes && shape.extent(axis) != 1) {
                throw new GraphException(primitive + ": axis " + axis + " of shape " + shape + " has extent "
                        + shape.extent(axis) + "; only axes of extent 1 can be removed");
            }
        }
        return new Shape(extents);
    }

    private static Shape dot(Shape a, Shape b, Params.DotGeneral p) {
        List<Integer> left = joined(p.lhsBatch(), p.lhsContract());
        List<Integer> right = joined(p.rhsBatch(), p.rhsContract());
        checkAxes(Primitive.DOT_GENERAL, a, left);
        checkAxes(Primitive.DOT_GENERAL, b, right);
        boolean fits = p.lhsBatch().size() == p.rhsBatch().size() && left.size() == right.size();
        for (int k = 0; fits && k < left.size(); k++) {
            fits = a.extent(left.get(k)) == b.extent(right.get(k));
        }
        if (!fits) {
            throw new GraphException("dot_general of shapes " + a + " and " + b + ": axes " + left + " and " + right
                    + " must have equal extents");
        }
        List<Integer> extents = new ArrayList<>();
        p.lhsBatch().forEach(axis -> extents.add(a.extent(axis)));
        extents.addAll(without(Primitive.DOT_GENERAL, a, left, false).extents());
        extents.addAll(without(Primitive.DOT_GENERAL, b, right, false).extents());
        return new Shape(extents);
    }

    private static List<Integer> joined(List<Integer> one, List<Integer> other) {
        List<Integer> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }

    private static Shape transpose(Shape shape, List<Integer> permutation) {
        checkAxes(Primitive.TRANSPOSE, shape, permutation);
        if (permutation.size() != shape.rank()) {
            throw new GraphException(
                    "transpose: permutation " + permutation + " must name all " + shape.rank() + " axes");
        }
        return new Shape(permutation.stream().map(shape::extent).toList());
    }

    private static Shape broadcastInDim(Shape shape, Params.Broadcast p) {
        checkAxes(Primitive.BROADCAST_IN_DIM, p.shape(), p.dimensions());
        boolean fits = p.dimensions().size() == shape.rank();
        for (int axis = 0; fits && axis < shape.rank(); axis++) {
            fits = shape.extent(axis) == 1
                    || shape.extent(axis) == p.shape().extent(p.dimensions().get(axis));
        }
        if (!fits) {
            throw new GraphException("broadcast_in_dim of shape " + shape + " to " + p.shape() + " along "
                    + p.dimensions() + ": each axis must have extent 1 or that of its place in the result");
        }
        return p.shape();
    }

    private static Shape reshape(Shape from, Shape to) {
        if (from.size() != to.size()) {
            throw new GraphException(
                    "reshape of shape " + from + " to " + to + ": both must have equally many entries");
        }
        return to;
    }

    private static Shape slice(Shape shape, Params.Slice p) {
        List<Integer> extents = new ArrayList<>();
        boolean fits = p.start().size() == shape.rank()
                && p.limit().size() == shape.rank()
                && p.strides().size() == shape.rank();
        for (int axis = 0; fits && axis < shape.rank(); axis++) {
            int start = p.start().get(axis);
            int limit = p.limit().get(axis);
            int stride = p.strides().get(axis);
            fits = start >= 0 && start < limit && limit <= shape.extent(axis) && stride >= 1;
            extents.add(fits ? (limit - start + stride - 1) / stride : 1);
        }
        if (!fits) {
            throw new GraphException("slice " + p.start() + " to " + p.limit() + " in steps " + p.strides()
                    + " does not fit shape " + shape);
        }
        return new Shape(extents);
    }

    private static Shape dynamicSlice(List<Shape> operands, List<Integer> sizes) {
        boolean fits =
                !operands.isEmpty() && operands.get(0).rank() == sizes.size() && operands.size() == 1 + sizes.size();
        for (int axis = 0; fits && axis < sizes.size(); axis++) {
            fits = sizes.get(axis) >= 1
                    && sizes.get(axis) <= operands.get(0).extent(axis)
                    && operands.get(axis + 1).size() == 1;
        }
        if (!fits) {
            throw new GraphException("dynamic_slice of sizes " + sizes + " does not fit operands " + operands
                    + "; it takes the value and one scalar index an axis");
        }
        return new Shape(sizes);
    }

    private static Shape concatenate(List<Shape> operands, int dimension) {
        if (operands.isEmpty()) {
            throw new GraphException("concatenate takes at least 1 operand, got 0");
        }
        Shape first = operands.get(0);
        checkAxes(Primitive.CONCATENATE, first, List.of(dimension));
        int total = 0;
        for (Shape shape : operands) {
            boolean fits = shape.rank() == first.rank();
            for (int axis = 0; fits && axis < first.rank(); axis++) {
                fits = axis == dimension || shape.extent(axis) == first.extent(axis);
            }
            if (!fits) {
                throw new GraphException("concatenate of " + operands + " along axis " + dimension
                        + ": all other extents must be equal");
            }
            total += shape.extent(dimension);
        }
        List<Integer> extents = new ArrayList<>(first.extents());
        extents.set(dimension, total);
        return new Shape(extents);
    }
}
