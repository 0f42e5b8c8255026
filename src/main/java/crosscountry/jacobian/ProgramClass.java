package crosscountry.jacobian;

import crosscountry.jacobian.Program.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
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

    private static final String OWNER = "crosscountry/jacobian/Generated";

    static ProgramClass of(Program program, Kind kind) {
        return new Builder(program, kind).build();
    }

    private static final class Builder {
        private final Program program;
        private final Kind kind;
        private final Map<Integer, Integer> slots = new HashMap<>();
        private final Map<Integer, List<Integer>> results = new HashMap<>();
        private final List<List<Integer>> methods = new ArrayList<>();
        private final Map<Integer, Integer> methodOf = new HashMap<>();

        Builder(Program program, Kind kind) {
            this.program = program;
            this.kind = kind;
            int place = 0;
            for (int node : program.outputs()) {
                results.computeIfAbsent(node, key -> new ArrayList<>()).add(place++);
            }
            for (Program.Entry entry : program.entries()) {
                results.computeIfAbsent(entry.node(), key -> new ArrayList<>()).add(place++);
            }
            cut();
        }

        /** Live nodes only, in order; one node that is a result in many places counts once for each. */
        private void cut() {
            BitSet live = live();
            List<Integer> method = new ArrayList<>();
            int weight = 0;
            for (int node = live.nextSetBit(0); node >= 0; node = live.nextSetBit(node + 1)) {
                if (method.isEmpty() || weight >= NODES_PER_METHOD) {
                    method = new ArrayList<>();
                    methods.add(method);
                    weight = 0;
                }
                method.add(node);
                methodOf.put(node, methods.size() - 1);
                weight += 1 + results.getOrDefault(node, List.of()).size();
            }
            for (int node = live.nextSetBit(0); node >= 0; node = live.nextSetBit(node + 1)) {
                for (int operand : operands(node)) {
                    if (isApply(operand) && !methodOf.get(operand).equals(methodOf.get(node))) {
                        slots.putIfAbsent(operand, slots.size());
                    }
                }
            }
        }

        private BitSet live() {
            BitSet live = new BitSet();
            results.keySet().forEach(live::set);
            for (int node = program.nodes().size() - 1; node >= 0; node--) {
                if (live.get(node)) {
                    operands(node).forEach(live::set);
                }
            }
            return live;
        }

        private boolean isApply(int node) {
            return program.nodes().get(node) instanceof Node.Apply;
        }

        private List<Integer> operands(int node) {
            return program.nodes().get(node) instanceof Node.Apply apply ? apply.operands() : List.of();
        }

        ProgramClass build() {
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, OWNER, null, "java/lang/Object",
                    new String[] {"crosscountry/jacobian/Compiled$" + kind.type});
            MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
            constructor.visitCode();
            constructor.visitVarInsn(Opcodes.ALOAD, 0);
            constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
            constructor.visitInsn(Opcodes.RETURN);
            constructor.visitMaxs(0, 0);
            constructor.visitEnd();
            MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", kind.methodDescriptor(), null, null);
            run.visitCode();
            for (int k = 0; k < methods.size(); k++) {
                run.visitVarInsn(Opcodes.ALOAD, 1 + X);
                run.visitVarInsn(Opcodes.ILOAD, 1 + FROM);
                run.visitVarInsn(Opcodes.ALOAD, 1 + WORK);
                run.visitVarInsn(Opcodes.ALOAD, 1 + RESULT);
                run.visitVarInsn(Opcodes.ILOAD, 1 + TO);
                run.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, "part" + k, kind.methodDescriptor(), false);
            }
            run.visitInsn(Opcodes.RETURN);
            run.visitMaxs(0, 0);
            run.visitEnd();
            for (int k = 0; k < methods.size(); k++) {
                part(writer.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, "part" + k, kind.methodDescriptor(), null, null),
                        methods.get(k));
            }
            writer.visitEnd();
            return new ProgramClass(writer.toByteArray(), slots.size());
        }

        private void part(MethodVisitor code, List<Integer> nodes) {
            code.visitCode();
            Map<Integer, Integer> locals = new HashMap<>();
            for (int node : nodes) {
                List<Integer> places = results.getOrDefault(node, List.of());
                if (program.nodes().get(node) instanceof Node.Apply apply) {
                    apply.operands().forEach(operand -> load(code, locals, operand));
                    NodeCode.apply(code, kind, apply);
                    int local = PARAMETERS + kind.slots * locals.size();
                    locals.put(node, local);
                    code.visitVarInsn(kind.store, local);
                    if (slots.containsKey(node)) {
                        store(code, locals, WORK, slots.get(node), node);
                    }
                }
                for (int place : places) {
                    store(code, locals, RESULT, place, node);
                }
            }
            code.visitInsn(Opcodes.RETURN);
            code.visitMaxs(0, 0);
            code.visitEnd();
        }

        private void store(MethodVisitor code, Map<Integer, Integer> locals, int array, int place, int node) {
            code.visitVarInsn(Opcodes.ALOAD, array);
            NodeCode.integer(code, place);
            if (array == RESULT) {
                code.visitVarInsn(Opcodes.ILOAD, TO);
                code.visitInsn(Opcodes.IADD);
            }
            load(code, locals, node);
            code.visitInsn(kind.arrayStore);
        }

        private void load(MethodVisitor code, Map<Integer, Integer> locals, int node) {
            Node value = program.nodes().get(node);
            if (value instanceof Node.Constant constant) {
                NodeCode.constant(code, kind, constant.value());
            } else if (locals.containsKey(node)) {
                code.visitVarInsn(kind.load, locals.get(node));
            } else {
                code.visitVarInsn(Opcodes.ALOAD, value instanceof Node.Input ? X : WORK);
                if (value instanceof Node.Input input) {
                    NodeCode.integer(code, input.index());
                    code.visitVarInsn(Opcodes.ILOAD, FROM);
                    code.visitInsn(Opcodes.IADD);
                } else {
                    NodeCode.integer(code, slots.get(node));
                }
                code.visitInsn(kind.arrayLoad);
            }
        }
    }
}
