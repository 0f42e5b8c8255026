package crosscountry.jacobian.code;

import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.jacobian.program.Program.Node;
import java.util.List;

/**
 * Functions that the vector module lacks, composed of those that it has, as in {@link crosscountry.graph.Special}.
 * Values are local variables: each step writes a fresh one, so that a formula reads as in Java.
 */
final class VectorFunctions {
    private final VectorCode code;
    private final boolean wide;
    private int free;

    /** @param free the first of some free local variables */
    VectorFunctions(VectorCode code, Precision precision, int free) {
        this.code = code;
        wide = precision == Precision.FLOAT64;
        this.free = free;
    }

    /** The local variable with the result of an operation on these ones. */
    int of(Node.Apply apply, int[] operands) {
        int x = operands[0];
        return switch (apply.primitive()) {
            case SQUARE -> times(x, x);
            case INTEGER_POW -> power(((Params.IntegerPow) apply.params()).y(), x);
            case RSQRT -> over(c(1), of(Primitive.SQRT, x));
            case SIGN -> where(x, "LT", 0, c(-1), where(x, "GT", 0, c(1), x));
            case LOGISTIC -> logistic(x);
            case LOG_OR_ZERO -> where(x, "EQ", 0, c(0), of(Primitive.LOG, x));
            case ASINH -> asinh(x);
            case ACOSH -> acosh(x);
            case ATANH -> atanh(x);
            case TANH_SLOPE -> tanhSlope(x, operands[1]);
            case EXP_NEG_SQUARE -> expNegSquare(x);
            case INVERSION -> inversion(x, operands[1]);
            case POW_SLOPE -> powSlope(x, operands[1]);
            case RINT -> rint(x);
            case FLOOR -> floor(x);
            case CEIL -> of(Primitive.NEG, floor(of(Primitive.NEG, x)));
            case TRUNC -> times(floor(abs(x)), sign(x));
            case COPYSIGN -> copySign(x, operands[1]);
            case ERF -> lanes("erf", x);
            case LOG2 -> lanes("log2", x);
            case REM -> lanes("rem", x, operands[1]);
            default -> throw new IllegalStateException("no vector code for " + apply.primitive());
        };
    }

    private int logistic(int x) {
        int e = exp(of(Primitive.NEG, abs(x)));
        return over(where(x, "LT", 0, e, c(1)), plus(c(1), e));
    }

    private int asinh(int x) {
        int a = abs(x);
        int square = times(a, a);
        int near = log1p(plus(a, over(square, plus(c(1), of(Primitive.SQRT, plus(square, c(1)))))));
        return times(largeLog(a, near), sign(x));
    }

    private int acosh(int x) {
        int t = plus(x, c(-1));
        int near = log1p(plus(t, of(Primitive.SQRT, times(t, plus(x, c(1))))));
        return where(x, "LT", 1, c(Double.NaN), largeLog(x, near));
    }

    /** Where a is beyond 1e8, whose square may leave the range of the type: log a + log 2. */
    private int largeLog(int a, int near) {
        return where(a, "GT", 1e8, plus(of(Primitive.LOG, a), c(Math.log(2))), near);
    }

    private int atanh(int x) {
        int a = abs(x);
        return times(times(c(0.5), log1p(over(times(c(2), a), minus(c(1), a)))), sign(x));
    }

    private int tanhSlope(int x, int y) {
        int e = exp(of(Primitive.NEG, abs(x)));
        int root = over(times(c(2), e), plus(c(1), times(e, e)));
        return where(abs(y), "LT", 0.7, minus(c(1), times(y, y)), times(root, root));
    }

    private int expNegSquare(int x) {
        int a = of(Primitive.MIN, abs(x), c(28));
        int split = times(a, c(wide ? 134217729 : 4097));
        int high = minus(split, minus(split, a));
        int low = minus(a, high);
        int square = times(a, a);
        int rest = plus(plus(minus(times(high, high), square), times(times(c(2), high), low)), times(low, low));
        int e = exp(of(Primitive.NEG, square));
        return minus(e, times(e, rest));
    }

