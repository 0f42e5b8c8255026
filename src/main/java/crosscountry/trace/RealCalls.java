package crosscountry.trace;

import crosscountry.trace.Values.Array;
import crosscountry.trace.Values.Instance;
import crosscountry.trace.Values.Refusal;
import crosscountry.trace.Values.Thrown;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.random.RandomGenerator;

/**
 * Calls methods that run for real, on values that are real and do not depend on the inputs; refuses all other calls.
 */
final class RealCalls {
    private final Machine machine;

    RealCalls(Machine machine) {
        this.machine = machine;
    }

    Object invoke(Call call) {
        boolean onObject = call.opcode() != org.objectweb.asm.Opcodes.INVOKESTATIC;
        Object receiver = onObject ? call.x()[0] : null;
        refuseClocks(call);
        if (call.name().equals("equals") && call.x().length == 2 && onObject && Values.isStandIn(call.x()[1])) {
            Texts.refuse(call);
            return 0; // no class of the JDK considers an object of another class equal
        }
        try {
            Method method = accessible(onObject ? receiver.getClass() : call.owner(), call);
            Object result = run(call, method, receiver, onObject ? 1 : 0);
            boolean own = result == receiver
                    || result != null && Library.isReal(result.getClass()) && !(result instanceof RandomGenerator);
            return own && !method.getReturnType().isPrimitive()
                    ? result
                    : machine.bridge.in(result, method.getReturnType());
        } catch (NoSuchMethodException e) {
            throw new Refusal("the call of " + call.method() + ": it is not accessible");
        }
    }

    Object construct(Call call) {
        if (call.owner() == java.util.Random.class && call.x().length == 0
                || call.owner() == java.util.SplittableRandom.class && call.x().length == 0) {
            throw new Refusal("a random generator without a seed would freeze its numbers into the graph");
        }
        try {
            Constructor<?> constructor =
                    call.owner().getConstructor(machine.parameters(call.owner(), call.descriptor()));
            return run(call, constructor, null, 0);
        } catch (NoSuchMethodException e) {
            throw new Refusal("the constructor of " + call.owner().getName() + " is not accessible");
        }
    }

    private static void refuseClocks(Call call) {
        if (call.owner() == Math.class && call.name().equals("random")
                || call.name().equals("nanoTime")
                || call.name().equals("currentTimeMillis")
                || call.owner().getName().startsWith("java.time.")
                        && call.name().equals("now")
                || call.owner() == java.util.UUID.class && call.name().equals("randomUUID")) {
            throw new Refusal("the value of " + call.method() + " would be frozen into the graph");
        }
    }

    private Object run(Call call, Executable executable, Object receiver, int first) {
        Class<?>[] types = executable.getParameterTypes();
        Object[] real = new Object[types.length];
        Texts.refuse(machine, receiver, "the call of " + call.method());
        for (int k = 0; k < real.length; k++) {
            real[k] = out(call, call.x()[first + k], types[k]);
        }
        try {
            Object result = executable instanceof Constructor<?> constructor
                    ? constructor.newInstance(real)
                    : ((Method) executable).invoke(receiver, real);
            for (int k = 0; k < real.length; k++) {
                if (call.x()[first + k] instanceof Array array) {
                    copyBack(array, real[k]);
                }
            }
            return result;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof StackOverflowError || e.getCause() instanceof OutOfMemoryError) {
                throw new Refusal("the call of " + call.method() + " fails with " + e.getCause());
            }
            throw new Thrown(e.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new Refusal("the call of " + call.method() + ": it cannot be called (" + e.getMessage() + ")");
        }
    }

    /** The real form of a value where a parameter is {@code wanted}. */
    private Object out(Call call, Object value, Class<?> wanted) {
        Texts.refuse(machine, value, "the call of " + call.method());
        if (value instanceof Integer i && wanted.isPrimitive()) {
            return wanted == boolean.class
                    ? (Object) (i != 0)
                    : wanted == char.class
                            ? (Object) (char) (int) i
                            : wanted == short.class
                                    ? (Object) (short) (int) i
                                    : wanted == byte.class ? (Object) (byte) (int) i : i;
        }
        if (value instanceof Array array) {
            Object real = java.lang.reflect.Array.newInstance(array.component(), array.elements().length);
            for (int k = 0; k < array.elements().length; k++) {
                java.lang.reflect.Array.set(real, k, out(call, array.elements()[k], array.component()));
            }
            return real;
        }
        if (value instanceof Symbol
                || value instanceof Values.Bits
                || value instanceof Instance instance && instance.type == Double.class) {
            throw new Refusal(
                    "the call of " + call.method() + ": it cannot be followed on a value that depends on the inputs");
        }
        if (Values.isStandIn(value)) {
            throw new Refusal(
                    "the call of " + call.method() + ": it runs outside of the traced code and cannot be given "
                            + (value instanceof Instance instance
                                    ? "an object of " + instance.type.getSimpleName()
                                    : "a lambda"));
        }
        return value;
    }

    /** Arrays are passed as copies, and what the method wrote into them is copied back. */
    private void copyBack(Array array, Object real) {
        for (int k = 0; k < array.elements().length; k++) {
            Object now = java.lang.reflect.Array.get(real, k);
            if (now != array.elements()[k] && !(array.elements()[k] instanceof Array)) {
                array.elements()[k] = machine.bridge.in(now, array.component());
            }
        }
    }

    /** The method through a public class or interface: the receiver's own class is often hidden in its module. */
    private Method accessible(Class<?> type, Call call) throws NoSuchMethodException {
        Class<?>[] parameters = machine.parameters(call.owner(), call.descriptor());
        Method declared = call.owner().getMethod(call.name(), parameters);
        if (reachable(declared)) {
            return declared;
        }
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            try {
                Method method = at.getMethod(call.name(), parameters);
                if (reachable(method)) {
                    return method;
                }
                for (Class<?> face : at.getInterfaces()) {
                    method = face.getMethod(call.name(), parameters);
                    if (reachable(method)) {
                        return method;
                    }
                }
            } catch (NoSuchMethodException e) {
                continue;
            }
        }
        return declared;
    }

    private static boolean reachable(Method method) {
        Class<?> owner = method.getDeclaringClass();
        return Modifier.isPublic(owner.getModifiers()) && owner.getModule().isExported(owner.getPackageName());
    }
}
