package crosscountry.trace;

import crosscountry.graph.Source;
import crosscountry.trace.Values.Lambda;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Calls what a lambda or method reference stands for, with the boxing and widening that its use requires. */
final class Lambdas {
    private Lambdas() {}

    static Object call(Machine machine, Source at, Lambda lambda, Object[] rest) {
        Type[] wanted = lambda.wanted().getArgumentTypes();
        Type[] parameters = parameters(lambda.body());
        List<Object> all = new ArrayList<>(lambda.captured());
        for (int k = 0; k < rest.length; k++) {
            int place = all.size();
            Type from = isPrimitive(lambda.called().getArgumentTypes()[k])
                    ? lambda.called().getArgumentTypes()[k]
                    : wanted[k];
            all.add(adapt(rest[k], from, parameters[place]));
        }
        Object result = handle(machine, at, lambda.home(), lambda.body(), all.toArray());
        Type from = lambda.body().getTag() == Opcodes.H_NEWINVOKESPECIAL
                ? Type.getObjectType(lambda.body().getOwner())
                : Type.getReturnType(lambda.body().getDesc());
        Type to = lambda.called().getReturnType();
        return to == Type.VOID_TYPE
                ? null
                : adapt(result, from, isPrimitive(to) ? to : lambda.wanted().getReturnType());
    }

    /** All that the body takes: the receiver first where it has one. */
    private static Type[] parameters(Handle body) {
        Type[] types = Type.getArgumentTypes(body.getDesc());
        if (body.getTag() == Opcodes.H_INVOKESTATIC || body.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            return types;
        }
        List<Type> all = new ArrayList<>(List.of(Type.getObjectType(body.getOwner())));
        all.addAll(Arrays.asList(types));
        return all.toArray(Type[]::new);
    }

    /** Calls what a method handle means. */
    static Object handle(Machine machine, Source at, Class<?> owner, Handle body, Object... arguments) {
        if (body.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            return machine.construct(at, owner, body.getDesc(), arguments);
        }
        int opcode = switch (body.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> Opcodes.INVOKEVIRTUAL;
        };
        return machine.call(at, opcode, owner, body.getName(), body.getDesc(), arguments);
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    /** A value of type {@code from} where {@code to} is wanted. */
    static Object adapt(Object value, Type from, Type to) {
        if (isPrimitive(from)) {
            return isPrimitive(to) ? widened(value, to) : box(value, from);
        }
        return isPrimitive(to) ? widened(unbox(value), to) : value;
    }

    static Object box(Object value, Type primitive) {
        return switch (primitive.getSort()) {
            case Type.BOOLEAN -> (Integer) value != 0;
            case Type.CHAR -> (char) (int) (Integer) value;
            case Type.BYTE -> (byte) (int) (Integer) value;
            case Type.SHORT -> (short) (int) (Integer) value;
            case Type.DOUBLE -> Doubles.box(value);
            default -> value;
        };
    }

    static Object unbox(Object reference) {
        if (reference == null) {
            throw new NullPointerException("null where a number is needed");
        }
        if (reference instanceof Boolean b) {
            return b ? 1 : 0;
        }
        if (reference instanceof Character c) {
            return (int) c;
        }
        return reference instanceof Short || reference instanceof Byte
                ? (Object) ((Number) reference).intValue()
                : Doubles.unbox(reference);
    }

    private static Object widened(Object value, Type to) {
        if (!(value instanceof Number number)) {
            return value;
        }
        return switch (to.getSort()) {
            case Type.LONG -> number.longValue();
            case Type.FLOAT -> number.floatValue();
            case Type.DOUBLE -> number.doubleValue();
            default -> value;
        };
    }
}
