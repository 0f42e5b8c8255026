package crosscountry.graph.trace;

import crosscountry.graph.GraphException;
import crosscountry.graph.Source;
import crosscountry.graph.trace.Bridge.Refusal;
import crosscountry.graph.trace.Values.Array;
import crosscountry.graph.trace.Values.Instance;
import crosscountry.graph.trace.Values.Lambda;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Finds the method that a call means and runs it: a primitive, a library method on concrete values, or user code. */
final class Machine {
    static final int MOST_STEPS = 5_000_000;
    private static final int DEEPEST = 500;

    final Tape tape;
    final Bridge bridge = new Bridge();
    final Code.Library library;
    private final ClassLoader loader;
    private final Intrinsics intrinsics;
    private final Map<String, Object> statics = new HashMap<>();
    private int depth;
    private int steps;

    Machine(Tape tape, ClassSource source, ClassLoader loader) {
        this.tape = tape;
        this.library = new Code.Library(source);
        this.loader = loader;
        this.intrinsics = new Intrinsics(tape);
    }

    static GraphException refuse(Source source, String reason) {
        return new GraphException("cannot trace " + source.method() + ", line " + source.line() + ": " + reason);
    }

    void step(Source source) {
        if (++steps > MOST_STEPS) {
            throw refuse(source, "more than " + MOST_STEPS + " steps; loops are unrolled, so they must be short");
        }
    }

    /** Calls a method; {@code arguments} starts with the receiver unless the call is static. */
    Object call(Source at, int opcode, String owner, String name, String descriptor, List<Object> arguments) {
        if (owner.startsWith("REPL/") && owner.contains("$Cancel")) {
            return null; // JShell's execution control puts stop checks into the code it loads
        }
        try {
            Optional<Object> primitive = intrinsics.call(at, owner, name, descriptor, arguments.toArray());
            return primitive.isPresent() ? primitive.get() : dispatch(at, opcode, owner, name, descriptor, arguments);
        } catch (Refusal refusal) {
            throw refuse(at, "the call of " + owner.replace('/', '.') + "." + name + ": " + refusal.getMessage());
        }
    }

    private Object dispatch(Source at, int opcode, String owner, String name, String descriptor, List<Object> arguments) {
        Class<?> declared = type(Type.getObjectType(owner));
        if (opcode == Opcodes.INVOKESTATIC) {
            if (owner.equals("java/lang/Double") && name.equals("valueOf") && descriptor.startsWith("(D)")) {
                return arguments.get(0);
            }
            Optional<Object> copied = ArrayCalls.call(owner, name, arguments);
            return copied.isPresent() ? copied.get() == arguments ? null : copied.get()
                    : Bridge.isLibrary(declared) ? onLibrary(at, declared, name, descriptor, null, arguments)
                    : run(at, declared, name, descriptor, arguments);
        }
        Object receiver = arguments.get(0);
        List<Object> rest = arguments.subList(1, arguments.size());
        if (receiver == null) {
            throw new Values.Thrown(new NullPointerException("call of " + name + " on null"));
        }
        if (receiver instanceof Symbol && name.equals("doubleValue")) {
            return receiver;
        }
        if (receiver instanceof Array array && name.equals("clone")) {
            return new Array(array.component(), array.elements().clone());
        }
        if (receiver instanceof Lambda lambda) {
            return lambda.method.equals(name) ? lambda(at, lambda, rest) : run(at, lambda.type, name, descriptor, arguments);
        }
        if (receiver instanceof Instance instance) {
            Class<?> from = opcode == Opcodes.INVOKESPECIAL ? declared : instance.type;
            if (name.equals("<init>") && Bridge.isLibrary(declared)) {
                return null; // Object, Record, Enum, RuntimeException: nothing in them can be symbolic
            }
            if (find(from, name, descriptor) == null && Bridge.isLibrary(declared)) {
                return onLibrary(at, declared, name, descriptor, receiver, rest);
            }
            return run(at, from, name, descriptor, arguments);
        }
        return onLibrary(at, declared, name, descriptor, receiver, rest);
    }

    private Object onLibrary(Source at, Class<?> owner, String name, String descriptor, Object receiver, List<Object> arguments) {
        if (owner == Math.class && name.equals("random") || name.equals("nanoTime") || name.equals("currentTimeMillis")) {
            throw new Refusal("its value would be frozen into the graph");
        }
        return bridge.invoke(owner, name, parameters(descriptor), receiver, arguments.toArray());
    }

