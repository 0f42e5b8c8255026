package crosscountry.graph.trace;

import crosscountry.graph.GraphException;
import crosscountry.graph.Source;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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
    /** What an instruction's names mean, once it has run. */
    final Object[] links;
    /** The model that may answer for this method, once it was looked for. */
    Call.Model model;
    boolean isModelSought;
    private final Map<LabelNode, Integer> places = new IdentityHashMap<>();
    private final int[] lines;

    Code(Class<?> owner, MethodNode method) {
        this.owner = owner;
        this.method = method;
        instructions = method.instructions.toArray();
        links = new Object[instructions.length];
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
        return places.get(label);
    }

    Source source(int place) {
        return new Source(method.name, lines.length == 0 ? 0 : lines[Math.min(place, lines.length - 1)]);
    }

    /** The classes read so far; the links of their code belong to one machine. */
    static final class Classes {
        private final ClassSource source;
        private final Map<Class<?>, Read> read = new HashMap<>();

        /** A class's methods by name and descriptor, the code made of them, and the constants that static fields start with. */
        private record Read(Map<String, MethodNode> methods, Map<String, Code> codes, Map<String, Object> constants) {}

        Classes(ClassSource source) {
            this.source = source;
        }

        /** The code of a method declared by {@code owner} itself, or null if it declares none such. */
        Code find(Class<?> owner, String name, String descriptor) {
            if (owner.isArray()) {
                return null;
            }
            Read found = of(owner);
            String key = name + descriptor;
            Code code = found.codes.get(key);
            if (code == null && found.methods.containsKey(key)) {
                code = new Code(owner, found.methods.get(key));
                found.codes.put(key, code);
            }
            return code;
        }

        /** The constant that a static field of this class starts with; null where it has none. */
        Object constant(Class<?> owner, String field) {
            return of(owner).constants.get(field);
        }

        /** All methods that a class declares. */
        Iterable<MethodNode> methods(Class<?> owner) {
            return of(owner).methods.values();
        }

        private Read of(Class<?> type) {
            Read known = read.get(type);
            if (known == null) {
                known = read(type);
                read.put(type, known);
            }
            return known;
        }

        private Read read(Class<?> type) {
            byte[] bytes = source.bytes(type);
            if (bytes == null && source != ClassSource.RESOURCES) {
                bytes = ClassSource.RESOURCES.bytes(type);
            }
            if (bytes == null) {
                throw new GraphException("the bytecode of " + type.getName() + " is not at hand, so its methods cannot be traced");
            }
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
            Read found = new Read(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>());
            node.fields.stream().filter(field -> field.value != null).forEach(field -> found.constants.put(field.name, field.value));
            node.methods.forEach(method -> found.methods.put(method.name + method.desc, method));
            return found;
        }
    }
}
