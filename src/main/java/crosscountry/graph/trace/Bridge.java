package crosscountry.graph.trace;

import crosscountry.graph.trace.Values.Array;
import crosscountry.graph.trace.Values.Instance;
import crosscountry.graph.trace.Values.Thrown;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/** Between interpreter values and real objects: copies arrays and user objects in, and calls library methods on concrete values. */
final class Bridge {
    private final Map<Object, Object> copies = new IdentityHashMap<>();

    static boolean isLibrary(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /** The interpreter's form of a real value. */
    Object in(Object real) {
        if (real instanceof Boolean b) {
            return b ? 1 : 0;
        }
        if (real instanceof Character c) {
            return (int) c;
        }
        if (real instanceof Short || real instanceof Byte) {
            return ((Number) real).intValue();
        }
        if (real == null || isLibrary(real.getClass()) && !real.getClass().isArray()
                || real instanceof Symbol || real instanceof Instance || real instanceof Array || real instanceof Values.Lambda) {
            return real;
        }
        Object known = copies.get(real);
        return known != null ? known : real.getClass().isArray() ? array(real) : instance(real);
    }

    private Array array(Object real) {
        int length = java.lang.reflect.Array.getLength(real);
        Array copy = new Array(real.getClass().getComponentType(), new Object[length]);
        copies.put(real, copy);
        for (int k = 0; k < length; k++) {
            copy.elements()[k] = in(java.lang.reflect.Array.get(real, k));
        }
        return copy;
    }

    private Instance instance(Object real) {
        Instance copy = new Instance(real.getClass(), real);
        copies.put(real, copy);
        for (Class<?> type = real.getClass(); type != null && !isLibrary(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    copy.fields.put(field.getName(), read(field, real));
                }
            }
        }
        return copy;
    }

    Object read(Field field, Object holder) {
        try {
            field.setAccessible(true);
            return in(field.get(holder));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new Refusal("the field " + field.getDeclaringClass().getName() + "." + field.getName() + " cannot be read");
        }
    }

    /** The real form of an interpreter value where a library method wants {@code wanted}. */
    private static Object out(Object value, Class<?> wanted) {
        if (value instanceof Integer i) {
            return wanted == boolean.class ? (Object) (i != 0) : wanted == char.class ? (Object) (char) (int) i
                    : wanted == short.class ? (Object) (short) (int) i : wanted == byte.class ? (Object) (byte) (int) i : i;
        }
        if (value instanceof Array array) {
            Object real = java.lang.reflect.Array.newInstance(array.component(), array.elements().length);
            for (int k = 0; k < array.elements().length; k++) {
                Object element = out(array.elements()[k], array.component());
                if (element instanceof Symbol && array.component() != Object.class) {
                    throw new Refusal("an array that holds symbolic values cannot be passed to it");
                }
                java.lang.reflect.Array.set(real, k, element);
            }
            return real;
        }
        if (value instanceof Instance instance && instance.real != null) {
            return instance.real;
        }
        if (value instanceof Symbol && wanted != Object.class) {
            throw new Refusal("it cannot be traced on a symbolic value");
        }
        if (value != null && !wanted.isPrimitive() && !wanted.isInstance(value)) {
            throw new Refusal("it would need a real " + wanted.getSimpleName());
        }
        return value;
    }

    Object invoke(Class<?> owner, String name, Class<?>[] parameters, Object receiver, Object[] arguments) {
        try {
            Method method = accessible(owner, receiver, name, parameters);
            return in(call(method, receiver == null ? null : out(receiver, Object.class), arguments));
        } catch (NoSuchMethodException e) {
            throw new Refusal("it is not accessible");
        }
    }

    Object construct(Class<?> type, Class<?>[] parameters, Object[] arguments) {
        try {
            Constructor<?> constructor = type.getConstructor(parameters);
            return call(constructor, null, arguments);
        } catch (NoSuchMethodException e) {
            throw new Refusal("its constructor is not accessible");
        }
    }

    private Object call(Executable executable, Object receiver, Object[] arguments) {
        Object[] real = new Object[arguments.length];
        for (int k = 0; k < real.length; k++) {
            real[k] = out(arguments[k], executable.getParameterTypes()[k]);
        }
        try {
            Object result = executable instanceof Constructor<?> c ? c.newInstance(real) : ((Method) executable).invoke(receiver, real);
            copyBack(arguments, real);
            return result;
        } catch (InvocationTargetException e) {
            throw new Thrown(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new Refusal("it cannot be called: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new Refusal("its arguments do not fit: " + e.getMessage());
        }
    }

    /** Arrays go out as copies; what the library wrote into them comes back. */
    private void copyBack(Object[] arguments, Object[] real) {
        for (int k = 0; k < real.length; k++) {
            if (arguments[k] instanceof Array array && array.component().isPrimitive()) {
                for (int i = 0; i < array.elements().length; i++) {
                    array.elements()[i] = in(java.lang.reflect.Array.get(real[k], i));
                }
            }
        }
    }

    /** The method through a public class or interface: the receiver's own class is often hidden in its module. */
    private static Method accessible(Class<?> owner, Object receiver, String name, Class<?>[] parameters)
            throws NoSuchMethodException {
        Method method = owner.getMethod(name, parameters);
        if (Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
            return method;
        }
        for (Class<?> face : Arrays.asList(owner.getInterfaces())) {
            try {
                return face.getMethod(name, parameters);
            } catch (NoSuchMethodException e) {
                continue;
            }
        }
        return method;
    }

    /** The reason why something cannot be traced; the place is added where it is known. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String reason) {
            super(reason, null, false, false);
        }
    }
}
