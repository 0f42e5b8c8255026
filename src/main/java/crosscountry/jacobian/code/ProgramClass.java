package crosscountry.jacobian.code;

import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Program.Node;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A program as a class with straight-line methods. HotSpot does not compile a method of more than 8000 bytes, so the
 * program is cut into methods well below that; values that a later method needs go through the work array.
 */
record ProgramClass(byte[] bytes, int workSize) {
    /** At most 30 bytes a node: two loads from an array, the operation, a call, a store to a local and to the array. */
    private static final int NODES_PER_METHOD = 200;

    /** Local variables of a part: its parameters. */
    private static final int X = 0;

    private static final int FROM = 1;
    private static final int WORK = 2;
    private static final int RESULT = 3;
    private static final int TO = 4;
    private static final int PARAMETERS = 5;

    private static final String OWNER = "crosscountry/jacobian/code/Generated";

    static ProgramClass of(Program program, Precision precision) {
        Schedule schedule = new Schedule(program, NODES_PER_METHOD, primitive -> 1);
        return new ProgramClass(new Builder(program, schedule, precision).build(), schedule.slotCount());
    }

    private record Builder(Program program, Schedule schedule, Precision precision) {
        byte[] build() {
            ClassWriter writer = GeneratedClass.start(OWNER, "crosscountry/jacobian/code/Compiled$" + precision.type);
            MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", precision.methodDescriptor(), null, null);
            run.visitCode();
            for (int k = 0; k < schedule.methods().size(); k++) {
                run.visitVarInsn(Opcodes.ALOAD, 1 + X);
                run.visitVarInsn(Opcodes.ILOAD, 1 + FROM);
                run.visitVarInsn(Opcodes.ALOAD, 1 + WORK);
                run.visitVarInsn(Opcodes.ALOAD, 1 + RESULT);
                run.visitVarInsn(Opcodes.ILOAD, 1 + TO);
                run.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, "part" + k, precision.methodDescriptor(), false);
            }
            GeneratedClass.end(run);
            for (int k = 0; k < schedule.methods().size(); k++) {
                part(
                        writer.visitMethod(
                                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC,
                                "part" + k,
                                precision.methodDescriptor(),
                                null,
                                null),
                        schedule.methods().get(k));
            }
            writer.visitEnd();
            return writer.toByteArray();
        }

        private void part(MethodVisitor code, int[] nodes) {
            code.visitCode();
            Map<Integer, Integer> locals = new HashMap<>();
            for (int node : nodes) {
                if (program.nodes().get(node) instanceof Node.Apply apply) {
                    apply.operands().forEach(operand -> load(code, locals, operand));
                    NodeCode.apply(code, precision, apply);
                    int local = PARAMETERS + precision.slots * locals.size();
                    locals.put(node, local);
                    code.visitVarInsn(precision.store, local);
                    if (schedule.slot(node) >= 0) {
                        store(code, locals, WORK, schedule.slot(node), node);
                    }
                }
                for (int place : schedule.results(node)) {
                    store(code, locals, RESULT, place, node);
                }
            }
            GeneratedClass.end(code);
        }

        private void store(MethodVisitor code, Map<Integer, Integer> locals, int array, int place, int node) {
            code.visitVarInsn(Opcodes.ALOAD, array);
            NodeCode.integer(code, place);
            if (array == RESULT) {
                code.visitVarInsn(Opcodes.ILOAD, TO);
                code.visitInsn(Opcodes.IADD);
            }
            load(code, locals, node);
            code.visitInsn(precision.arrayStore);
        }

        private void load(MethodVisitor code, Map<Integer, Integer> locals, int node) {
            Node value = program.nodes().get(node);
            if (value instanceof Node.Constant constant) {
                NodeCode.constant(code, precision, constant.value());
            } else if (locals.containsKey(node)) {
                code.visitVarInsn(precision.load, locals.get(node));
            } else {
                code.visitVarInsn(Opcodes.ALOAD, value instanceof Node.Input ? X : WORK);
                if (value instanceof Node.Input input) {
                    NodeCode.integer(code, input.index());
                    code.visitVarInsn(Opcodes.ILOAD, FROM);
                    code.visitInsn(Opcodes.IADD);
                } else {
                    NodeCode.integer(code, schedule.slot(node));
                }
                code.visitInsn(precision.arrayLoad);
            }
        }
    }
}
