package crosscountry.trace;

import crosscountry.graph.Source;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** One method's instructions with their places and source lines. */
final class Code {
    final Class<?> owner;
    final MethodNode method;
    final AbstractInsnNode[] instructions;
    /** What an instruction's names mean, once it has run. */
    final Object[] links;
    /** The model that may answer for this method, once it has been looked up. */
    Call.Model model;

    boolean isModelSought;
    /** Whether it is the user's own; null until asked. */
    Boolean users;
    /** The local variable that each argument starts in, the receiver first. */
    final int[] slots;

    private final int[] lines;
    /** The last source that was asked for; the next one is usually that of the same line. */
    private Source last;

    Code(Class<?> owner, MethodNode method) {
        this.owner = owner;
        this.method = method;
        instructions = method.instructions.toArray();
        links = new Object[instructions.length];
        lines = new int[instructions.length];
        int line = 0;
        for (int k = 0; k < instructions.length; k++) {
            line = instructions[k] instanceof LineNumberNode node ? node.line : line; // it follows its label
            lines[k] = line;
        }
        Type[] arguments = Type.getArgumentTypes(method.desc);
        slots = new int[arguments.length + (isStatic() ? 0 : 1)];
        for (int k = 1; k < slots.length; k++) {
            int before = k - 1 - (isStatic() ? 0 : 1);
            slots[k] = slots[k - 1] + (before < 0 ? 1 : arguments[before].getSize());
        }
    }

    boolean hasInstructions() {
        return instructions.length > 0;
    }

    boolean isStatic() {
        return Modifier.isStatic(method.access);
    }

    boolean isPrivate() {
        return Modifier.isPrivate(method.access);
    }

    boolean isLibrary() {
        return Library.isLibrary(owner);
    }

    int place(LabelNode label) {
        return method.instructions.indexOf(label);
    }

    Source source(int place) {
        if (lines.length == 0) {
            return new Source(method.name, 0);
        }
        int at = Math.min(place, lines.length - 1);
        if (last == null || last.line() != lines[at]) {
            last = new Source(method.name, lines[at]);
        }
        return last;
    }

    /** The classes read so far; the links of their code belong to one machine. */
    static final class Classes {
        private final ClassFiles files;
        /** The code of the methods asked for, null for those that a class lacks. */
        private final Map<Class<?>, Map<String, Code>> codes = new HashMap<>();

        Classes(ClassFiles files) {
            this.files = files;
        }

        /** The code of a method declared by {@code owner} itself, or null if it declares none such. */
        Code find(Class<?> owner, String name, String descriptor) {
            if (owner.isArray()) {
                return null;
            }
            Map<String, Code> known = codes.computeIfAbsent(owner, key -> new HashMap<>());
            String key = name + descriptor;
            if (!known.containsKey(key)) {
                ClassNode node = new Only(name, descriptor);
                files.of(owner).accept(node, ClassReader.SKIP_FRAMES);
                known.put(key, node.methods.isEmpty() ? null : new Code(owner, node.methods.get(0)));
            }
            return known.get(key);
        }

        /** One method of a class; the others are skipped. */
        private static final class Only extends ClassNode {
            private final String wanted;
            private final String descriptor;

            Only(String wanted, String descriptor) {
                super(Opcodes.ASM9);
                this.wanted = wanted;
                this.descriptor = descriptor;
            }

            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String desc, String signature, String[] exceptions) {
                return name.equals(wanted) && desc.equals(descriptor)
                        ? super.visitMethod(access, name, desc, signature, exceptions)
                        : null;
            }
        }

        /** The constant that a static field of this class starts with; null where it has none. */
        Object constant(Class<?> owner, String field) {
            Object[] found = new Object[1];
            files.of(owner)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public FieldVisitor visitField(
                                        int access, String name, String desc, String signature, Object value) {
                                    found[0] = name.equals(field) ? value : found[0];
                                    return null;
                                }
                            },
                            ClassReader.SKIP_CODE);
            return found[0];
        }

        /** All methods that a class declares. */
        List<MethodNode> methods(Class<?> owner) {
            ClassNode node = new ClassNode();
            files.of(owner).accept(node, ClassReader.SKIP_FRAMES);
            return node.methods;
        }
    }
}
