package crosscountry.trace;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Source;
import crosscountry.trace.Values.Lambda;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;

/** Traces the method behind a serializable lambda or method reference; captured values are concrete. */
final class LambdaTrace implements Target {
    private final Functions.Traceable function;
    private final ClassSource source;
    private final List<Integer> sizes;
    private final SerializedLambda form;

    private LambdaTrace(Functions.Traceable function, ClassSource source, int[] sizes) {
        this.function = function;
        this.source = source;
        this.sizes = Arrays.stream(sizes).boxed().toList();
        form = serialized(function);
    }

    /** The graph of this lambda; {@code sizes} are the lengths of its array parameters. */
    static Graph graph(Functions.Traceable function, int... sizes) {
        return graph(function, ClassSource.RESOURCES, sizes);
    }

    static Graph graph(Functions.Traceable function, ClassSource source, int... sizes) {
        return new TracedFunction(new LambdaTrace(function, source, sizes)).anywhere();
    }

    @Override
    public String name() {
        return form.getImplMethodName().startsWith("lambda$") ? "lambda" : form.getImplMethodName();
    }

    @Override
    public ClassSource source() {
        return source;
    }

    private ClassLoader loader() {
        return function.getClass().getClassLoader();
    }

    @Override
    public Class<?> home() {
        return function.getClass();
    }

    private Code code(Machine machine) {
        Class<?> owner = machine.type(loader(), Type.getObjectType(form.getImplClass()));
        return machine.methods.find(owner, form.getImplMethodName(), form.getImplMethodSignature());
    }

    @Override
    public List<Parameter> parameters(Machine machine) {
        Type[] types = Type.getArgumentTypes(form.getInstantiatedMethodType());
        return new Signature(code(machine), sizes, Map.of())
                .parameters(Arrays.stream(types)
                        .map(type -> machine.type(loader(), type))
                        .toArray(Class<?>[]::new));
    }

    @Override
    public Source start(Machine machine) {
        Code code = code(machine);
        return new Source(
                name(),
                code == null || !code.hasInstructions()
                        ? 0
                        : code.source(code.instructions.length - 1).line());
    }

    @Override
    public Object interpret(Machine machine, Object[] arguments) {
        Lambda lambda = new FoundLambdas(machine).of(form, loader());
        return Lambdas.call(machine, start(machine), lambda, arguments);
    }

    @Override
    public Object call(Object[] arguments) throws Throwable {
        Method method = Arrays.stream(function.getClass().getInterfaces()[0].getMethods())
                .filter(m -> Modifier.isAbstract(m.getModifiers()))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        try {
            return method.invoke(function, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static SerializedLambda serialized(Functions.Traceable function) {
        try {
            Method replace = function.getClass().getDeclaredMethod("writeReplace");
            replace.setAccessible(true);
            return (SerializedLambda) replace.invoke(function);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new GraphException("the function is no lambda or method reference: "
                    + function.getClass().getName());
        }
    }
}
