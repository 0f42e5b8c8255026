package crosscountry.jacobian.code;

import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Program.Node;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A program as a class that computes as many points at once as a vector register has lanes, by
 * {@code jdk.incubator.vector}: only its bytes refer to that module, and they are made where it is present. Number k of
 * the points is read at {@code from + k * fromStride}, result k is written at {@code to + k * toStride}; values that
 * cross methods go through the work array, one register a slot.
 */
record VectorClass(byte[] bytes, int slots) {
    /**
     * Vector instructions a method. The limit is not HotSpot's 8000 bytes but its inlining: every vector operation is
     * several nested calls, and beyond about a hundred operations the compiler gives up (docs/experiments.md).
     */
    private static final int METHOD = 80;

    static final int X = 0;
    static final int FROM = 1;
    static final int FROM_STRIDE = 2;
    static final int WORK = 3;
    static final int RESULT = 4;
    static final int TO = 5;
    static final int TO_STRIDE = 6;
    private static final int PARAMETERS = 7;

    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String OWNER = "crosscountry/jacobian/code/GeneratedVector";

    static VectorClass of(Program program, Precision precision, int lanes) {
        Schedule schedule = new Schedule(program, METHOD, VectorCode::weight);
        return new VectorClass(new Builder(program, schedule, precision, lanes).build(), schedule.slotCount());
    }

    private record Builder(Program program, Schedule schedule, Precision precision, int lanes) {
        byte[] build() {
            String descriptor = "(" + precision.array + "II" + precision.array + precision.array + "II)V";
            ClassWriter writer = GeneratedClass.start(OWNER, "crosscountry/jacobian/code/VectorProgram$Code");
            MethodVisitor run = writer.visitMethod(
                    Opcodes.ACC_PUBLIC, "run", descriptor.replace(precision.array, OBJECT), null, null);
            run.visitCode();
            for (int array : new int[] {X, WORK, RESULT}) {
                run.visitVarInsn(Opcodes.ALOAD, 1 + array);
                run.visitTypeInsn(Opcodes.CHECKCAST, precision.array);
                run.visitVarInsn(Opcodes.ASTORE, 1 + array);
            }
            for (int k = 0; k < schedule.methods().size(); k++) {
                for (int parameter = 0; parameter < PARAMETERS; parameter++) {
                    boolean array = parameter == X || parameter == WORK || parameter == RESULT;
                    run.visitVarInsn(array ? Opcodes.ALOAD : Opcodes.ILOAD, 1 + parameter);
                }
                run.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, "part" + k, descriptor, false);
            }
            GeneratedClass.end(run);
            for (int k = 0; k < schedule.methods().size(); k++) {
                part(
                        writer.visitMethod(
                                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, "part" + k, descriptor, null, null),
                        schedule.methods().get(k));
            }
            writer.visitEnd();
            return writer.toByteArray();
        }

        private void part(MethodVisitor method, int[] nodes) {
            method.visitCode();
            VectorCode code = new VectorCode(method, precision);
            Map<Integer, Integer> locals = new HashMap<>();
            int next = PARAMETERS;
            int scratch = PARAMETERS + 4 * nodes.length; // after every value of this method, read or made
            for (int node : nodes) {
                int[] operands = Schedule.operands(program.nodes().get(node)).stream()
                        .mapToInt(k -> k)
                        .toArray();
                for (int value : program.nodes().get(node) instanceof Node.Apply ? operands : new int[] {node}) {
                    if (!locals.containsKey(value)) {
                        read(method, code, value);
                        method.visitVarInsn(Opcodes.ASTORE, next);
                        locals.put(value, next++);
                    }
                }
                if (program.nodes().get(node) instanceof Node.Apply apply) {
                    int[] at = new int[operands.length];
                    for (int k = 0; k < at.length; k++) {
                        at[k] = locals.get(operands[k]);
                    }
                    code.apply(apply, at, scratch);
                    method.visitVarInsn(Opcodes.ASTORE, next);
                    locals.put(node, next++);
                    if (schedule.slot(node) >= 0) {
                        method.visitVarInsn(Opcodes.ALOAD, locals.get(node));
                        method.visitVarInsn(Opcodes.ALOAD, WORK);
                        NodeCode.integer(method, schedule.slot(node) * lanes);
                        code.store();
                    }
                }
                for (int place : schedule.results(node)) {
                    method.visitVarInsn(Opcodes.ALOAD, locals.get(node));
                    method.visitVarInsn(Opcodes.ALOAD, RESULT);
                    index(method, place, TO, TO_STRIDE);
                    code.store();
                }
            }
            GeneratedClass.end(method);
        }

        private void read(MethodVisitor method, VectorCode code, int node) {
            Node value = program.nodes().get(node);
            if (value instanceof Node.Constant constant) {
                code.constant(constant.value());
                return;
            }
            code.species();
            if (value instanceof Node.Input input) {
                method.visitVarInsn(Opcodes.ALOAD, X);
                index(method, input.index(), FROM, FROM_STRIDE);
            } else {
                method.visitVarInsn(Opcodes.ALOAD, WORK);
                NodeCode.integer(method, schedule.slot(node) * lanes);
            }
            code.load();
        }

        private static void index(MethodVisitor method, int k, int from, int stride) {
            method.visitVarInsn(Opcodes.ILOAD, from);
            if (k > 0) {
                method.visitVarInsn(Opcodes.ILOAD, stride);
                NodeCode.integer(method, k);
                method.visitInsn(Opcodes.IMUL);
                method.visitInsn(Opcodes.IADD);
            }
        }
    }
}
