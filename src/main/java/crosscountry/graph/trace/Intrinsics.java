package crosscountry.graph.trace;

import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Source;
import java.util.Map;
import java.util.Optional;

/** The functions of Math, StrictMath and Special on doubles, as primitives. */
final class Intrinsics {
    private static final Map<String, Primitive> PRIMITIVES = Map.ofEntries(
            Map.entry("sin", Primitive.SIN), Map.entry("cos", Primitive.COS), Map.entry("tan", Primitive.TAN),
            Map.entry("asin", Primitive.ASIN), Map.entry("acos", Primitive.ACOS), Map.entry("atan", Primitive.ATAN),
            Map.entry("sinh", Primitive.SINH), Map.entry("cosh", Primitive.COSH), Map.entry("tanh", Primitive.TANH),
            Map.entry("exp", Primitive.EXP), Map.entry("expm1", Primitive.EXPM1), Map.entry("log", Primitive.LOG),
            Map.entry("log1p", Primitive.LOG1P), Map.entry("sqrt", Primitive.SQRT), Map.entry("cbrt", Primitive.CBRT),
            Map.entry("abs", Primitive.ABS), Map.entry("signum", Primitive.SIGN), Map.entry("atan2", Primitive.ATAN2),
            Map.entry("max", Primitive.MAX), Map.entry("min", Primitive.MIN), Map.entry("erf", Primitive.ERF),
            Map.entry("logistic", Primitive.LOGISTIC), Map.entry("asinh", Primitive.ASINH),
            Map.entry("acosh", Primitive.ACOSH), Map.entry("atanh", Primitive.ATANH),
            Map.entry("hypot", Primitive.HYPOT), Map.entry("log10", Primitive.LOG10), Map.entry("log2", Primitive.LOG2),
            Map.entry("floor", Primitive.FLOOR), Map.entry("ceil", Primitive.CEIL), Map.entry("rint", Primitive.RINT),
            Map.entry("trunc", Primitive.TRUNC), Map.entry("copySign", Primitive.COPYSIGN), Map.entry("tanhSlope", Primitive.TANH_SLOPE),
            Map.entry("expNegSquare", Primitive.EXP_NEG_SQUARE), Map.entry("inversion", Primitive.INVERSION),
            Map.entry("powSlope", Primitive.POW_SLOPE), Map.entry("logOrZero", Primitive.LOG_OR_ZERO));

    private final Tape tape;

    Intrinsics(Tape tape) {
        this.tape = tape;
    }

    /** The result, or empty if this is not a function that the tracer knows on symbolic values. */
    Optional<Object> call(Source source, String owner, String name, String descriptor, Object[] x) {
        boolean known = owner.equals("java/lang/Math") || owner.equals("java/lang/StrictMath")
                || owner.equals("crosscountry/graph/Special");
        if (!known || !descriptor.matches("\\(D{1,3}\\)D") && !(name.equals("integerPow"))) {
            return Optional.empty();
        }
        if (name.equals("integerPow")) {
            return Optional.of(tape.apply(source, Primitive.INTEGER_POW, new Params.IntegerPow((Integer) x[1]), x[0]));
        }
        Primitive primitive = PRIMITIVES.get(name);
        return primitive != null ? Optional.of(tape.apply(source, primitive, x)) : composed(source, name, x);
    }

    private Optional<Object> composed(Source at, String name, Object[] x) {
        return Optional.ofNullable(switch (name) {
            case "pow" -> power(at, x[0], x[1]);
            case "fma" -> tape.apply(at, Primitive.ADD, tape.apply(at, Primitive.MUL, x[0], x[1]), x[2]);
            case "toRadians" -> tape.apply(at, Primitive.MUL, x[0], Math.PI / 180);
            case "toDegrees" -> tape.apply(at, Primitive.MUL, x[0], 180 / Math.PI);
            default -> null;
        });
    }

    /** As JAX writes {@code x ** n}: an integer literal makes integer_pow. */
    private Object power(Source at, Object base, Object exponent) {
        if (base instanceof Symbol && exponent instanceof Double n && n == Math.rint(n) && Math.abs(n) <= 1 << 20) {
            return tape.apply(at, Primitive.INTEGER_POW, new Params.IntegerPow(n.intValue()), base);
        }
        return tape.apply(at, Primitive.POW, base, exponent);
    }
}
