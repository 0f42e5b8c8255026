package crosscountry.jacobian.code;

import crosscountry.graph.Primitive;
import crosscountry.jacobian.program.Program.Node;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The vector instructions of one node: its operands are in local variables, its result is left on the stack.
 * Transcendental functions are those of the vector module, in the type at hand; {@link VectorFunctions} composes those
 * that it lacks.
 */
final class VectorCode {
    private static final String PACKAGE = "jdk/incubator/vector/";
    private static final String VECTOR = "L" + PACKAGE + "Vector;";
    private static final String MASK = "L" + PACKAGE + "VectorMask;";
    private static final String SPECIES = "L" + PACKAGE + "VectorSpecies;";

    private static final Map<Primitive, String> ARITHMETIC = Map.of(
            Primitive.ADD,
            "add",
            Primitive.SUB,
            "sub",
            Primitive.MUL,
            "mul",
            Primitive.DIV,
            "div",
            Primitive.MAX,
            "max",
            Primitive.MIN,
            "min");

    private static final Map<Primitive, String> SIMPLE =
            Map.of(Primitive.NEG, "neg", Primitive.ABS, "abs", Primitive.SQRT, "sqrt");

    private static final Map<Primitive, String> UNARY = Map.ofEntries(
            Map.entry(Primitive.EXP, "EXP"),
            Map.entry(Primitive.EXPM1, "EXPM1"),
            Map.entry(Primitive.LOG, "LOG"),
            Map.entry(Primitive.LOG1P, "LOG1P"),
            Map.entry(Primitive.SIN, "SIN"),
            Map.entry(Primitive.COS, "COS"),
            Map.entry(Primitive.TAN, "TAN"),
            Map.entry(Primitive.ASIN, "ASIN"),
            Map.entry(Primitive.ACOS, "ACOS"),
            Map.entry(Primitive.ATAN, "ATAN"),
            Map.entry(Primitive.SINH, "SINH"),
            Map.entry(Primitive.COSH, "COSH"),
            Map.entry(Primitive.TANH, "TANH"),
            Map.entry(Primitive.CBRT, "CBRT"),
            Map.entry(Primitive.LOG10, "LOG10"));

    private static final Map<Primitive, String> BINARY =
            Map.of(Primitive.POW, "POW", Primitive.ATAN2, "ATAN2", Primitive.HYPOT, "HYPOT");

    private static final Map<Primitive, String> COMPARISONS = Map.of(
            Primitive.EQ,
            "EQ",
            Primitive.NE,
            "NE",
            Primitive.LT,
            "LT",
            Primitive.LE,
            "LE",
            Primitive.GT,
            "GT",
            Primitive.GE,
            "GE");

    private final MethodVisitor code;
    private final Precision precision;
    private final String owner;
    private final String type;

    VectorCode(MethodVisitor code, Precision precision) {
        this.code = code;
        this.precision = precision;
        owner = PACKAGE + (precision == Precision.FLOAT64 ? "DoubleVector" : "FloatVector");
        type = "L" + owner + ";";
    }

    /** About how many vector instructions an operation takes, for cutting methods. */
    static int weight(Primitive primitive) {
        return ARITHMETIC.containsKey(primitive) || SIMPLE.containsKey(primitive)
                ? 1
                : COMPARISONS.containsKey(primitive) ? 4 : isOne(primitive) ? 6 : 16;
    }

    void species() {
        code.visitFieldInsn(Opcodes.GETSTATIC, owner, "SPECIES_PREFERRED", SPECIES);
    }

    /** Species, array and index are on the stack. */
    void load() {
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC, owner, "fromArray", "(" + SPECIES + precision.array + "I)" + type, false);
    }

    /** Vector, array and index are on the stack. */
    void store() {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "intoArray", "(" + precision.array + "I)V", false);
    }

    void constant(double value) {
        species();
        NodeCode.constant(code, precision, value);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                owner,
                "broadcast",
                "(" + SPECIES + precision.array.substring(1) + ")" + type,
                false);
    }

    /** {@code scratch}: the first of some free local variables. */
    void apply(Node.Apply apply, int[] x, int scratch) {
        Primitive primitive = apply.primitive();
        if (!isOne(primitive)) {
            get(new VectorFunctions(this, precision, scratch).of(apply, x));
            return;
        }
        get(x[0]);
        if (ARITHMETIC.containsKey(primitive)) {
            get(x[1]);
            binary(ARITHMETIC.get(primitive));
        } else if (SIMPLE.containsKey(primitive)) {
            unary(SIMPLE.get(primitive));
        } else if (UNARY.containsKey(primitive)) {
            function(UNARY.get(primitive));
        } else if (BINARY.containsKey(primitive)) {
            code.visitFieldInsn(
                    Opcodes.GETSTATIC, PACKAGE + "VectorOperators", BINARY.get(primitive), operator("Binary"));
            get(x[1]);
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, owner, "lanewise", "(" + operator("Binary") + VECTOR + ")" + type, false);
        } else {
            code.visitInsn(Opcodes.POP);
            constant(0);
            constant(1);
            get(x[0]);
            code.visitFieldInsn(
                    Opcodes.GETSTATIC, PACKAGE + "VectorOperators", COMPARISONS.get(primitive), operator("Comparison"));
            get(x[1]);
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, owner, "compare", "(" + operator("Comparison") + VECTOR + ")" + MASK, false);
            blend();
        }
    }

    /** Whether the module has the operation; otherwise it takes several. */
    private static boolean isOne(Primitive primitive) {
        return Stream.of(ARITHMETIC, SIMPLE, UNARY, BINARY, COMPARISONS)
                .anyMatch(names -> names.containsKey(primitive));
    }

    /**
     * Leaves the lanes of local {@code then} where the comparison of {@code x} with the value holds, those of
     * {@code otherwise} elsewhere.
     */
    void select(int x, String comparison, double value, int then, int otherwise) {
        get(otherwise);
        get(then);
        get(x);
        code.visitFieldInsn(Opcodes.GETSTATIC, PACKAGE + "VectorOperators", comparison, operator("Comparison"));
        NodeCode.constant(code, precision, value);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                owner,
                "compare",
                "(" + operator("Comparison") + precision.array.substring(1) + ")" + MASK,
                false);
        blend();
    }

    private void blend() {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "blend", "(" + VECTOR + MASK + ")" + type, false);
    }

    /** A function that goes lane by lane, through {@link Lanes}. */
    void lanes(String function, int... x) {
        species();
        for (int operand : x) {
            get(operand);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "toArray", "()" + precision.array, false);
        }
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "crosscountry/jacobian/code/Lanes",
                function,
                "(" + precision.array.repeat(x.length) + ")" + precision.array,
                false);
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

    private void binary(String name) {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, "(" + VECTOR + ")" + type, false);
    }

    private void unary(String name) {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, "()" + type, false);
    }

    private void get(int local) {
        code.visitVarInsn(Opcodes.ALOAD, local);
    }

    void set(int local) {
        code.visitVarInsn(Opcodes.ASTORE, local);
    }
}
