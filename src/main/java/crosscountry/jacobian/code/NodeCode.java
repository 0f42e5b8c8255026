package crosscountry.jacobian.code;

import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.jacobian.program.Program.Node;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The instructions of one node; its operands are on the stack. Functions are computed in float64 in either type. */
final class NodeCode {
    private static final String MATH = "java/lang/Math";
    private static final String SPECIAL = "crosscountry/graph/Special";

    private static final Map<Primitive, String> FUNCTIONS = Map.ofEntries(
            Map.entry(Primitive.ABS, MATH + ".abs"),
            Map.entry(Primitive.SIGN, MATH + ".signum"),
            Map.entry(Primitive.EXP, MATH + ".exp"),
            Map.entry(Primitive.EXPM1, MATH + ".expm1"),
            Map.entry(Primitive.LOG, MATH + ".log"),
            Map.entry(Primitive.LOG1P, MATH + ".log1p"),
            Map.entry(Primitive.SIN, MATH + ".sin"),
            Map.entry(Primitive.COS, MATH + ".cos"),
            Map.entry(Primitive.TAN, MATH + ".tan"),
            Map.entry(Primitive.ASIN, MATH + ".asin"),
            Map.entry(Primitive.ACOS, MATH + ".acos"),
            Map.entry(Primitive.ATAN, MATH + ".atan"),
            Map.entry(Primitive.SINH, MATH + ".sinh"),
            Map.entry(Primitive.COSH, MATH + ".cosh"),
            Map.entry(Primitive.TANH, MATH + ".tanh"),
            Map.entry(Primitive.SQRT, MATH + ".sqrt"),
            Map.entry(Primitive.CBRT, MATH + ".cbrt"),
            Map.entry(Primitive.POW, MATH + ".pow"),
            Map.entry(Primitive.ATAN2, MATH + ".atan2"),
            Map.entry(Primitive.MAX, MATH + ".max"),
            Map.entry(Primitive.MIN, MATH + ".min"),
            Map.entry(Primitive.ASINH, SPECIAL + ".asinh"),
            Map.entry(Primitive.ACOSH, SPECIAL + ".acosh"),
            Map.entry(Primitive.ATANH, SPECIAL + ".atanh"),
            Map.entry(Primitive.LOGISTIC, SPECIAL + ".logistic"),
            Map.entry(Primitive.ERF, SPECIAL + ".erf"),
            Map.entry(Primitive.LOG_OR_ZERO, SPECIAL + ".logOrZero"),
            Map.entry(Primitive.LOG2, SPECIAL + ".log2"),
            Map.entry(Primitive.LOG10, MATH + ".log10"),
            Map.entry(Primitive.FLOOR, MATH + ".floor"),
            Map.entry(Primitive.CEIL, MATH + ".ceil"),
            Map.entry(Primitive.RINT, MATH + ".rint"),
            Map.entry(Primitive.TRUNC, SPECIAL + ".trunc"),
            Map.entry(Primitive.HYPOT, MATH + ".hypot"),
            Map.entry(Primitive.COPYSIGN, MATH + ".copySign"),
            Map.entry(Primitive.TANH_SLOPE, SPECIAL + ".tanhSlope"),
            Map.entry(Primitive.EXP_NEG_SQUARE, SPECIAL + ".expNegSquare"),
            Map.entry(Primitive.INVERSION, SPECIAL + ".inversion"),
            Map.entry(Primitive.POW_SLOPE, SPECIAL + ".powSlope"),
            Map.entry(Primitive.EQ, "crosscountry/jacobian/code/Comparisons.eq"),
            Map.entry(Primitive.NE, "crosscountry/jacobian/code/Comparisons.ne"),
            Map.entry(Primitive.LT, "crosscountry/jacobian/code/Comparisons.lt"),
            Map.entry(Primitive.LE, "crosscountry/jacobian/code/Comparisons.le"),
            Map.entry(Primitive.GT, "crosscountry/jacobian/code/Comparisons.gt"),
            Map.entry(Primitive.GE, "crosscountry/jacobian/code/Comparisons.ge"));

    private static final Map<Primitive, Integer> INSTRUCTIONS = Map.of(
            Primitive.ADD, Opcodes.DADD,
            Primitive.SUB, Opcodes.DSUB,
            Primitive.MUL, Opcodes.DMUL,
            Primitive.DIV, Opcodes.DDIV,
            Primitive.REM, Opcodes.DREM,
            Primitive.NEG, Opcodes.DNEG);

    private NodeCode() {}

    static void apply(MethodVisitor code, Precision precision, Node.Apply apply) {
        Primitive primitive = apply.primitive();
        Integer instruction = INSTRUCTIONS.get(primitive);
        if (instruction != null) {
            code.visitInsn(precision.arithmetic(instruction));
            return;
        }
        if (primitive == Primitive.SQUARE) {
            square(code, precision);
            return;
        }
        if (primitive == Primitive.INTEGER_POW) {
            int y = ((Params.IntegerPow) apply.params()).y();
            if (y == 2) {
                square(code, precision);
            } else {
                widen(code, precision, 1);
                integer(code, y);
                code.visitMethodInsn(Opcodes.INVOKESTATIC, SPECIAL, "integerPow", "(DI)D", false);
                narrow(code, precision);
            }
            return;
        }
        boolean unary = primitive.isUnary();
        widen(code, precision, unary ? 1 : 2);
        if (primitive == Primitive.RSQRT) {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, MATH, "sqrt", "(D)D", false);
            code.visitVarInsn(Opcodes.DSTORE, SCRATCH);
            code.visitInsn(Opcodes.DCONST_1);
            code.visitVarInsn(Opcodes.DLOAD, SCRATCH);
            code.visitInsn(Opcodes.DDIV);
        } else {
            String function = FUNCTIONS.get(primitive);
            int dot = function.indexOf('.');
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    function.substring(0, dot),
                    function.substring(dot + 1),
                    unary ? "(D)D" : "(DD)D",
                    false);
        }
        narrow(code, precision);
    }

    /** A pair of local slots beyond those of any method's values. */
    private static final int SCRATCH = 1000;

    private static void square(MethodVisitor code, Precision precision) {
        code.visitInsn(precision == Precision.FLOAT64 ? Opcodes.DUP2 : Opcodes.DUP);
        code.visitInsn(precision.arithmetic(Opcodes.DMUL));
    }

    private static void widen(MethodVisitor code, Precision precision, int operands) {
        if (precision == Precision.FLOAT64) {
            return;
        }
        if (operands == 2) {
            code.visitVarInsn(Opcodes.FSTORE, SCRATCH);
            code.visitInsn(Opcodes.F2D);
            code.visitVarInsn(Opcodes.FLOAD, SCRATCH);
        }
        code.visitInsn(Opcodes.F2D);
    }

    private static void narrow(MethodVisitor code, Precision precision) {
        if (precision == Precision.FLOAT32) {
            code.visitInsn(Opcodes.D2F);
        }
    }

    static void constant(MethodVisitor code, Precision precision, double value) {
        if (precision == Precision.FLOAT64) {
            code.visitLdcInsn(value);
        } else {
            code.visitLdcInsn((float) value);
        }
    }

    static void integer(MethodVisitor code, int value) {
        if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
            code.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            code.visitLdcInsn(value);
        }
    }
}
