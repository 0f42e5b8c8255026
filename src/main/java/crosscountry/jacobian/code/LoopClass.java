package crosscountry.jacobian.code;

import crosscountry.jacobian.program.Program.Node;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The bodies of loops as methods, and a method that walks the table of loops and calls them. A piece of a body is a
 * method for a range of rounds: all of them if it is the body's only one, else one round after the other.
 */
final class LoopClass {
    private static final String OWNER = "crosscountry/jacobian/code/GeneratedLoops";

    /** Bodies in one switch, so that HotSpot compiles it. */
    private static final int GROUP = 200;

    /** Local variables of all methods: their parameters. */
    private static final int MEMORY = 0;

    private static final int TABLE = 1;
    private static final int AT = 2;
    private static final int ROUND = 3;
    private static final int END = 4;
    private static final int PARAMETERS = 5;

    private final List<LoopTable.Body> bodies;
    private final List<Node.Apply> samples;
    private final Precision precision;
    private final ClassWriter writer;

    private LoopClass(LoopTable table, List<Node.Apply> samples, Precision precision) {
        bodies = table.bodies();
        this.samples = samples;
        this.precision = precision;
        writer = GeneratedClass.start(OWNER, "crosscountry/jacobian/code/Looped$" + precision.type);
    }

    static byte[] bytes(LoopTable table, List<Node.Apply> samples, Precision precision) {
        return new LoopClass(table, samples, precision).build();
    }

    private byte[] build() {
        run();
        for (int first = 0; first < bodies.size(); first += GROUP) {
            group(first, Math.min(first + GROUP, bodies.size()));
        }
        for (int k = 0; k < bodies.size(); k++) {
            body(k);
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private String descriptor(String rest) {
        return "(" + precision.array + "[I" + rest;
    }

    private MethodVisitor method(String name, String descriptor) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, name, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private void call(MethodVisitor code, String name, String rest) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, name, descriptor(rest), false);
    }

    private static void header(MethodVisitor code, int table, int at, int offset) {
        code.visitVarInsn(Opcodes.ALOAD, table);
        code.visitVarInsn(Opcodes.ILOAD, at);
        NodeCode.integer(code, offset);
        code.visitInsn(Opcodes.IADD);
        code.visitInsn(Opcodes.IALOAD);
    }

