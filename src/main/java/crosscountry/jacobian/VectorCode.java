package crosscountry.jacobian;

import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.jacobian.Program.Node;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The vector instructions of one node: its operands are in local variables, its result is left on the stack. Transcendental
 * functions are those of the vector module, in the type at hand; what it lacks is put together from them as in {@link
 * crosscountry.graph.Special}.
 */
final class VectorCode {
    private static final String PACKAGE = "jdk/incubator/vector/";
    private static final String VECTOR = "L" + PACKAGE + "Vector;";
    private static final String MASK = "L" + PACKAGE + "VectorMask;";
    private static final String SPECIES = "L" + PACKAGE + "VectorSpecies;";

    private static final Map<Primitive, String> ARITHMETIC = Map.of(
            Primitive.ADD, "add", Primitive.SUB, "sub", Primitive.MUL, "mul", Primitive.DIV, "div", Primitive.MAX, "max",
            Primitive.MIN, "min");

    private static final Map<Primitive, String> SIMPLE =
            Map.of(Primitive.NEG, "neg", Primitive.ABS, "abs", Primitive.SQRT, "sqrt");

    private static final Map<Primitive, String> UNARY = Map.ofEntries(
            Map.entry(Primitive.EXP, "EXP"), Map.entry(Primitive.EXPM1, "EXPM1"), Map.entry(Primitive.LOG, "LOG"),
            Map.entry(Primitive.LOG1P, "LOG1P"), Map.entry(Primitive.SIN, "SIN"), Map.entry(Primitive.COS, "COS"),
            Map.entry(Primitive.TAN, "TAN"), Map.entry(Primitive.ASIN, "ASIN"), Map.entry(Primitive.ACOS, "ACOS"),
            Map.entry(Primitive.ATAN, "ATAN"), Map.entry(Primitive.SINH, "SINH"), Map.entry(Primitive.COSH, "COSH"),
            Map.entry(Primitive.TANH, "TANH"), Map.entry(Primitive.CBRT, "CBRT"));

    private static final Map<Primitive, String> BINARY = Map.of(Primitive.POW, "POW", Primitive.ATAN2, "ATAN2");

    private static final Map<Primitive, String> COMPARISONS = Map.of(
            Primitive.EQ, "EQ", Primitive.NE, "NE", Primitive.LT, "LT", Primitive.LE, "LE", Primitive.GT, "GT", Primitive.GE, "GE");

    private final MethodVisitor code;
    private final Kind kind;
    private final String owner;
    private final String type;

    VectorCode(MethodVisitor code, Kind kind) {
        this.code = code;
        this.kind = kind;
        owner = PACKAGE + (kind == Kind.FLOAT64 ? "DoubleVector" : "FloatVector");
        type = "L" + owner + ";";
    }

    /** Vector instructions that an operation is about worth, for cutting methods. */
    static int weight(Primitive primitive) {
        return ARITHMETIC.containsKey(primitive) || SIMPLE.containsKey(primitive) ? 1 : COMPARISONS.containsKey(primitive) ? 4 : 6;
    }

    void species() {
        code.visitFieldInsn(Opcodes.GETSTATIC, owner, "SPECIES_PREFERRED", SPECIES);
    }

