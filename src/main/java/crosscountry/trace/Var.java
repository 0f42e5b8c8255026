package crosscountry.trace;

import crosscountry.graph.GraphException;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Shape;
import crosscountry.graph.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tensor in a function that is being traced: each method is one operation of the graph, or a few where it says so.
 * Shapes combine as NumPy's do: axes of extent 1 stretch, and missing leading axes are added by broadcast_in_dim, as
 * JAX adds them. An axis counts from 0; negative ones count from the end.
 */
public final class Var {
    private final TensorTape tape;
    private final Operand operand;
    private final Shape shape;

    Var(TensorTape tape, Operand operand, Shape shape) {
        this.tape = tape;
        this.operand = operand;
        this.shape = shape;
    }

    /** A constant; constants are literals and no vertices. */
    public static Var of(double value) {
        return of(Tensor.scalar(value));
    }

    public static Var of(Tensor value) {
        return new Var(null, new Operand.Literal(value), value.shape());
    }

    /** A constant that is zero everywhere. */
    public static Var zeros(int... extents) {
        Shape shape = Shape.of(extents);
        return of(new Tensor(shape, new double[shape.size()]));
    }

    public Shape shape() {
        return shape;
    }

    public int rank() {
        return shape.rank();
    }

    Operand operand() {
        return operand;
    }

    /** The tape of the function, null for a constant. */
    TensorTape tape() {
        return tape;
    }

    private Var apply(Primitive primitive, Params params, Var... more) {
        Var[] operands = new Var[more.length + 1];
        operands[0] = this;
        System.arraycopy(more, 0, operands, 1, more.length);
        TensorTape found = Arrays.stream(operands)
                .map(Var::tape)
                .filter(one -> one != null)
                .findFirst()
                .orElseThrow(
                        () -> new GraphException(primitive + " of constants only: compute it in Java and use Var.of"));
        return found.apply(primitive, params, operands);
    }

    private Var unary(Primitive primitive) {
        return apply(primitive, Params.NONE);
    }

    /** Gives the operand of smaller rank leading axes of extent 1; scalars go with everything as they are. */
    private Var binary(Primitive primitive, Var other) {
        int rank = Math.max(rank(), other.rank());
        return promoted(rank).apply(primitive, Params.NONE, other.promoted(rank));
    }

    private Var promoted(int rank) {
        if (rank() == 0 || rank() == rank || tape == null) {
            return this;
        }
        List<Integer> extents = new ArrayList<>(Collections.nCopies(rank - rank(), 1));
        extents.addAll(shape.extents());
        return apply(
                Primitive.BROADCAST_IN_DIM,
                new Params.Broadcast(
                        new Shape(extents),
                        IntStream.range(rank - rank(), rank).boxed().toList()));
    }

    public Var plus(Var other) {
        return binary(Primitive.ADD, other);
    }

    public Var plus(double other) {
        return plus(of(other));
    }

    public Var minus(Var other) {
        return binary(Primitive.SUB, other);
    }

    public Var minus(double other) {
        return minus(of(other));
    }

    public Var times(Var other) {
        return binary(Primitive.MUL, other);
    }

    public Var times(double other) {
        return times(of(other));
    }

    public Var over(Var other) {
        return binary(Primitive.DIV, other);
    }

    public Var over(double other) {
        return over(of(other));
    }

    public Var pow(Var other) {
        return binary(Primitive.POW, other);
    }

    public Var pow(double other) {
        return pow(of(other));
    }

    /** integer_pow. */
    public Var pow(int exponent) {
        return apply(Primitive.INTEGER_POW, new Params.IntegerPow(exponent));
    }

    public Var atan2(Var other) {
        return binary(Primitive.ATAN2, other);
    }

    /** sqrt(this^2 + other^2) without overflow. */
    public Var hypot(Var other) {
        return binary(Primitive.HYPOT, other);
    }

    /** What Java's % leaves. */
    public Var rem(Var other) {
        return binary(Primitive.REM, other);
    }

    public Var copySign(Var sign) {
        return binary(Primitive.COPYSIGN, sign);
    }

    public Var max(Var other) {
        return binary(Primitive.MAX, other);
    }

    public Var max(double other) {
        return max(of(other));
    }

    public Var min(Var other) {
        return binary(Primitive.MIN, other);
    }

    public Var min(double other) {
        return min(of(other));
    }

