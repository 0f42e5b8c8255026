package crosscountry.trace;

import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Relation;
import crosscountry.graph.Source;
import crosscountry.trace.Values.Instance;
import crosscountry.trace.Values.Refusal;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/**
 * The functions of Math on symbolic doubles, as primitives. Classes that compute the same functions in another way,
 * often by bit tricks, map to the same primitives; values may then differ in the last digits.
 */
final class Intrinsics implements Call.Model {
    private static final List<String> SAME = List.of("java.lang.Math", "crosscountry.graph.Special");
    static final List<String> CLASSES = List.of(
            "java.lang.Math",
            "java.lang.StrictMath",
            "crosscountry.graph.Special",
            "org.apache.commons.math3.util.FastMath",
            "org.hipparchus.util.FastMath",
            "org.apache.commons.math4.core.jdkmath.AccurateMath",
            "org.apache.commons.math4.legacy.core.jdkmath.AccurateMath",
            "net.jafama.FastMath",
            "net.jafama.StrictFastMath");

    /** Names of methods whose primitive has another name. */
    private static final Map<String, String> RENAMED = Map.of(
            "signum",
            "sign",
            "copySign",
            "copysign",
            "expNegSquare",
            "exp_neg_square",
            "powSlope",
            "pow_slope",
            "logOrZero",
            "log_or_zero",
            "tanhSlope",
            "tanh_slope");

    @Override
    public Object answer(Call call) {
        if (!call.hasSymbol()) {
            return Call.UNKNOWN;
        }
        Object result = symbolic(call, call.machine().tape, call.at(), call.x());
        if (result != Call.UNKNOWN && !SAME.contains(call.owner().getName())) {
            call.machine().tape.round();
        }
        return result;
    }

    private static Object symbolic(Call call, Tape tape, Source at, Object[] x) {
        switch (call.name()) {
            case "integerPow":
                return tape.apply(at, Primitive.INTEGER_POW, new Params.IntegerPow((Integer) x[1]), x[0]);
            case "pow":
                return power(tape, at, x[0], x[1]);
            case "fma":
                tape.round(); // rounded twice
                return tape.apply(at, Primitive.ADD, tape.apply(at, Primitive.MUL, x[0], x[1]), x[2]);
            case "toRadians":
                return tape.apply(at, Primitive.MUL, x[0], Math.toRadians(1));
            case "toDegrees":
                return tape.apply(at, Primitive.MUL, x[0], Math.toDegrees(1));
            case "round":
                return round(call, tape, at, x[0]);
            case "getExponent":
                int exponent = Math.getExponent(Tape.number(x[0]));
                tape.decide(x[0], Relation.EXPONENT, exponent, at);
                return exponent;
            case "ulp":
                tape.decide(x[0], Relation.EXPONENT, Math.getExponent(Tape.number(x[0])), at);
                if (!Double.isFinite(Tape.number(x[0]))) {
                    tape.holds(x[0], Relation.EQ, Relation.NE, x[0], at); // infinities and NaN have one exponent
                }
                return Math.ulp(Tape.number(x[0]));
            case "scalb":
                return scaled(tape, at, x[0], x[1]);
            case "nextUp":
                return step(tape, at, x[0], true);
            case "nextDown":
                return step(tape, at, x[0], false);
            case "nextAfter":
                return x[0] instanceof Symbol
                                && (Tape.number(x[0]) < Tape.number(x[1]) || Tape.number(x[0]) > Tape.number(x[1]))
                        ? step(tape, at, x[0], tape.holds(x[0], Relation.LT, Relation.GT, x[1], at))
                        : Call.UNKNOWN;
            case "IEEEremainder":
                throw new Refusal("the call of " + call.method()
                        + ": it cannot be followed on a value that depends on the inputs");
            case "sinCos", "sinhCosh":
                return pair(call, tape, at);
            default:
                return byName(call, tape, at, x);
        }
    }