    private int inversion(int a, int b) {
        int largest = of(Primitive.MAX, abs(a), abs(b));
        int scale = where(largest, "LT", wide ? 1e-140 : 1e-16, c(wide ? 0x1p700 : 0x1p100), c(1));
        scale = where(largest, "GT", wide ? 1e150 : 1e18, c(wide ? 0x1p-540 : 0x1p-70), scale);
        int u = times(a, scale);
        int v = times(b, scale);
        int result = times(over(u, plus(times(u, u), times(v, v))), scale);
        return where(largest, "EQ", Double.POSITIVE_INFINITY, c(0), result);
    }

    private int powSlope(int x, int y) {
        int below = minus(y, c(1));
        int one = c(1);
        int exponent = where(y, "LT", 0.5, y, below);
        int divisor = where(y, "LT", 0.5, x, one);
        int size = abs(x);
        for (double edge : new double[] {0, Double.POSITIVE_INFINITY}) {
            exponent = where(size, "EQ", edge, below, exponent);
            divisor = where(size, "EQ", edge, one, divisor);
        }
        return where(y, "EQ", 0, c(0), over(times(y, of(Primitive.POW, x, exponent)), divisor));
    }

    /** Adding a number too large to have a fraction rounds the fraction away; larger values have none. */
    private int rint(int x) {
        int a = abs(x);
        double noFraction = wide ? 0x1p52 : 0x1p23;
        int rounded = minus(plus(a, c(noFraction)), c(noFraction));
        return times(where(a, "GE", noFraction, a, rounded), sign(x));
    }

    private int floor(int x) {
        int nearest = rint(x);
        return minus(nearest, of(Primitive.GT, nearest, x));
    }

    /** The sign of a zero shows in its reciprocal. */
    private int copySign(int x, int y) {
        int signed = where(y, "EQ", 0, over(c(1), y), y);
        return times(abs(x), where(signed, "LT", 0, c(-1), c(1)));
    }

    /** Small powers as products; the reciprocal is taken first, so that nothing overflows early. */
    private int power(int n, int x) {
        if (n == 0) {
            return c(1);
        }
        int base = n < 0 ? over(c(1), x) : x;
        int product = -1;
        for (long k = Math.abs((long) n); k > 0; k >>= 1) {
            if ((k & 1) == 1) {
                product = product < 0 ? base : times(product, base);
            }
            if (k > 1) {
                base = times(base, base);
            }
        }
        return product;
    }

    private int c(double value) {
        code.constant(value);
        return stored();
    }

    private int of(Primitive primitive, int... x) {
        code.apply(new Node.Apply(primitive, Params.NONE, List.of()), x, free);
        return stored();
    }

    private int where(int x, String comparison, double value, int then, int otherwise) {
        code.select(x, comparison, value, then, otherwise);
        return stored();
    }

    private int lanes(String function, int... x) {
        code.lanes(function, x);
        return stored();
    }

    private int stored() {
        code.set(free);
        return free++;
    }

    private int plus(int a, int b) {
        return of(Primitive.ADD, a, b);
    }

    private int minus(int a, int b) {
        return of(Primitive.SUB, a, b);
    }

    private int times(int a, int b) {
        return of(Primitive.MUL, a, b);
    }

    private int over(int a, int b) {
        return of(Primitive.DIV, a, b);
    }

    private int abs(int x) {
        return of(Primitive.ABS, x);
    }

    /** 1 and -1 by its sign, x itself for zeros and NaN. */
    private int sign(int x) {
        return of(Primitive.SIGN, x);
    }

    private int exp(int x) {
        return of(Primitive.EXP, x);
    }

    private int log1p(int x) {
        return of(Primitive.LOG1P, x);
    }
}
