package crosscountry.trace;

import crosscountry.graph.Primitive;
import crosscountry.graph.Relation;
import crosscountry.graph.Source;
import crosscountry.trace.Values.Bits;
import crosscountry.trace.Values.Instance;
import crosscountry.trace.Values.Refusal;
import org.objectweb.asm.Opcodes;

/**
 * The methods of {@link Double} on symbolic values. A boxed one is an instance of Double with a symbol in its only
 * field.
 */
final class Doubles implements Call.Model {
    static Object box(Object value) {
        return value instanceof Symbol ? new Instance(Double.class, null, new Object[] {value}) : value;
    }

    static Object unbox(Object reference) {
        return reference instanceof Instance instance && instance.type == Double.class ? instance.slots[0] : reference;
    }

    private static boolean isBox(Object value) {
        return value instanceof Instance instance && instance.type == Double.class;
    }

    @Override
    public Object answer(Call call) {
        Object[] x = call.x();
        boolean known = call.hasSymbol();
        for (Object value : x) {
            known |= isBox(value);
        }
        if (!known) {
            return onReal(call);
        }
        return call.opcode() == Opcodes.INVOKESTATIC
                ? onClass(call, x)
                : call.name().equals("<init>") ? box(x[0]) : onObject(call, unbox(x[0]), x);
    }

    /** A call on a real Double; none equals a stand-in of another class. */
    private static Object onReal(Call call) {
        boolean equals = call.name().equals("equals") && call.x().length == 2 && Values.isStandIn(call.x()[1]);
        return equals ? (Object) 0 : Call.UNKNOWN;
    }

    private static Object onClass(Call call, Object[] x) {
        Tape tape = call.machine().tape;
        return switch (call.name()) {
            case "valueOf" -> box(x[0]);
            case "compare" -> compare(tape, call.at(), x[0], x[1]);
            case "isNaN" -> isNaN(tape, call.at(), x[0]) ? 1 : 0;
            case "isInfinite" -> isInfinite(tape, call.at(), x[0]) ? 1 : 0;
            case "isFinite" -> isNaN(tape, call.at(), x[0]) || isInfinite(tape, call.at(), x[0]) ? 0 : 1;
            case "toString" -> Texts.mark(call.machine(), Double.toString(Tape.number(x[0])));
            case "doubleToLongBits", "doubleToRawLongBits" -> new Bits((Symbol) x[0]);
            case "longBitsToDouble" -> ((Bits) x[0]).of();
            case "sum" -> tape.apply(call.at(), Primitive.ADD, x);
            case "max" -> tape.apply(call.at(), Primitive.MAX, x);
            case "min" -> tape.apply(call.at(), Primitive.MIN, x);
            case "hashCode" -> throw hash();
            default ->
                throw new Refusal("the call of " + call.method()
                        + ": it cannot be followed on a value that depends on the inputs");
        };
    }

    private static Object onObject(Call call, Object value, Object[] x) {
        Tape tape = call.machine().tape;
        Source at = call.at();
        return switch (call.name()) {
            case "doubleValue" -> value;
            case "intValue", "shortValue", "byteValue" -> {
                Object whole = value instanceof Symbol symbol
                        ? Arithmetic.converted(tape, at, Opcodes.D2I, symbol)
                        : ((Number) value).intValue();
                yield call.name().equals("intValue")
                        ? whole
                        : call.name().equals("byteValue")
                                ? (Object) (int) (byte) (int) (Integer) whole
                                : (Object) (int) (short) (int) (Integer) whole;
            }
            case "longValue" -> Arithmetic.converted(tape, at, Opcodes.D2L, (Symbol) value);
            case "floatValue" -> Arithmetic.converted(tape, at, Opcodes.D2F, (Symbol) value);
            case "equals" -> {
                Object other = unbox(x[1]);
                yield (other instanceof Symbol || other instanceof Double) && compare(tape, at, value, other) == 0
                        ? 1
                        : 0;
            }
            case "compareTo" -> {
                if (x[1] == null) {
                    throw new NullPointerException("comparison with null");
                }
                yield compare(tape, at, value, unbox(x[1]));
            }
            case "isNaN" -> isNaN(tape, at, value) ? 1 : 0;
            case "isInfinite" -> isInfinite(tape, at, value) ? 1 : 0;
            case "toString" -> Texts.mark(call.machine(), Double.toString(Tape.number(value)));
            case "hashCode" -> throw hash();
            default -> Call.UNKNOWN;
        };
    }

    private static Refusal hash() {
        return new Refusal("the hash of a value that depends on the inputs is asked for; "
                + "such values cannot be keys of hash maps or elements of hash sets");
    }

    /** Like {@link Double#compare}, and records the decision. */
    static int compare(Tape tape, Source at, Object a, Object b) {
        int result = Double.compare(Tape.number(a), Tape.number(b));
        if (!(a instanceof Symbol s && b instanceof Symbol t && s.id() == t.id())) {
            tape.decide(a, result < 0 ? Relation.BEFORE : result > 0 ? Relation.AFTER : Relation.SAME, b, at);
        }
        return result;
    }

    private static boolean isNaN(Tape tape, Source at, Object x) {
        return tape.holds(x, Relation.NE, Relation.EQ, x, at);
    }

    private static boolean isInfinite(Tape tape, Source at, Object x) {
        return tape.holds(x, Relation.EQ, Relation.NE, Double.POSITIVE_INFINITY, at)
                || tape.holds(x, Relation.EQ, Relation.NE, Double.NEGATIVE_INFINITY, at);
    }
}