    /** 1 where equal, else 0. */
    public Var eq(Var other) {
        return binary(Primitive.EQ, other);
    }

    public Var ne(Var other) {
        return binary(Primitive.NE, other);
    }

    public Var lt(Var other) {
        return binary(Primitive.LT, other);
    }

    public Var le(Var other) {
        return binary(Primitive.LE, other);
    }

    public Var gt(Var other) {
        return binary(Primitive.GT, other);
    }

    public Var ge(Var other) {
        return binary(Primitive.GE, other);
    }

    public Var neg() {
        return unary(Primitive.NEG);
    }

    public Var abs() {
        return unary(Primitive.ABS);
    }

    public Var sign() {
        return unary(Primitive.SIGN);
    }

    public Var exp() {
        return unary(Primitive.EXP);
    }

    public Var expm1() {
        return unary(Primitive.EXPM1);
    }

    public Var log() {
        return unary(Primitive.LOG);
    }

    public Var log1p() {
        return unary(Primitive.LOG1P);
    }

    public Var sin() {
        return unary(Primitive.SIN);
    }

    public Var cos() {
        return unary(Primitive.COS);
    }

    public Var tan() {
        return unary(Primitive.TAN);
    }

    public Var asin() {
        return unary(Primitive.ASIN);
    }

    public Var acos() {
        return unary(Primitive.ACOS);
    }

    public Var atan() {
        return unary(Primitive.ATAN);
    }

    public Var sinh() {
        return unary(Primitive.SINH);
    }

    public Var cosh() {
        return unary(Primitive.COSH);
    }

    public Var tanh() {
        return unary(Primitive.TANH);
    }

    public Var asinh() {
        return unary(Primitive.ASINH);
    }

    public Var acosh() {
        return unary(Primitive.ACOSH);
    }

    public Var atanh() {
        return unary(Primitive.ATANH);
    }

    public Var square() {
        return unary(Primitive.SQUARE);
    }

    public Var sqrt() {
        return unary(Primitive.SQRT);
    }

    public Var rsqrt() {
        return unary(Primitive.RSQRT);
    }

    public Var cbrt() {
        return unary(Primitive.CBRT);
    }

    public Var logistic() {
        return unary(Primitive.LOGISTIC);
    }

    public Var erf() {
        return unary(Primitive.ERF);
    }

    public Var log2() {
        return unary(Primitive.LOG2);
    }

    public Var log10() {
        return unary(Primitive.LOG10);
    }

    public Var floor() {
        return unary(Primitive.FLOOR);
    }

    public Var ceil() {
        return unary(Primitive.CEIL);
    }

    public Var rint() {
        return unary(Primitive.RINT);
    }

    public Var trunc() {
        return unary(Primitive.TRUNC);
    }

    /** The same value, through which no derivative passes. */
    public Var stopGradient() {
        return unary(Primitive.STOP_GRADIENT);
    }

    /** The sum over these axes, or over all when none is given; they vanish. */
    public Var sum(int... axes) {
        return reduce(Primitive.REDUCE_SUM, axes);
    }

    /** The largest entry along these axes, or of all. */
    public Var maxOver(int... axes) {
        return reduce(Primitive.REDUCE_MAX, axes);
    }

    /** The smallest entry along these axes, or of all. */
    public Var minOver(int... axes) {
        return reduce(Primitive.REDUCE_MIN, axes);
    }

    /** The mean over these axes, or of all: a sum and a quotient. */
    public Var mean(int... axes) {
        Var sum = sum(axes);
        return sum.over((double) shape.size() / sum.shape.size());
    }

    private Var reduce(Primitive primitive, int... axes) {
        List<Integer> chosen = axes.length == 0
                ? IntStream.range(0, rank()).boxed().toList()
                : Arrays.stream(axes).map(this::axis).sorted().boxed().toList();
        return apply(primitive, new Params.Axes(chosen));
    }

    private int axis(int axis) {
        int positive = axis < 0 ? axis + rank() : axis;
        if (positive < 0 || positive >= rank()) {
            throw new GraphException("there is no axis " + axis + " in shape " + shape);
        }
        return positive;
    }

