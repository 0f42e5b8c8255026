package crosscountry.graph;

import static crosscountry.graph.Expr.X;
import static crosscountry.graph.Expr.X1;
import static crosscountry.graph.Expr.Y;
import static crosscountry.graph.Expr.apply;
import static crosscountry.graph.Expr.c;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The primitive operations: one entry a line, with its name, its value and, for elementwise ones, its elemental
 * partials as formulas over the operands x0, x1 and the result y. Sub-gradients share evenly between equal operands, as
 * JAX does.
 */
public enum Primitive {
    NEG("neg", x -> -x, () -> c(-1)),
    ABS("abs", Math::abs, () -> apply("sign", X)),
    SIGN("sign", Math::signum, () -> c(0)),
    EXP("exp", Math::exp, () -> Y),
    EXPM1("expm1", Math::expm1, () -> apply("exp", X)),
    LOG("log", Math::log, () -> c(1).over(X)),
    LOG1P("log1p", Math::log1p, () -> c(1).over(X.plus(c(1)))),
    SIN("sin", Math::sin, () -> apply("cos", X)),
    COS("cos", Math::cos, () -> apply("sin", X).negated()),
    TAN("tan", Math::tan, () -> c(1).plus(Y.times(Y))),
    ASIN("asin", Math::asin, () -> apply("rsqrt", c(1).minus(X).times(c(1).plus(X)))),
    ACOS(
            "acos",
            Math::acos,
            () -> apply("rsqrt", c(1).minus(X).times(c(1).plus(X))).negated()),
    ATAN("atan", Math::atan, () -> apply("inversion", c(1), X)),
    SINH("sinh", Math::sinh, () -> apply("cosh", X)),
    COSH("cosh", Math::cosh, () -> apply("sinh", X)),
    TANH("tanh", Math::tanh, () -> apply("tanh_slope", X, Y)),
    ASINH("asinh", Special::asinh, () -> c(1).over(apply("hypot", X, c(1)))),
    ACOSH("acosh", Special::acosh, () -> c(1).over(apply("sqrt", X.minus(c(1))).times(apply("sqrt", X.plus(c(1)))))),
    ATANH("atanh", Special::atanh, () -> c(1).over(c(1).minus(X).times(c(1).plus(X)))),
    SQUARE("square", x -> x * x, () -> c(2).times(X)),
    SQRT("sqrt", Math::sqrt, () -> c(0.5).over(Y)),
    RSQRT("rsqrt", x -> 1 / Math.sqrt(x), () -> c(-0.5).times(Y).over(X)),
    CBRT("cbrt", Math::cbrt, () -> c(1).over(c(3).times(Y.times(Y)))),
    LOGISTIC("logistic", Special::logistic, () -> Y.times(apply("logistic", X.negated()))),
    ERF("erf", Special::erf, () -> c(2 / Math.sqrt(Math.PI)).times(apply("exp_neg_square", X))),
    LOG_OR_ZERO("log_or_zero", Special::logOrZero, () -> apply("ne", X, c(0)).over(X.plus(apply("eq", X, c(0))))),
    INTEGER_POW("integer_pow"),

    ADD("add", (a, b) -> a + b, () -> c(1), () -> c(1)),
    SUB("sub", (a, b) -> a - b, () -> c(1), () -> c(-1)),
    MUL("mul", (a, b) -> a * b, () -> X1, () -> X),
    // y times 1/x1 instead of y / x1: both partials share the division
    DIV(
            "div",
            (a, b) -> a / b,
            () -> c(1).over(X1),
            () -> Y.times(c(1).over(X1)).negated()),
    POW(
            "pow",
            Math::pow,
            () -> apply("pow_slope", X, X1),
            () -> apply("log_or_zero", X).times(Y)),
    ATAN2(
            "atan2",
            Math::atan2,
            () -> apply("inversion", X1, X),
            () -> apply("inversion", X, X1).negated()),
    MAX(
            "max",
            Math::max,
            () -> c(0.5).times(apply("gt", X, X1).plus(apply("ge", X, X1))),
            () -> c(0.5).times(apply("gt", X1, X).plus(apply("ge", X1, X)))),
    MIN(
            "min",
            Math::min,
            () -> c(0.5).times(apply("lt", X, X1).plus(apply("le", X, X1))),
            () -> c(0.5).times(apply("lt", X1, X).plus(apply("le", X1, X)))),
    EQ("eq", (a, b) -> a == b ? 1 : 0, () -> c(0), () -> c(0)),
    NE("ne", (a, b) -> a != b ? 1 : 0, () -> c(0), () -> c(0)),
    LT("lt", (a, b) -> a < b ? 1 : 0, () -> c(0), () -> c(0)),
    LE("le", (a, b) -> a <= b ? 1 : 0, () -> c(0), () -> c(0)),
    GT("gt", (a, b) -> a > b ? 1 : 0, () -> c(0), () -> c(0)),
    GE("ge", (a, b) -> a >= b ? 1 : 0, () -> c(0), () -> c(0)),