    /** Species, array and index are on the stack. */
    void load() {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "fromArray", "(" + SPECIES + kind.array + "I)" + type, false);
    }

    /** Vector, array and index are on the stack. */
    void store() {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "intoArray", "(" + kind.array + "I)V", false);
    }

    void constant(double value) {
        species();
        NodeCode.constant(code, kind, value);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "broadcast",
                "(" + SPECIES + kind.array.substring(1) + ")" + type, false);
    }

    /** {@code scratch}: the first of some free local variables. */
    void apply(Node.Apply apply, int[] x, int scratch) {
        Primitive primitive = apply.primitive();
        get(x[0]);
        if (ARITHMETIC.containsKey(primitive)) {
            get(x[1]);
            binary(ARITHMETIC.get(primitive));
        } else if (SIMPLE.containsKey(primitive)) {
            unary(SIMPLE.get(primitive));
        } else if (UNARY.containsKey(primitive)) {
            function(UNARY.get(primitive));
        } else if (BINARY.containsKey(primitive)) {
            code.visitFieldInsn(Opcodes.GETSTATIC, PACKAGE + "VectorOperators", BINARY.get(primitive), operator("Binary"));
            get(x[1]);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "lanewise", "(" + operator("Binary") + VECTOR + ")" + type, false);
        } else if (COMPARISONS.containsKey(primitive)) {
            code.visitInsn(Opcodes.POP);
            constant(0);
            constant(1);
            get(x[0]);
            code.visitFieldInsn(Opcodes.GETSTATIC, PACKAGE + "VectorOperators", COMPARISONS.get(primitive), operator("Comparison"));
            get(x[1]);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "compare", "(" + operator("Comparison") + VECTOR + ")" + MASK, false);
            blend();
        } else {
            composed(apply, x[0], scratch);
        }
    }

    /** Operations of several instructions; x is on the stack and in local {@code x}. */
    private void composed(Node.Apply apply, int x, int scratch) {
        switch (apply.primitive()) {
            case SQUARE -> multiply(x);
            case INTEGER_POW -> power(((Params.IntegerPow) apply.params()).y(), x, scratch);
            case RSQRT -> {
                unary("sqrt");
                reciprocal(scratch);
            }
            case SIGN -> sign(x);
            case LOGISTIC -> {
                unary("neg");
                function("EXP");
                plus(1);
                reciprocal(scratch);
            }
            case LOG_OR_ZERO -> {
                function("LOG");
                constant(0);
                where(x, "EQ", 0);
            }
            case ASINH -> asinh(x, scratch);
            case ACOSH -> acosh(x, scratch);
            case ATANH -> {
                times(2);
                constant(1);
                get(x);
                binary("sub");
                binary("div");
                function("LOG1P");
                times(0.5);
            }
            case ERF -> lanes("erf");
            default -> throw new IllegalStateException("no vector code for " + apply.primitive());
        }
    }

    private void asinh(int x, int a) {
        unary("abs");
        code.visitVarInsn(Opcodes.ASTORE, a);
        get(a); // a + a^2 / (1 + sqrt(a^2 + 1))
        get(a);
        multiply(a);
        code.visitVarInsn(Opcodes.ASTORE, a + 1);
        get(a + 1);
        get(a + 1);
        plus(1);
        unary("sqrt");
        plus(1);
        binary("div");
        binary("add");
        function("LOG1P");
        largeLog(a);
        get(x);
        sign(x);
        binary("mul");
    }

    private void acosh(int x, int t) {
        plus(-1);
        code.visitVarInsn(Opcodes.ASTORE, t);
        get(x); // t + sqrt(t (x + 1))
        plus(1);
        multiply(t);
        unary("sqrt");
        get(t);
        binary("add");
        function("LOG1P");
        largeLog(x);
    }

    /** Where a is beyond 1e8, whose square may leave the range of the type: log a + log 2. */
    private void largeLog(int a) {
        get(a);
        function("LOG");
        plus(Math.log(2));
        where(a, "GT", 1e8);
    }

    /** As {@link crosscountry.graph.Special#integerPow}, unrolled; x is on the stack. */
    private void power(int y, int x, int base) {
        if (y == 0) {
            code.visitInsn(Opcodes.POP);
            constant(1);
            return;
        }
        if (y < 0) {
            reciprocal(base);
        }
        code.visitVarInsn(Opcodes.ASTORE, base);
        boolean first = true;
        for (long k = Math.abs((long) y); k > 0; k >>= 1) {
            if ((k & 1) == 1) {
                get(base);
                if (!first) {
                    binary("mul");
                }
                first = false;
            }
            if (k > 1) {
                get(base);
                multiply(base);
                code.visitVarInsn(Opcodes.ASTORE, base);
            }
        }
    }

    /** x is on the stack: 1 and -1 by its sign, x itself for zeros and NaN. */
    private void sign(int x) {
        constant(1);
        where(x, "GT", 0);
        constant(-1);
        where(x, "LT", 0);
    }

    /** Two vectors are on the stack: takes the upper one's lanes where local {@code x} compares so. */
    private void where(int x, String comparison, double value) {
        get(x);
        code.visitFieldInsn(Opcodes.GETSTATIC, PACKAGE + "VectorOperators", comparison, operator("Comparison"));
        NodeCode.constant(code, kind, value);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "compare",
                "(" + operator("Comparison") + kind.array.substring(1) + ")" + MASK, false);
        blend();
    }

    private void blend() {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "blend", "(" + VECTOR + MASK + ")" + type, false);
    }

    /** A function that goes lane by lane, through a helper of this package. */
    private void lanes(String helper) {
        species();
        code.visitInsn(Opcodes.SWAP); // the species stays below for the load
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "toArray", "()" + kind.array, false);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "crosscountry/jacobian/Lanes", helper, "(" + kind.array + ")" + kind.array, false);
        code.visitInsn(Opcodes.ICONST_0);
        load();
    }

    private void function(String operator) {
        code.visitFieldInsn(Opcodes.GETSTATIC, PACKAGE + "VectorOperators", operator, operator("Unary"));
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "lanewise", "(" + operator("Unary") + ")" + type, false);
    }

    private static String operator(String arity) {
        return "L" + PACKAGE + "VectorOperators$" + arity + ";";
    }

    private void reciprocal(int scratch) {
        code.visitVarInsn(Opcodes.ASTORE, scratch);
        constant(1);
        get(scratch);
        binary("div");
    }

    private void plus(double value) {
        constant(value);
        binary("add");
    }

    private void times(double value) {
        constant(value);
        binary("mul");
    }

    private void multiply(int x) {
        get(x);
        binary("mul");
    }

    private void binary(String name) {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, "(" + VECTOR + ")" + type, false);
    }

    private void unary(String name) {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, "()" + type, false);
    }

    private void get(int local) {
        code.visitVarInsn(Opcodes.ALOAD, local);
    }
}