    Object construct(Class<?> type, String descriptor, List<Object> arguments) {
        return bridge.construct(type, parameters(descriptor), arguments.toArray());
    }

    private Object lambda(Source at, Lambda lambda, List<Object> rest) {
        List<Object> all = new ArrayList<>(lambda.captured);
        all.addAll(rest);
        return handle(at, lambda.body, all);
    }

    /** Calls what a method handle means. */
    Object handle(Source at, Handle body, List<Object> arguments) {
        int opcode = switch (body.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKESPECIAL, Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> Opcodes.INVOKEVIRTUAL;
        };
        if (body.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            return call(at, opcode, body.getOwner(), body.getName(), body.getDesc(), arguments);
        }
        Class<?> type = type(Type.getObjectType(body.getOwner()));
        if (Bridge.isLibrary(type)) {
            return construct(type, body.getDesc(), arguments);
        }
        List<Object> all = new ArrayList<>(arguments);
        Instance made = new Instance(type, null);
        all.add(0, made);
        call(at, opcode, body.getOwner(), body.getName(), body.getDesc(), all);
        return made;
    }

    private Object run(Source at, Class<?> from, String name, String descriptor, List<Object> arguments) {
        Code code = find(from, name, descriptor);
        if (code == null) {
            throw new Refusal("there is no such method in " + from.getName());
        }
        return run(at, code, arguments);
    }

    /** Runs a method's code; {@code at} is the caller's place. */
    Object run(Source at, Code code, List<Object> arguments) {
        if ((code.method.access & Opcodes.ACC_NATIVE) != 0 || code.instructions.length == 0) {
            throw new Refusal("it is native or abstract and has no bytecode");
        }
        if (++depth > DEEPEST) {
            throw refuse(at, "calls are nested deeper than " + DEEPEST);
        }
        try {
            return new Frame(this, code, arguments).run();
        } finally {
            depth--;
        }
    }

    /** The code of a method as inherited: superclasses first, then default methods. */
    Code find(Class<?> from, String name, String descriptor) {
        for (Class<?> type = from; type != null; type = type.getSuperclass()) {
            if (type == from || !Bridge.isLibrary(type)) {
                Code code = library.find(type, name, descriptor);
                if (code != null && code.instructions.length > 0) {
                    return code;
                }
            }
        }
        for (Class<?> type = from; type != null; type = type.getSuperclass()) {
            for (Class<?> face : type.getInterfaces()) {
                Code code = find(face, name, descriptor);
                if (code != null) {
                    return code;
                }
            }
        }
        return null;
    }

    Object getStatic(String owner, String name) {
        Class<?> type = type(Type.getObjectType(owner));
        String key = owner + '.' + name;
        return statics.computeIfAbsent(key, k -> {
            for (Class<?> c = type; c != null; c = c.getSuperclass()) {
                for (Class<?> place : withInterfaces(c)) {
                    for (var field : place.getDeclaredFields()) {
                        if (field.getName().equals(name) && Modifier.isStatic(field.getModifiers())) {
                            return bridge.read(field, null);
                        }
                    }
                }
            }
            throw new Refusal("there is no static field " + key);
        });
    }

    void putStatic(String owner, String name, Object value) {
        statics.put(owner + '.' + name, value);
    }

    private static List<Class<?>> withInterfaces(Class<?> type) {
        List<Class<?>> all = new ArrayList<>(List.of(type));
        all.addAll(List.of(type.getInterfaces()));
        return all;
    }

    private Class<?>[] parameters(String descriptor) {
        Type[] types = Type.getArgumentTypes(descriptor);
        Class<?>[] classes = new Class<?>[types.length];
        for (int k = 0; k < types.length; k++) {
            classes[k] = type(types[k]);
        }
        return classes;
    }

    Class<?> type(Type type) {
        switch (type.getSort()) {
            case Type.BOOLEAN: return boolean.class;
            case Type.CHAR: return char.class;
            case Type.BYTE: return byte.class;
            case Type.SHORT: return short.class;
            case Type.INT: return int.class;
            case Type.LONG: return long.class;
            case Type.FLOAT: return float.class;
            case Type.DOUBLE: return double.class;
            default:
        }
        try {
            String name = type.getSort() == Type.ARRAY ? type.getDescriptor().replace('/', '.') : type.getClassName();
            return Class.forName(type.getSort() == Type.ARRAY ? name : type.getInternalName().replace('/', '.'), false, loader);
        } catch (ClassNotFoundException e) {
            throw new Refusal("the class " + type.getClassName() + " is not at hand");
        }
    }
}
