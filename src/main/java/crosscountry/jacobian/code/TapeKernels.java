package crosscountry.jacobian.code;

import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.jacobian.program.Program.Node;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The loops that run tapes, in vector registers: one method for each kernel, generated once for each type and used by
 * all programs, so that HotSpot compiles it once. A row is {@link #REGISTERS} registers: enough to hide the latency of
 * a sum and few enough to stay in registers. Code of an elementwise kernel: target, x0, x1 (x0 again where there is one
 * operand); of sums of products: target, x0, x1, count of what follows, x2, x3, ...
 */
final class TapeKernels {
    static final int REGISTERS = 4;

    /** What the generated class implements: the kernel's instructions from {@code from} to {@code to} of the code. */
    interface Kernels {
        void run(int kernel, int[] code, int from, int to, Object work);
    }

    private static final class Float64 {
        static final Kernels KERNELS = new TapeKernels(Precision.FLOAT64).make();
    }

    private static final class Float32 {
        static final Kernels KERNELS = new TapeKernels(Precision.FLOAT32).make();
    }

    private static final String OWNER = "crosscountry/jacobian/code/GeneratedKernels";
    private static final int CODE = 0;
    private static final int AT = 1;
    private static final int TO = 2;
    private static final int WORK = 3;
    private static final int TARGET = 4;
    private static final int A = 5;
    private static final int B = 6;
    private static final int END = 7;
    private static final int VECTORS = 8;

    private final Precision precision;
    private final int lanes;
    private final String descriptor;

    private TapeKernels(Precision precision) {
        this.precision = precision;
        lanes = Vectors.lanes(precision);
        descriptor = "([III" + precision.array + ")V";
    }

    static Kernels of(Precision precision) {
        return precision == Precision.FLOAT64 ? Float64.KERNELS : Float32.KERNELS;
    }

    private Kernels make() {
        ClassWriter writer = GeneratedClass.start(OWNER, "crosscountry/jacobian/code/TapeKernels$Kernels");
        MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "(I[IIILjava/lang/Object;)V", null, null);
        run.visitCode();
        Label[] labels = new Label[Instruction.STORE];
        for (int kernel = 0; kernel < labels.length; kernel++) {
            labels[kernel] = new Label();
        }
        Label end = new Label();
        run.visitVarInsn(Opcodes.ILOAD, 1);
        run.visitTableSwitchInsn(0, labels.length - 1, end, labels);
        for (int kernel = 0; kernel < labels.length; kernel++) {
            run.visitLabel(labels[kernel]);
            if (exists(kernel)) {
                run.visitVarInsn(Opcodes.ALOAD, 2);
                run.visitVarInsn(Opcodes.ILOAD, 3);
                run.visitVarInsn(Opcodes.ILOAD, 4);
                run.visitVarInsn(Opcodes.ALOAD, 5);
                run.visitTypeInsn(Opcodes.CHECKCAST, precision.array);
                run.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, "kernel" + kernel, descriptor, false);
            }
            run.visitJumpInsn(Opcodes.GOTO, end);
        }
        run.visitLabel(end);
        GeneratedClass.end(run);
        for (int kernel = 0; kernel < labels.length; kernel++) {
            if (exists(kernel)) {
                kernel(
                        writer.visitMethod(
                                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, "kernel" + kernel, descriptor, null, null),
                        kernel);
            }
        }
        writer.visitEnd();
        return (Kernels) GeneratedClass.instance(writer.toByteArray());
    }

    /** Integer powers are products on a tape. */
    private static boolean exists(int kernel) {
        return kernel >= Instruction.SUM_OF_PRODUCTS
                || Primitive.values()[kernel].isElementwise() && Primitive.values()[kernel] != Primitive.INTEGER_POW;
    }

    private void kernel(MethodVisitor method, int kernel) {
        VectorCode code = new VectorCode(method, precision);
        Label next = new Label();
        Label end = new Label();
        method.visitCode();
        whileBelow(method, next, AT, TO, end);
        read(method, TARGET);
        read(method, A);
        read(method, B);
        if (kernel >= Instruction.SUM_OF_PRODUCTS) {
            sum(method, code, kernel == Instruction.SUM_OF_PRODUCTS ? Primitive.ADD : Primitive.SUB);
        } else if (VectorCode.weight(Primitive.values()[kernel]) == 1) {
            for (int register = 0; register < REGISTERS; register++) {
                elementwise(method, code, Primitive.values()[kernel], register);
            }
        } else {
            loop(method, code, Primitive.values()[kernel]);
        }
        method.visitJumpInsn(Opcodes.GOTO, next);
        method.visitLabel(end);
        GeneratedClass.end(method);
    }

    /** The head of a loop that runs while one local is below another. */
    private static void whileBelow(MethodVisitor method, Label start, int local, int other, Label end) {
        method.visitLabel(start);
        method.visitVarInsn(Opcodes.ILOAD, local);
        method.visitVarInsn(Opcodes.ILOAD, other);
        method.visitJumpInsn(Opcodes.IF_ICMPGE, end);
    }

    private static void read(MethodVisitor method, int local) {
        method.visitVarInsn(Opcodes.ALOAD, CODE);
        method.visitVarInsn(Opcodes.ILOAD, AT);
        method.visitInsn(Opcodes.IALOAD);
        method.visitVarInsn(Opcodes.ISTORE, local);
        method.visitIincInsn(AT, 1);
    }

    private void elementwise(MethodVisitor method, VectorCode code, Primitive primitive, int register) {
        load(method, code, A, register);
        method.visitVarInsn(Opcodes.ASTORE, VECTORS);
        if (primitive.isBinary()) {
            load(method, code, B, register);
            method.visitVarInsn(Opcodes.ASTORE, VECTORS + 1);
        }
        apply(code, primitive, VECTORS, VECTORS + 1, VECTORS + 2);
        store(method, code, register);
    }

    /** One register after another: functions are long. */
    private void loop(MethodVisitor method, VectorCode code, Primitive primitive) {
        Label register = new Label();
        Label done = new Label();
        method.visitVarInsn(Opcodes.ILOAD, TARGET);
        NodeCode.integer(method, REGISTERS * lanes);
        method.visitInsn(Opcodes.IADD);
        method.visitVarInsn(Opcodes.ISTORE, END);
        whileBelow(method, register, TARGET, END, done);
        elementwise(method, code, primitive, 0);
        method.visitIincInsn(TARGET, lanes);
        method.visitIincInsn(A, lanes);
        method.visitIincInsn(B, lanes);
        method.visitJumpInsn(Opcodes.GOTO, register);
        method.visitLabel(done);
    }

    private void sum(MethodVisitor method, VectorCode code, Primitive primitive) {
        for (int register = 0; register < REGISTERS; register++) {
            product(method, code, register);
            method.visitVarInsn(Opcodes.ASTORE, VECTORS + register);
        }
        Label term = new Label();
        Label done = new Label();
        read(method, END);
        method.visitVarInsn(Opcodes.ILOAD, END);
        method.visitVarInsn(Opcodes.ILOAD, AT);
        method.visitInsn(Opcodes.IADD);
        method.visitVarInsn(Opcodes.ISTORE, END);
        whileBelow(method, term, AT, END, done);
        read(method, A);
        read(method, B);
        for (int register = 0; register < REGISTERS; register++) {
            product(method, code, register);
            method.visitVarInsn(Opcodes.ASTORE, VECTORS + REGISTERS);
            apply(code, primitive, VECTORS + register, VECTORS + REGISTERS, VECTORS + REGISTERS + 1);
            method.visitVarInsn(Opcodes.ASTORE, VECTORS + register);
        }
        method.visitJumpInsn(Opcodes.GOTO, term);
        method.visitLabel(done);
        for (int register = 0; register < REGISTERS; register++) {
            method.visitVarInsn(Opcodes.ALOAD, VECTORS + register);
            store(method, code, register);
        }
    }

    /** Leaves a register of A times B on the stack. */
    private void product(MethodVisitor method, VectorCode code, int register) {
        load(method, code, A, register);
        method.visitVarInsn(Opcodes.ASTORE, VECTORS + REGISTERS);
        load(method, code, B, register);
        method.visitVarInsn(Opcodes.ASTORE, VECTORS + REGISTERS + 1);
        apply(code, Primitive.MUL, VECTORS + REGISTERS, VECTORS + REGISTERS + 1, VECTORS + REGISTERS + 2);
    }

    /** Leaves the result on the stack. @param free the first local for intermediate results */
    private static void apply(VectorCode code, Primitive primitive, int x, int y, int free) {
        code.apply(new Node.Apply(primitive, Params.NONE, List.of()), new int[] {x, y}, free);
    }

    private void load(MethodVisitor method, VectorCode code, int from, int register) {
        code.species();
        method.visitVarInsn(Opcodes.ALOAD, WORK);
        place(method, from, register);
        code.load();
    }

    private void store(MethodVisitor method, VectorCode code, int register) {
        method.visitVarInsn(Opcodes.ALOAD, WORK);
        place(method, TARGET, register);
        code.store();
    }

    private void place(MethodVisitor method, int local, int register) {
        method.visitVarInsn(Opcodes.ILOAD, local);
        if (register > 0) {
            NodeCode.integer(method, register * lanes);
            method.visitInsn(Opcodes.IADD);
        }
    }
}
