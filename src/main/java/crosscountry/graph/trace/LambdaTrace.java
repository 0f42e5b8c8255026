package crosscountry.graph.trace;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Source;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Traces the method behind a serializable lambda or method reference; captured values are concrete. */
public final class LambdaTrace {
    private LambdaTrace() {}

    /** The graph of this lambda; {@code sizes} are the lengths of its array parameters. */
    public static Graph graph(Functions.Traceable function, int... sizes) {
        return graph(function, ClassSource.RESOURCES, sizes);
    }

    public static Graph graph(Functions.Traceable function, ClassSource source, int... sizes) {
        SerializedLambda lambda = serialized(function);
        ClassLoader loader = function.getClass().getClassLoader();
        Machine machine = new Machine(new Tape(null), source, loader);
        try {
            return trace(lambda, machine, sizes);
        } catch (Bridge.Refusal refusal) {
            throw new GraphException("cannot trace " + name(lambda) + ": " + refusal.getMessage());
        }
    }

    private static Graph trace(SerializedLambda lambda, Machine machine, int[] sizes) {
        int kind = lambda.getImplMethodKind();
        String owner = lambda.getImplClass();
        Handle body = new Handle(kind, owner, lambda.getImplMethodName(), lambda.getImplMethodSignature(),
                kind == Opcodes.H_INVOKEINTERFACE);
        Class<?> type = machine.type(Type.getObjectType(owner));
        Code code = machine.find(type, lambda.getImplMethodName(), lambda.getImplMethodSignature());
        List<Object> arguments = new ArrayList<>();
        for (int k = 0; k < lambda.getCapturedArgCount(); k++) {
            arguments.add(machine.bridge.in(lambda.getCapturedArg(k)));
        }
        Type[] parameters = Type.getArgumentTypes(lambda.getInstantiatedMethodType());
        Signature signature = new Signature(code, machine.tape, machine.bridge, Arrays.stream(sizes).boxed().toList(), Map.of());
        arguments.addAll(signature.arguments(classes(machine, parameters)));
        Source start = new Source(name(lambda), code == null ? 0 : code.source(code.instructions.length - 1).line());
        return Trace.finish(machine, start, () -> machine.handle(start, body, arguments), name(lambda));
    }

    private static Class<?>[] classes(Machine machine, Type[] types) {
        Class<?>[] classes = new Class<?>[types.length];
        for (int k = 0; k < types.length; k++) {
            classes[k] = machine.type(types[k]);
        }
        return classes;
    }

    private static String name(SerializedLambda lambda) {
        return lambda.getImplMethodName().startsWith("lambda$") ? "lambda" : lambda.getImplMethodName();
    }

    private static SerializedLambda serialized(Functions.Traceable function) {
        try {
            Method replace = function.getClass().getDeclaredMethod("writeReplace");
            replace.setAccessible(true);
            return (SerializedLambda) replace.invoke(function);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new GraphException("the function is no lambda or method reference: " + function.getClass().getName());
        }
    }
}
