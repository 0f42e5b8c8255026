package crosscountry.trace;

import crosscountry.trace.Values.Refusal;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * The static fields as this trace sees them. A user's class starts with what its fields hold now; interpreted classes
 * of the JDK are initialised anew, by their own code.
 */
final class Statics {
    private final Machine machine;
    private final Map<Field, Cell> cells = new HashMap<>();
    private final Set<Class<?>> initialised = new HashSet<>();

    /** A static field. */
    static final class Cell {
        Object value;
    }

    Statics(Machine machine) {
        this.machine = machine;
    }

    /** The field that this name means in {@code owner}: declared, of an interface, or inherited. */
    Cell cell(Class<?> owner, String name) {
        Field field = find(owner, name);
        if (field == null) {
            throw new Refusal("there is no static field " + owner.getName() + "." + name);
        }
        Class<?> declaring = field.getDeclaringClass();
        if (anew(declaring)) {
            initialise(declaring);
            return cells.computeIfAbsent(field, key -> starting(field));
        }
        Cell known = cells.get(field);
        if (known == null) {
            known = new Cell();
            cells.put(field, known);
            known.value = machine.bridge.read(field, null);
        }
        return known;
    }

    private static Field find(Class<?> owner, String name) {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name) && Modifier.isStatic(field.getModifiers())) {
                    return field;
                }
            }
            for (Class<?> face : type.getInterfaces()) {
                Field field = find(face, name);
                if (field != null) {
                    return field;
                }
            }
        }
        return null;
    }

    private boolean anew(Class<?> type) {
        return Library.isLibrary(type) && !Library.isReal(type) || machine.isShadowed(type);
    }

    private Cell starting(Field field) {
        Cell cell = new Cell();
        Object constant = machine.classes.constant(field.getDeclaringClass(), field.getName());
        cell.value = constant == null ? Values.zero(field.getType()) : constant;
        return cell;
    }

    /** Runs the static initialisers of a class of the JDK that is interpreted, once. */
    void initialise(Class<?> type) {
        if (!anew(type) || type.isArray() || !initialised.add(type)) {
            return;
        }
        if (type.getSuperclass() != null) {
            initialise(type.getSuperclass());
        }
        Code code = machine.classes.find(type, "<clinit>", Type.getMethodDescriptor(Type.VOID_TYPE));
        if (code != null) {
            machine.run(code, new Object[0]);
        }
    }
}
