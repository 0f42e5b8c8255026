package crosscountry.trace;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Shape;
import crosscountry.graph.Source;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;

/**
 * Traces an ordinary static Java method to a graph by interpreting its bytecode. Doubles are symbolic, everything else
 * is concrete: loops unroll, and helpers, collections and streams are followed. Each double of a parameter is one
 * scalar input. Where the method branches on a symbolic value, the graph is that of the path taken and records the
 * condition; {@link Graph#origin()} has the graphs of the other paths. Each graph is checked against the method itself,
 * called with numbers. What cannot be traced is refused with a {@link GraphException} that names method, line and
 * reason.
 *
 * @param method the static method
 * @param source where class bytes come from
 * @param sizes the lengths of array parameters from left to right; a double[][] takes two
 * @param bound values of the parameters that are not doubles, by name
 */
public record Trace(Method method, ClassSource source, List<Integer> sizes, Map<String, Object> bound) {
    public Trace {
        sizes = List.copyOf(sizes);
        bound = Map.copyOf(bound);
        if (!Modifier.isStatic(method.getModifiers())) {
            throw new GraphException(method.getName()
                    + " is not static; only static methods, lambdas and method references can be traced");
        }
    }

    /** The graph of a static method on doubles, arrays and records; {@code sizes} are the lengths of its arrays. */
    public static Graph of(Method method, int... sizes) {
        return method(method, sizes).graph();
    }

    /** The graph of a static method whose bytes come from {@code source}. */
    public static Graph of(Method method, ClassSource source, int... sizes) {
        return method(method, sizes).from(source).graph();
    }

    /** The graph of the only static method of this name. {@code sizes} are the lengths of its arrays. */
    public static Graph of(Class<?> owner, String name, int... sizes) {
        return method(owner, name, sizes).graph();
    }

    /** The graph of a function of tensors of these shapes, by running it once on {@link Var}s. */
    public static Graph of(String name, List<Shape> shapes, TensorFunction function) {
        return TensorTrace.of(name, shapes, function);
    }

    /** The graph of the only static method of this name, whose parameters are {@link Var}s of these shapes. */
    public static Graph ofTensors(Class<?> owner, String method, Shape... shapes) {
        return TensorTrace.of(owner, method, shapes);
    }

    /** The graph of a lambda or method reference on an array with {@code length} entries. */
    public static Graph of(Functions.OfArray<?> function, int length) {
        return LambdaTrace.graph(function, length);
    }

    /** The graph of a lambda or method reference: {@code Trace.of((x, y) -> Math.sin(x) * y)}. */
    public static Graph of(Functions.Of1<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of2<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of3<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of4<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of5<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of6<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of7<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of8<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of9<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of10<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of11<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of12<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Trace method(Method method, int... sizes) {
        return new Trace(
                method, ClassSource.RESOURCES, Arrays.stream(sizes).boxed().toList(), Map.of());
    }

    /** The only static method of this name in {@code owner}. */
    public static Trace method(Class<?> owner, String name, int... sizes) {
        List<Method> found = Arrays.stream(owner.getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && Modifier.isStatic(m.getModifiers()))
                .toList();
        if (found.size() != 1) {
            throw new GraphException(owner.getSimpleName() + " has " + found.size() + " static methods named " + name
                    + "; one is needed");
        }
        return method(found.get(0), sizes);
    }

    public Trace from(ClassSource bytes) {
        return new Trace(method, bytes, sizes, bound);
    }

    /** The same with a value for a parameter that is no double, for instance an int. */
    public Trace with(String parameter, Object value) {
        Map<String, Object> more = new HashMap<>(bound);
        more.put(parameter, value);
        return new Trace(method, source, sizes, more);
    }

    /**
     * The graph. If the method decides by its inputs, it is that of the path taken at numbers of the tracer's own,
     * between 0.6 and 1.3.
     */
    public Graph graph() {
        return new TracedFunction(target()).anywhere();
    }

    /** The graph along the path taken at this point, which has one number for each input. */
    public Graph at(double... point) {
        return new TracedFunction(target()).at(point);
    }

    private Target target() {
        return new Target() {
            @Override
            public String name() {
                return method.getName();
            }

            @Override
            public ClassSource source() {
                return source;
            }

            @Override
            public Class<?> home() {
                return method.getDeclaringClass();
            }

            @Override
            public List<Parameter> parameters(Machine machine) {
                return new Signature(code(machine), sizes, bound).parameters(method.getParameterTypes());
            }

            @Override
            public Source start(Machine machine) {
                Code code = code(machine);
                return code.source(code.instructions.length - 1);
            }

            @Override
            public Object interpret(Machine machine, Object[] arguments) {
                return machine.run(code(machine), arguments);
            }

            @Override
            public Object call(Object[] arguments) throws Throwable {
                method.setAccessible(true);
                try {
                    return method.invoke(null, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        };
    }

    private Code code(Machine machine) {
        Code code =
                machine.classes.find(method.getDeclaringClass(), method.getName(), Type.getMethodDescriptor(method));
        if (code == null) {
            throw new GraphException(
                    "the bytecode of " + method.getDeclaringClass().getName() + " has no method " + method.getName());
        }
        return code;
    }
}
