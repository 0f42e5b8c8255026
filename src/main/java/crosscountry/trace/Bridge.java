package crosscountry.trace;

import crosscountry.graph.GraphException;
import crosscountry.trace.Values.Array;
import crosscountry.trace.Values.Instance;
import crosscountry.trace.Values.Refusal;
import java.lang.reflect.Field;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Brings real values into the interpreter: arrays are copied, objects get a stand-in whose fields are read when the
 * program reads them, and collections of the JDK are rebuilt from their elements. A real object has a single stand-in.
 */
final class Bridge {
    private final Machine machine;
    private final Map<Object, Object> known = new IdentityHashMap<>();
    private final JdkCopies copies;
    private final FoundLambdas lambdas;

    Bridge(Machine machine) {
        this.machine = machine;
        copies = new JdkCopies(machine);
        lambdas = new FoundLambdas(machine);
    }

    /** The interpreter's form of a value of this static type. */
    Object in(Object real, Class<?> type) {
        if (type == boolean.class) {
            return (Boolean) real ? 1 : 0;
        }
        if (type == char.class) {
            return (int) (Character) real;
        }
        return type == byte.class || type == short.class
                ? (Object) ((Number) real).intValue()
                : type.isPrimitive() ? real : in(real);
    }

    /** The interpreter's form of a reference. */
    Object in(Object real) {
        if (real == null || Values.isStandIn(real)) {
            return real;
        }
        Object stand = known.get(real);
        if (stand == null) {
            stand = standIn(real);
            known.put(real, stand);
        }
        return stand;
    }

    private Object standIn(Object real) {
        Class<?> type = real.getClass();
        if (type.isArray()) {
            return array(real);
        }
        if (real instanceof RandomGenerator) {
            throw new Refusal("a random generator made outside of the function is used; "
                    + "its numbers would be frozen into the graph");
        }
        if (real instanceof StringBuilder text) {
            return new StringBuilder(text);
        }
        if (lambdas.isLambda(type)) {
            return lambdas.of(real);
        }
        if (!Library.isLibrary(type)) {
            return new Instance(type, real, unread(type));
        }
        return Library.isReal(type) ? real : copies.in(real);
    }

    private Object[] unread(Class<?> type) {
        Object[] slots = machine.layouts.of(type).zeros().clone();
        java.util.Arrays.fill(slots, Instance.UNREAD);
        return slots;
    }

    private Array array(Object real) {
        int length = java.lang.reflect.Array.getLength(real);
        Class<?> component = real.getClass().getComponentType();
        Array copy = Array.of(component, length);
        known.put(real, copy);
        for (int k = 0; k < length; k++) {
            copy.elements()[k] = in(java.lang.reflect.Array.get(real, k), component);
        }
        return copy;
    }

    /** A field of an object. */
    Object field(Instance instance, int slot) {
        Object value = instance.slots[slot];
        if (value == Instance.UNREAD) {
            value = read(machine.layouts.of(instance.type).fields().get(slot), instance.real);
            instance.slots[slot] = value;
        }
        return value;
    }

    /** A real field's value; {@code holder} is null for a static one. */
    Object read(Field field, Object holder) {
        if (holder instanceof Enum<?> constant && field.getDeclaringClass() == Enum.class) {
            return switch (field.getName()) {
                case "name" -> constant.name();
                case "ordinal" -> constant.ordinal();
                default -> 0;
            };
        }
        String name = field.getDeclaringClass().getName() + "." + field.getName();
        try {
            if (!java.lang.reflect.Modifier.isPublic(field.getModifiers())
                    || !java.lang.reflect.Modifier.isPublic(
                            field.getDeclaringClass().getModifiers())) {
                field.setAccessible(true);
            }
            return in(field.get(holder), field.getType());
        } catch (ExceptionInInitializerError failed) {
            throw new Refusal("the static initialiser of "
                    + field.getDeclaringClass().getName() + " fails with " + failed.getCause());
        } catch (NoClassDefFoundError failed) {
            throw new Refusal("the class " + field.getDeclaringClass().getName() + " cannot be initialised ("
                    + failed.getMessage() + ")");
        } catch (ReflectiveOperationException | RuntimeException e) {
            if (e instanceof Refusal || e instanceof GraphException || e instanceof Values.Thrown) {
                throw (RuntimeException) e;
            }
            throw new Refusal("the field " + name + " of an object made outside of the function cannot be read");
        }
    }
}
