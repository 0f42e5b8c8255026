package crosscountry.graph.trace;

import crosscountry.graph.GraphException;
import crosscountry.graph.Source;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
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
    private final Map<LabelNode, Integer> places = new IdentityHashMap<>();
    private final int[] lines;

    Code(Class<?> owner, MethodNode method) {
        this.owner = owner;
        this.method = method;
        instructions = method.instructions.toArray();
        lines = new int[instructions.length];
        Map<LabelNode, Integer> starts = new IdentityHashMap<>();
        for (int k = 0; k < instructions.length; k++) {
            if (instructions[k] instanceof LabelNode label) {
                places.put(label, k);
            } else if (instructions[k] instanceof LineNumberNode line) {
                starts.put(line.start, line.line);
            }
        }
        int line = 0;
        for (int k = 0; k < instructions.length; k++) {
            if (instructions[k] instanceof LabelNode label) {
                line = starts.getOrDefault(label, line);
            }
            lines[k] = line;
        }
    }

    int place(LabelNode label) {
        return places.get(label);
    }

    Source source(int place) {
        return new Source(method.name, lines[Math.min(place, lines.length - 1)]);
    }

    /** The classes read so far. */
    static final class Library {
        private final ClassSource source;
        private final Map<Class<?>, ClassNode> classes = new HashMap<>();
        private final Map<String, Code> methods = new HashMap<>();

        Library(ClassSource source) {
            this.source = source;
        }

        /** The code of a method declared by {@code owner} itself, or null if it declares none such. */
        Code find(Class<?> owner, String name, String descriptor) {
            return methods.computeIfAbsent(owner.getName() + '.' + name + descriptor, key -> {
                for (MethodNode method : read(owner).methods) {
                    if (method.name.equals(name) && method.desc.equals(descriptor)) {
                        return new Code(owner, method);
                    }
                }
                return null;
            });
        }

        private ClassNode read(Class<?> type) {
            return classes.computeIfAbsent(type, key -> {
                byte[] bytes = source.bytes(type);
                if (bytes == null && source != ClassSource.RESOURCES) {
                    bytes = ClassSource.RESOURCES.bytes(type);
                }
                if (bytes == null) {
                    throw new GraphException("the bytecode of " + type.getName() + " is not at hand, so its methods cannot be traced");
                }
                ClassNode node = new ClassNode();
                new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
                return node;
            });
        }
    }
}
