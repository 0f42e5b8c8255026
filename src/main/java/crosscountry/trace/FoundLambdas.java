package crosscountry.trace;

import crosscountry.graph.GraphException;
import crosscountry.trace.Values.Array;
import crosscountry.trace.Values.Instance;
import crosscountry.trace.Values.Lambda;
import crosscountry.trace.Values.Refusal;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the code behind lambdas that were made before tracing, in static fields and enum constants. The JVM hides the
 * class of such a lambda, but not the class that contains its source. If only one lambda there has its form, that is
 * the one; otherwise the static initialiser of that class is interpreted on the side, and the lambdas that it stores in
 * the same fields are taken to be the same.
 */
final class FoundLambdas {
    private final Machine machine;
    private final Map<Class<?>, Map<Object, Lambda>> initialised = new IdentityHashMap<>();

    FoundLambdas(Machine machine) {
        this.machine = machine;
    }

    boolean isLambda(Class<?> type) {
        return type.isHidden() && type.getName().contains("$$Lambda");
    }

    Object of(Object real) {
        Lambda serialized = serialized(real);
        if (serialized != null) {
            return serialized;
        }
        Class<?> type = real.getClass();
        Class<?> face = type.getInterfaces()[0];
        String home = type.getName().substring(0, type.getName().indexOf("$$Lambda"));
        Class<?> written = machine.type(type.getClassLoader(), Type.getObjectType(home.replace('.', '/')));
        List<Lambda> fitting = fitting(real, written, face);
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        Lambda found = initialised.computeIfAbsent(written, this::initialise).get(real);
        if (found != null) {
            return found;
        }
        throw new Refusal(
                "a lambda made in " + home + " before tracing cannot be told from others there; write it as a method");
    }

    /** The lambdas written in a class that make such an object of such captured values. */
    private List<Lambda> fitting(Object real, Class<?> written, Class<?> face) {
        Field[] fields = real.getClass().getDeclaredFields();
        List<Lambda> fitting = new ArrayList<>();
        for (MethodNode method : machine.classes.methods(written)) {
            for (AbstractInsnNode node : method.instructions) {
                if (node instanceof InvokeDynamicInsnNode dynamic
                        && dynamic.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                        && Type.getReturnType(dynamic.desc).getClassName().equals(face.getName())
                        && fits(fields, Type.getArgumentTypes(dynamic.desc))) {
                    fitting.add(Dynamic.lambda(machine, new Code(written, method), dynamic, captured(real, fields)));
                }
            }
        }
        return fitting;
    }

    private static boolean fits(Field[] fields, Type[] captured) {
        if (fields.length != captured.length) {
            return false;
        }
        for (int k = 0; k < fields.length; k++) {
            if (!Type.getType(fields[k].getType()).equals(captured[k])) {
                return false;
            }
        }
        return true;
    }

    private List<Object> captured(Object real, Field[] fields) {
        List<Object> values = new ArrayList<>();
        for (Field field : fields) {
            values.add(machine.bridge.read(field, real));
        }
        return values;
    }

    private Lambda serialized(Object real) {
        try {
            Method replace = real.getClass().getDeclaredMethod("writeReplace");
            replace.setAccessible(true);
            return of((SerializedLambda) replace.invoke(real), real.getClass().getClassLoader());
        } catch (ReflectiveOperationException | RuntimeException none) {
            return null;
        }
    }

    /** The lambda that this form describes. */
    Lambda of(SerializedLambda form, ClassLoader loader) {
        Handle body = new Handle(
                form.getImplMethodKind(),
                form.getImplClass(),
                form.getImplMethodName(),
                form.getImplMethodSignature(),
                form.getImplMethodKind() == Opcodes.H_INVOKEINTERFACE);
        List<Object> captured = new ArrayList<>();
        Type[] types = Type.getArgumentTypes(form.getImplMethodSignature());
        for (int k = 0; k < form.getCapturedArgCount(); k++) {
            int argument = form.getImplMethodKind() == Opcodes.H_INVOKESTATIC
                            || form.getImplMethodKind() == Opcodes.H_NEWINVOKESPECIAL
                    ? k
                    : k - 1;
            Object value = machine.bridge.in(form.getCapturedArg(k));
            captured.add(argument >= 0 && types[argument].getSort() < Type.ARRAY ? Lambdas.unbox(value) : value);
        }
        return new Lambda(
                machine.type(loader, Type.getObjectType(form.getFunctionalInterfaceClass())),
                List.of(),
                form.getFunctionalInterfaceMethodName(),
                Type.getMethodType(form.getFunctionalInterfaceMethodSignature()),
                Type.getMethodType(form.getInstantiatedMethodType()),
                machine.type(loader, Type.getObjectType(form.getImplClass())),
                body,
                captured);
    }

    /** The real lambdas in a class's static fields, each with the one that its static initialiser makes. */
    private Map<Object, Lambda> initialise(Class<?> written) {
        Map<Object, Lambda> pairs = new IdentityHashMap<>();
        Machine beside = machine.shadow(written);
        try {
            beside.statics.initialise(written);
        } catch (GraphException | Refusal | Values.Thrown untraceable) {
            return pairs;
        }
        Map<Object, Object> seen = new IdentityHashMap<>();
        for (Field field : written.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                field.setAccessible(true);
                try {
                    pair(beside, field.get(null), beside.statics.cell(written, field.getName()).value, pairs, seen);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return pairs;
    }

    private void pair(Machine beside, Object real, Object made, Map<Object, Lambda> pairs, Map<Object, Object> seen)
            throws IllegalAccessException {
        if (real == null || made == null || seen.put(real, made) != null) {
            return;
        }
        if (isLambda(real.getClass()) && made instanceof Lambda lambda) {
            pairs.put(real, lambda);
        } else if (made instanceof Array array && real instanceof Object[] elements) {
            for (int k = 0; k < Math.min(elements.length, array.elements().length); k++) {
                pair(beside, elements[k], array.elements()[k], pairs, seen);
            }
        } else if (made instanceof Instance instance
                && instance.type == real.getClass()
                && !Library.isLibrary(instance.type)) {
            List<Field> fields = beside.layouts.of(instance.type).fields();
            for (int slot = 0; slot < fields.size(); slot++) {
                Field field = fields.get(slot);
                if (!field.getType().isPrimitive() && !Library.isLibrary(field.getDeclaringClass())) {
                    field.setAccessible(true);
                    pair(beside, field.get(real), beside.bridge.field(instance, slot), pairs, seen);
                }
            }
        } else if (made instanceof Instance instance && real instanceof List<?> list) {
            Object copy = beside.call(
                    new crosscountry.graph.Source("a static field", 0),
                    Opcodes.INVOKEINTERFACE,
                    java.util.Collection.class,
                    "toArray",
                    "()[Ljava/lang/Object;",
                    instance);
            pair(beside, list.toArray(), copy, pairs, seen);
        }
    }
}