    /**
     * The matrix product, as NumPy's: the last axis of this with the first of a vector or the last but one of a matrix.
     */
    public Var dot(Var other) {
        if (rank() == 0 || other.rank() == 0 || other.rank() > 2) {
            throw new GraphException(
                    "the matrix product takes vectors and matrices, not shapes " + shape + " and " + other.shape);
        }
        return dot(other, rank() - 1, 0);
    }

    /**
     * The matrix products of the last two axes, as NumPy's, one for each place along the axes before them, which must
     * be equal.
     */
    public Var matmul(Var other) {
        if (rank() <= 2) {
            return dot(other);
        }
        if (rank() != other.rank()) {
            throw new GraphException("stacked matrix products take two values of equal rank, not shapes " + shape
                    + " and " + other.shape);
        }
        List<Integer> before = IntStream.range(0, rank() - 2).boxed().toList();
        return dot(other, new Params.DotGeneral(List.of(rank() - 1), List.of(rank() - 2), before, before));
    }

    /** The sum of products along one axis of each; what is left of this comes first. */
    public Var dot(Var other, int axis, int otherAxis) {
        return dot(
                other,
                new Params.DotGeneral(List.of(axis(axis)), List.of(other.axis(otherAxis)), List.of(), List.of()));
    }

    /** dot_general: contracts and pairs any axes. */
    public Var dot(Var other, Params.DotGeneral axes) {
        return apply(Primitive.DOT_GENERAL, axes, other);
    }

    /** All axes in the opposite order. */
    public Var transpose() {
        return transpose(
                IntStream.range(0, rank()).map(axis -> rank() - 1 - axis).toArray());
    }

    /** Result axis k is axis {@code permutation[k]}. */
    public Var transpose(int... permutation) {
        return apply(
                Primitive.TRANSPOSE,
                new Params.Permutation(Arrays.stream(permutation).boxed().toList()));
    }

    public Var reshape(int... extents) {
        return apply(Primitive.RESHAPE, new Params.Reshape(Shape.of(extents)));
    }

    /** A new axis of extent 1 at this place. */
    public Var expand(int axis) {
        int place = axis < 0 ? axis + rank() + 1 : axis;
        List<Integer> extents = new ArrayList<>(shape.extents());
        extents.add(place, 1);
        List<Integer> kept =
                IntStream.rangeClosed(0, rank()).filter(k -> k != place).boxed().toList();
        return apply(Primitive.BROADCAST_IN_DIM, new Params.Broadcast(new Shape(extents), kept));
    }

    /** Stretched to these extents; axes are matched from the last. */
    public Var broadcast(int... extents) {
        List<Integer> places =
                IntStream.range(extents.length - rank(), extents.length).boxed().toList();
        return apply(Primitive.BROADCAST_IN_DIM, new Params.Broadcast(Shape.of(extents), places));
    }

    /** Without these axes, which must have extent 1. */
    public Var squeeze(int... axes) {
        return apply(
                Primitive.SQUEEZE,
                new Params.Axes(
                        Arrays.stream(axes).map(this::axis).sorted().boxed().toList()));
    }

    /** The entries {@code from} (inclusive) to {@code to} (exclusive) along one axis. */
    public Var slice(int axis, int from, int to) {
        List<Integer> start = new ArrayList<>(Collections.nCopies(rank(), 0));
        List<Integer> limit = new ArrayList<>(shape.extents());
        start.set(axis(axis), from);
        limit.set(axis(axis), to);
        return apply(Primitive.SLICE, new Params.Slice(start, limit, Collections.nCopies(rank(), 1)));
    }

    /** Entry k along the first axis, which vanishes: a slice and a reshape. */
    public Var get(int k) {
        return slice(0, k, k + 1)
                .reshape(shape.extents().stream()
                        .skip(1)
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    /** These, concatenated along an axis. */
    public static Var concat(int axis, Var... parts) {
        Var first = parts[0];
        return first.apply(
                Primitive.CONCATENATE,
                new Params.Concatenate(first.axis(axis)),
                Arrays.copyOfRange(parts, 1, parts.length));
    }

    /** exp(x - max) over its sum along an axis: seven operations, the maximum held constant. */
    public Var softmax(int axis) {
        Var powers = minus(maxOver(axis).expand(axis(axis)).stopGradient()).exp();
        return powers.over(powers.sum(axis).expand(axis(axis)));
    }

    @Override
    public String toString() {
        return operand instanceof Operand.Literal literal ? literal.value().toString() : "a value of shape " + shape;
    }
}
