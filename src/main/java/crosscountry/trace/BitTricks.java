package crosscountry.trace;

import static org.objectweb.asm.Opcodes.*;

import crosscountry.graph.Primitive;
import crosscountry.graph.Relation;
import crosscountry.graph.Source;
import crosscountry.trace.Values.Bits;
import crosscountry.trace.Values.Refusal;

/** Recognises the harmless uses of the bits of a symbolic double: its sign, absolute value, negation and exponent. */
final class BitTricks {
    private static final long SIGN = Long.MIN_VALUE;

    private BitTricks() {}

    static Refusal refusal() {
        return new Refusal("the bits of a value that depends on the inputs are looked at");
    }

    static Object binary(Tape tape, Source at, int opcode, Object a, Object b) {
        if (!(a instanceof Bits bits)) {
            if (b instanceof Bits && (opcode == LAND || opcode == LXOR || opcode == LOR)) {
                return binary(tape, at, opcode, b, a);
            }
            throw refusal();
        }
        if (!(b instanceof Number number)) {
            throw refusal();
        }
        long mask = number.longValue();
        if (opcode == LAND && mask == ~SIGN) {
            return new Bits((Symbol) tape.apply(at, Primitive.ABS, bits.of()));
        }
        if (opcode == LXOR && mask == SIGN) {
            return new Bits((Symbol) tape.apply(at, Primitive.NEG, bits.of()));
        }
        if (opcode == LAND && mask == SIGN) {
            return negative(tape, at, bits.of()) ? SIGN : 0L;
        }
        if ((opcode == LUSHR || opcode == LSHR) && mask == 63) {
            return negative(tape, at, bits.of()) ? opcode == LUSHR ? 1L : -1L : 0L;
        }
        if ((opcode == LUSHR || opcode == LSHR) && mask == 52) {
            int exponent = Math.getExponent(bits.of().value());
            tape.decide(bits.of(), Relation.EXPONENT, exponent, at);
            long raw = exponent + 1023L;
            return !negative(tape, at, bits.of()) ? raw : opcode == LUSHR ? raw | 0x800 : raw | -0x800L;
        }
        throw refusal();
    }

    /**
     * The order of two longs of which at least one is the bits of a symbolic value: it follows from the signs and the
     * order of the doubles.
     */
    static int compare(Tape tape, Source at, Object a, Object b) {
        Object left = asDouble(a);
        Object right = asDouble(b);
        for (Object side : new Object[] {left, right}) {
            if (side instanceof Symbol symbol) {
                negative(tape, at, symbol);
            } else if (Double.isNaN((Double) side)) {
                throw refusal();
            }
        }
        Doubles.compare(tape, at, left, right);
        return Long.compare(
                Double.doubleToRawLongBits(Tape.number(left)), Double.doubleToRawLongBits(Tape.number(right)));
    }

    private static Object asDouble(Object bits) {
        return bits instanceof Bits symbolic ? symbolic.of() : (Object) Double.longBitsToDouble((Long) bits);
    }

    private static boolean negative(Tape tape, Source at, Symbol x) {
        if (Double.isNaN(x.value())) {
            throw refusal();
        }
        if (Double.compare(x.value(), 0.0) < 0) {
            tape.decide(x, Relation.BEFORE, 0.0, at);
            return true;
        }
        boolean zero = x.value() == 0;
        tape.decide(x, zero ? Relation.SAME : Relation.AFTER, 0.0, at);
        return false;
    }
}
