package crosscountry.trace;

import static org.objectweb.asm.Opcodes.*;

import crosscountry.graph.Primitive;
import crosscountry.graph.Relation;
import crosscountry.graph.Source;

/** Arithmetic, conversions and comparisons of the bytecode; only doubles can be symbolic. */
final class Arithmetic {
    private Arithmetic() {}

    static Object binary(int opcode, Object a, Object b) {
        return switch (opcode) {
            case IADD -> (Integer) a + (Integer) b;
            case ISUB -> (Integer) a - (Integer) b;
            case IMUL -> (Integer) a * (Integer) b;
            case IDIV -> (Integer) a / (Integer) b;
            case IREM -> (Integer) a % (Integer) b;
            case ISHL -> (Integer) a << (Integer) b;
            case ISHR -> (Integer) a >> (Integer) b;
            case IUSHR -> (Integer) a >>> (Integer) b;
            case IAND -> (Integer) a & (Integer) b;
            case IOR -> (Integer) a | (Integer) b;
            case IXOR -> (Integer) a ^ (Integer) b;
            case LADD -> (Long) a + (Long) b;
            case LSUB -> (Long) a - (Long) b;
            case LMUL -> (Long) a * (Long) b;
            case LDIV -> (Long) a / (Long) b;
            case LREM -> (Long) a % (Long) b;
            case LSHL -> (Long) a << (Integer) b;
            case LSHR -> (Long) a >> (Integer) b;
            case LUSHR -> (Long) a >>> (Integer) b;
            case LAND -> (Long) a & (Long) b;
            case LOR -> (Long) a | (Long) b;
            case LXOR -> (Long) a ^ (Long) b;
            case LCMP -> Long.compare((Long) a, (Long) b);
            case FADD -> (Float) a + (Float) b;
            case FSUB -> (Float) a - (Float) b;
            case FMUL -> (Float) a * (Float) b;
            case FDIV -> (Float) a / (Float) b;
            case FREM -> (Float) a % (Float) b;
            case FCMPL, DCMPL -> compare(((Number) a).doubleValue(), ((Number) b).doubleValue(), -1);
            case FCMPG, DCMPG -> compare(((Number) a).doubleValue(), ((Number) b).doubleValue(), 1);
            case DADD -> (Double) a + (Double) b;
            case DSUB -> (Double) a - (Double) b;
            case DMUL -> (Double) a * (Double) b;
            case DDIV -> (Double) a / (Double) b;
            case DREM -> (Double) a % (Double) b;
            default -> throw new IllegalStateException("opcode " + opcode);
        };
    }

    static int compare(double a, double b, int unordered) {
        return a < b ? -1 : a > b ? 1 : a == b ? 0 : unordered;
    }

    static Object unary(int opcode, Object a) {
        return switch (opcode) {
            case INEG -> -(Integer) a;
            case LNEG -> -(Long) a;
            case FNEG -> -(Float) a;
            case DNEG -> -(Double) a;
            case I2L, F2L, D2L ->
                opcode == I2L ? (Object) ((Integer) a).longValue() : (Object) ((Number) a).longValue();
            case I2F, L2F, D2F -> ((Number) a).floatValue();
            case I2D, L2D, F2D -> ((Number) a).doubleValue();
            case L2I, F2I, D2I -> ((Number) a).intValue();
            case I2B -> (int) ((Integer) a).byteValue();
            case I2C -> (int) (char) ((Integer) a).intValue();
            case I2S -> (int) ((Integer) a).shortValue();
            default -> throw new IllegalStateException("opcode " + opcode);
        };
    }

    /** Arithmetic of doubles of which at least one is symbolic. */
    static Object doubles(Tape tape, Source source, int opcode, Object a, Object b) {
        Primitive primitive = switch (opcode) {
            case DADD -> Primitive.ADD;
            case DSUB -> Primitive.SUB;
            case DMUL -> Primitive.MUL;
            case DDIV -> Primitive.DIV;
            default -> Primitive.REM;
        };
        return tape.apply(source, primitive, a, b);
    }

    /**
     * The negated value, or the whole number that the value is converted to and that decides the program's path from
     * then on.
     */
    static Object converted(Tape tape, Source source, int opcode, Symbol x) {
        return switch (opcode) {
            case DNEG -> tape.apply(source, Primitive.NEG, x);
            case D2I -> {
                int whole = (int) x.value();
                tape.decide(x, Relation.AS_INT, whole, source);
                yield whole;
            }
            case D2L -> {
                long whole = (long) x.value();
                tape.decide(x, Relation.AS_LONG, whole, source);
                yield whole;
            }
            default ->
                throw new Values.Refusal(
                        "a value that depends on the inputs is rounded to float; computations must be in double");
        };
    }

    /**
     * The relation between the operands of DCMPL or DCMPG when the branch that follows is taken, or when it is not.
     * Which way NaN goes depends on both instructions; the relation treats NaN as they do.
     */
    static Relation relation(int compare, int branch, boolean taken) {
        boolean nanTaken = branches(branch, compare == DCMPL ? -1 : 1);
        boolean nan = nanTaken == taken;
        return switch (branch) {
            case IFEQ -> taken ? Relation.EQ : Relation.NE;
            case IFNE -> taken ? Relation.NE : Relation.EQ;
            case IFLT -> taken ? (nan ? Relation.NOT_GE : Relation.LT) : (nan ? Relation.NOT_LT : Relation.GE);
            case IFGE -> taken ? (nan ? Relation.NOT_LT : Relation.GE) : (nan ? Relation.NOT_GE : Relation.LT);
            case IFGT -> taken ? (nan ? Relation.NOT_LE : Relation.GT) : (nan ? Relation.NOT_GT : Relation.LE);
            default -> taken ? (nan ? Relation.NOT_GT : Relation.LE) : (nan ? Relation.NOT_LE : Relation.GT);
        };
    }

    static boolean branches(int opcode, int a) {
        return switch (opcode) {
            case IFEQ -> a == 0;
            case IFNE -> a != 0;
            case IFLT -> a < 0;
            case IFGE -> a >= 0;
            case IFGT -> a > 0;
            case IFLE -> a <= 0;
            default -> throw new IllegalStateException("opcode " + opcode);
        };
    }

    static boolean branches(int opcode, Object a, Object b) {
        return switch (opcode) {
            case IF_ACMPEQ -> a == b;
            case IF_ACMPNE -> a != b;
            case IF_ICMPEQ -> ((Integer) a).intValue() == (Integer) b;
            case IF_ICMPNE -> ((Integer) a).intValue() != (Integer) b;
            case IF_ICMPLT -> (Integer) a < (Integer) b;
            case IF_ICMPGE -> (Integer) a >= (Integer) b;
            case IF_ICMPGT -> (Integer) a > (Integer) b;
            default -> (Integer) a <= (Integer) b;
        };
    }
}