    /** An instance method: its parameters stand one place further. */
    private void run() {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", descriptor(")V"), null, null);
        code.visitCode();
        Label next = new Label();
        Label end = new Label();
        code.visitInsn(Opcodes.ICONST_0);
        code.visitVarInsn(Opcodes.ISTORE, 1 + AT);
        code.visitLabel(next);
        code.visitVarInsn(Opcodes.ILOAD, 1 + AT);
        code.visitVarInsn(Opcodes.ALOAD, 1 + TABLE);
        code.visitInsn(Opcodes.ARRAYLENGTH);
        code.visitJumpInsn(Opcodes.IF_ICMPGE, end);
        Label[] cases = labels((bodies.size() + GROUP - 1) / GROUP);
        if (cases.length > 0) {
            header(code, 1 + TABLE, 1 + AT, 0);
            NodeCode.integer(code, GROUP);
            code.visitInsn(Opcodes.IDIV);
            code.visitTableSwitchInsn(0, cases.length - 1, end, cases);
            for (int k = 0; k < cases.length; k++) {
                code.visitLabel(cases[k]);
                code.visitVarInsn(Opcodes.ALOAD, 1 + MEMORY);
                code.visitVarInsn(Opcodes.ALOAD, 1 + TABLE);
                code.visitVarInsn(Opcodes.ILOAD, 1 + AT);
                call(code, "group" + k * GROUP, "I)I");
                code.visitVarInsn(Opcodes.ISTORE, 1 + AT);
                code.visitJumpInsn(Opcodes.GOTO, next);
            }
        }
        code.visitLabel(end);
        GeneratedClass.end(code);
    }

    private static Label[] labels(int count) {
        Label[] labels = new Label[count];
        for (int k = 0; k < count; k++) {
            labels[k] = new Label();
        }
        return labels;
    }

    /** Runs the loop at this place of the table; returns the next one's place. */
    private void group(int first, int end) {
        MethodVisitor code = method("group" + first, descriptor("I)I"));
        Label[] cases = labels(end - first);
        header(code, TABLE, AT, 0);
        code.visitTableSwitchInsn(first, end - 1, cases[0], cases);
        for (int k = first; k < end; k++) {
            code.visitLabel(cases[k - first]);
            code.visitVarInsn(Opcodes.ALOAD, MEMORY);
            code.visitVarInsn(Opcodes.ALOAD, TABLE);
            code.visitVarInsn(Opcodes.ILOAD, AT);
            code.visitInsn(Opcodes.ICONST_0);
            header(code, TABLE, AT, 1);
            call(code, "body" + k, "III)V");
            code.visitVarInsn(Opcodes.ILOAD, AT);
            NodeCode.integer(code, 2 + bodies.get(k).bases());
            code.visitInsn(Opcodes.IADD);
            code.visitInsn(Opcodes.IRETURN);
        }
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void body(int place) {
        List<LoopTable.Piece> pieces = bodies.get(place).pieces();
        if (pieces.size() == 1) {
            piece("body" + place, pieces.get(0), 2);
            return;
        }
        MethodVisitor code = method("body" + place, descriptor("III)V"));
        forEachRound(code, () -> {
            for (int k = 0; k < pieces.size(); k++) {
                code.visitVarInsn(Opcodes.ALOAD, MEMORY);
                code.visitVarInsn(Opcodes.ALOAD, TABLE);
                code.visitVarInsn(Opcodes.ILOAD, AT);
                code.visitVarInsn(Opcodes.ILOAD, ROUND);
                code.visitVarInsn(Opcodes.ILOAD, ROUND);
                code.visitInsn(Opcodes.ICONST_1);
                code.visitInsn(Opcodes.IADD);
                call(code, "body" + place + "piece" + k, "III)V");
            }
        });
        int bases = 2;
        for (int k = 0; k < pieces.size(); k++) {
            piece("body" + place + "piece" + k, pieces.get(k), bases);
            bases += pieces.get(k).strides().length;
        }
    }

    private void piece(String name, LoopTable.Piece piece, int bases) {
        MethodVisitor code = method(name, descriptor("III)V"));
        int[] strides = piece.strides();
        for (int k = 0; k < strides.length; k++) {
            header(code, TABLE, AT, bases + k);
            code.visitVarInsn(Opcodes.ILOAD, ROUND);
            NodeCode.integer(code, strides[k]);
            code.visitInsn(Opcodes.IMUL);
            code.visitInsn(Opcodes.IADD);
            code.visitVarInsn(Opcodes.ISTORE, PARAMETERS + k);
        }
        int locals = PARAMETERS + strides.length;
        forEachRound(code, () -> {
            for (int k = 0; k < piece.steps().size(); k++) {
                step(code, piece.steps().get(k), locals, locals + precision.slots * k);
            }
            for (int k = 0; k < strides.length; k++) {
                if (strides[k] != 0) {
                    code.visitVarInsn(Opcodes.ILOAD, PARAMETERS + k);
                    NodeCode.integer(code, strides[k]);
                    code.visitInsn(Opcodes.IADD);
                    code.visitVarInsn(Opcodes.ISTORE, PARAMETERS + k);
                }
            }
        });
    }

    /** Ends the method with a loop from {@link #ROUND} to {@link #END}. */
    private static void forEachRound(MethodVisitor code, Runnable body) {
        Label next = new Label();
        Label end = new Label();
        code.visitLabel(next);
        code.visitVarInsn(Opcodes.ILOAD, ROUND);
        code.visitVarInsn(Opcodes.ILOAD, END);
        code.visitJumpInsn(Opcodes.IF_ICMPGE, end);
        body.run();
        code.visitIincInsn(ROUND, 1);
        code.visitJumpInsn(Opcodes.GOTO, next);
        code.visitLabel(end);
        GeneratedClass.end(code);
    }

    private void step(MethodVisitor code, LoopTable.Step step, int locals, int local) {
        Node.Apply sample = samples.get(step.kind());
        load(code, step.left(), locals);
        if (sample.operands().size() == 2) {
            load(code, step.right(), locals);
        }
        NodeCode.apply(code, precision, sample);
        code.visitVarInsn(precision.store, local);
        if (step.stored() != null) {
            address(code, step.stored());
            code.visitVarInsn(precision.load, local);
            code.visitInsn(precision.arrayStore);
        }
    }

    private void load(MethodVisitor code, LoopTable.Source source, int locals) {
        if (source.step() >= 0) {
            code.visitVarInsn(precision.load, locals + precision.slots * source.step());
        } else {
            address(code, source);
            code.visitInsn(precision.arrayLoad);
        }
    }

    private static void address(MethodVisitor code, LoopTable.Source source) {
        code.visitVarInsn(Opcodes.ALOAD, MEMORY);
        code.visitVarInsn(Opcodes.ILOAD, PARAMETERS + source.base());
        NodeCode.integer(code, source.offset());
        code.visitInsn(Opcodes.IADD);
    }
}