    REDUCE_SUM("reduce_sum"),
    REDUCE_MAX("reduce_max"),
    REDUCE_MIN("reduce_min"),
    DOT_GENERAL("dot_general"),
    TRANSPOSE("transpose"),
    BROADCAST_IN_DIM("broadcast_in_dim"),
    SQUEEZE("squeeze"),
    RESHAPE("reshape"),
    SLICE("slice"),
    DYNAMIC_SLICE("dynamic_slice"),
    CONCATENATE("concatenate"),
    CONVERT_ELEMENT_TYPE("convert_element_type"),
    STOP_GRADIENT("stop_gradient"),
    IOTA("iota"),

    // networks know the operations up to here by their position; new ones come after them
    LOG2("log2", Special::log2, () -> c(1 / Math.log(2)).over(X)),
    LOG10("log10", Math::log10, () -> c(1 / Math.log(10)).over(X)),
    FLOOR("floor", Math::floor, () -> c(0)),
    CEIL("ceil", Math::ceil, () -> c(0)),
    RINT("rint", Math::rint, () -> c(0)),
    TRUNC("trunc", Special::trunc, () -> c(0)),
    // at the origin both partials are 0, as for abs
    HYPOT(
            "hypot",
            Math::hypot,
            () -> X.over(Y.plus(apply("eq", Y, c(0)))),
            () -> X1.over(Y.plus(apply("eq", Y, c(0))))),
    // the quotient that the remainder leaves: x0 / x1 itself may round up to the next integer
    REM("rem", (a, b) -> a % b, () -> c(1), () -> apply("rint", Y.minus(X).over(X1))),
    COPYSIGN(
            "copysign",
            Math::copySign,
            () -> apply("copysign", c(1), X).times(apply("copysign", c(1), X1)),
            () -> c(0)),

    // what partials need beyond arithmetic, closed under differentiation
    TANH_SLOPE("tanh_slope", Special::tanhSlope, () -> c(0), () -> c(-2).times(X1)),
    EXP_NEG_SQUARE("exp_neg_square", Special::expNegSquare, () -> c(-2).times(X.times(Y))),
    INVERSION(
            "inversion",
            Special::inversion,
            () -> apply("inversion", X1, X)
                    .minus(Y)
                    .times(apply("inversion", X1, X).plus(Y)),
            () -> c(-2).times(Y).times(apply("inversion", X1, X))),
    POW_SLOPE(
            "pow_slope",
            Special::powSlope,
            () -> X1.times(apply("pow_slope", X, X1.minus(c(1)))),
            () -> apply("pow", X, X1.minus(c(1))).plus(apply("log_or_zero", X).times(Y)));

    /** A formula made on demand, with primitives by name: an entry cannot refer to entries further down. */
    private interface Formula {
        Expr make();
    }

    private static final Map<String, Primitive> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(p -> p.label, Function.identity()));

    private final String label;
    private final DoubleUnaryOperator unary;
    private final DoubleBinaryOperator binary;
    private final List<Formula> partials;

    Primitive(String label) {
        this(label, null, null, List.of());
    }

    Primitive(String label, DoubleUnaryOperator value, Formula partial) {
        this(label, value, null, List.of(partial));
    }

    Primitive(String label, DoubleBinaryOperator value, Formula first, Formula second) {
        this(label, null, value, List.of(first, second));
    }

    Primitive(String label, DoubleUnaryOperator unary, DoubleBinaryOperator binary, List<Formula> partials) {
        this.label = label;
        this.unary = unary;
        this.binary = binary;
        this.partials = partials;
    }

    /** The name in graph files, as JAX spells it. */
    public String label() {
        return label;
    }

    public static Optional<Primitive> named(String label) {
        return Optional.ofNullable(BY_NAME.get(label));
    }

    public boolean isUnary() {
        return unary != null || this == INTEGER_POW;
    }

    public boolean isBinary() {
        return binary != null;
    }

    public boolean isElementwise() {
        return isUnary() || isBinary();
    }

    /** The value of an elementwise primitive at these operands. */
    public double value(Params params, double... x) {
        return value(params, x[0], x.length > 1 ? x[1] : 0);
    }

    /** The value of an elementwise primitive; a unary one takes the first operand alone. */
    public double value(Params params, double first, double second) {
        if (binary != null) {
            return binary.applyAsDouble(first, second);
        }
        if (unary != null) {
            return unary.applyAsDouble(first);
        }
        if (this == INTEGER_POW) {
            return Special.integerPow(first, ((Params.IntegerPow) params).y());
        }
        throw new IllegalStateException(label + " is not elementwise");
    }

    /** The elemental partial of an elementwise primitive with respect to operand {@code k}, as a formula. */
    public Expr partial(Params params, int k) {
        if (this == INTEGER_POW) {
            int y = ((Params.IntegerPow) params).y();
            return y == 0
                    ? c(0)
                    : y == 1
                            ? c(1)
                            : c(y).times(y == Integer.MIN_VALUE ? apply("pow", X, c(y - 1.0)) : Expr.power(X, y - 1));
        }
        if (k >= partials.size()) {
            throw new IllegalStateException(label + " has no elementwise partial for operand " + k);
        }
        return partials.get(k).make();
    }

    @Override
    public String toString() {
        return label;
    }
}