    private static Object byName(Call call, Tape tape, Source at, Object[] x) {
        if (call.descriptor().equals("(JJ)J")
                && (call.name().equals("max") || call.name().equals("min"))) {
            boolean first =
                    BitTricks.compare(tape, at, x[0], x[1]) >= 0 == call.name().equals("max");
            return first ? x[0] : x[1];
        }
        String result = call.descriptor().substring(call.descriptor().indexOf(')') + 1);
        for (char c :
                call.descriptor().substring(1, call.descriptor().indexOf(')')).toCharArray()) {
            if (c != 'D') {
                return Call.UNKNOWN;
            }
        }
        Primitive primitive =
                Primitive.named(RENAMED.getOrDefault(call.name(), call.name())).orElse(null);
        return result.equals("D")
                        && primitive != null
                        && primitive.isElementwise()
                        && x.length == (primitive.isBinary() ? 2 : 1)
                ? tape.apply(at, primitive, x)
                : Call.UNKNOWN;
    }

    /** As JAX writes {@code x ** n}: an integer literal makes integer_pow. */
    private static Object power(Tape tape, Source at, Object base, Object exponent) {
        double n = exponent instanceof Symbol ? Double.NaN : ((Number) exponent).doubleValue();
        if (base instanceof Symbol && n == Math.rint(n) && Math.abs(n) <= 1 << 20) {
            return tape.apply(at, Primitive.INTEGER_POW, new Params.IntegerPow((int) n), base);
        }
        return tape.apply(at, Primitive.POW, base, exponent instanceof Symbol ? exponent : (Object) n);
    }

    private static Object round(Call call, Tape tape, Source at, Object x) {
        long whole = Math.round(Tape.number(x));
        tape.decide(x, Relation.ROUNDED, whole, at);
        return call.descriptor().endsWith("I") ? (Object) (int) whole : (Object) whole;
    }

    /** The next double up or down: the same distance away for all numbers of one exponent and sign but the smallest. */
    private static Object step(Tape tape, Source at, Object x, boolean up) {
        double value = Tape.number(x);
        double next = up ? Math.nextUp(value) : Math.nextDown(value);
        if (!Double.isFinite(value) || !Double.isFinite(next) || value == 0) {
            throw new Refusal(
                    "the neighbour of " + value + " is asked for, which depends on the inputs in no simple way");
        }
        tape.decide(x, Relation.EXPONENT, Math.getExponent(value), at);
        tape.decide(x, value > 0 ? Relation.GT : Relation.LT, 0.0, at);
        double power = Math.copySign(Math.scalb(1.0, Math.getExponent(value)), value);
        if (up == value < 0 && power != 0) {
            tape.holds(x, Relation.EQ, Relation.NE, power, at);
        }
        return tape.apply(at, Primitive.ADD, x, next - value);
    }

    /** Times a power of two, which is exact except near zero and infinity. */
    private static Object scaled(Tape tape, Source at, Object x, Object n) {
        double factor = Math.scalb(1.0, (Integer) n);
        if (factor == 0 || Double.isInfinite(factor)) {
            throw new Refusal("scaling by 2^" + n + " is not supported");
        }
        return tape.apply(at, Primitive.MUL, x, factor);
    }

    /** Both functions of an angle in one object, as some libraries return them. */
    private static Object pair(Call call, Tape tape, Source at) {
        boolean circular = call.name().equals("sinCos");
        Object first = tape.apply(at, circular ? Primitive.SIN : Primitive.SINH, call.x()[0]);
        Object second = tape.apply(at, circular ? Primitive.COS : Primitive.COSH, call.x()[0]);
        Class<?> type = call.machine()
                .type(call.owner().getClassLoader(), org.objectweb.asm.Type.getReturnType(call.descriptor()));
        Instance made = call.machine().layouts.instance(type);
        call.machine().call(at, Opcodes.INVOKESPECIAL, type, "<init>", "(DD)V", made, first, second);
        return made;
    }
}
