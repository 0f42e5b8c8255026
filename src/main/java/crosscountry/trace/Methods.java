package crosscountry.trace;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/** Finds methods as the JVM does: superclasses first, then the most specific default method. */
final class Methods {
    private final Code.Classes classes;
    private final Map<List<Object>, Code> found = new HashMap<>();

    Methods(Code.Classes classes) {
        this.classes = classes;
    }

    /** The method that runs when an object of class {@code type} is called. */
    Code select(int opcode, Class<?> owner, Class<?> type, String name, String descriptor) {
        if (opcode == Opcodes.INVOKESPECIAL) {
            return find(owner, name, descriptor);
        }
        Code declared = classes.find(owner, name, descriptor);
        return declared != null && declared.isPrivate() ? declared : find(type, name, descriptor);
    }

    /** The method as {@code type} has it; null if it has none, an abstract one if it has no other. */
    Code find(Class<?> type, String name, String descriptor) {
        List<Object> key = List.of(type, name, descriptor);
        if (!found.containsKey(key)) {
            found.put(key, search(type, name, descriptor));
        }
        return found.get(key);
    }

    private Code search(Class<?> type, String name, String descriptor) {
        Code none = null;
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            Code code = classes.find(at, name, descriptor);
            if (code != null
                    && !Modifier.isAbstract(code.method.access)
                    && (at == type || !code.isPrivate() || code.isStatic())) {
                return code;
            }
            none = none == null ? code : none;
        }
        List<Code> candidates = new ArrayList<>();
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            collect(at, name, descriptor, candidates);
        }
        for (Code code : candidates) {
            if (candidates.stream()
                    .noneMatch(other ->
                            other != code && code.owner != other.owner && code.owner.isAssignableFrom(other.owner))) {
                return code;
            }
        }
        return none;
    }

    private void collect(Class<?> type, String name, String descriptor, List<Code> candidates) {
        for (Class<?> face : type.getInterfaces()) {
            Code code = classes.find(face, name, descriptor);
            if (code != null && code.hasInstructions() && !code.isStatic() && !code.isPrivate()) {
                candidates.add(code);
            }
            collect(face, name, descriptor, candidates);
        }
    }
}
