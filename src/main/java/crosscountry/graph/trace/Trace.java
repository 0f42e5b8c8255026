package crosscountry.graph.trace;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Operand;
import crosscountry.graph.Source;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.objectweb.asm.Type;

/**
 * Makes a graph of an ordinary static Java method by interpreting its bytecode: doubles are symbolic, everything else is
 * concrete, so loops unroll and helpers are followed. Every entry of a parameter is one scalar input. What cannot be
 * traced is refused with a {@link GraphException} that names method, line and reason.
 *
 * @param method the static method
 * @param source where class bytes come from
 * @param sizes the lengths of array parameters from left to right; a double[][] takes two
 * @param bound values of parameters that are no doubles, by parameter name
 */
public record Trace(Method method, ClassSource source, List<Integer> sizes, Map<String, Object> bound) {
    public Trace {
        sizes = List.copyOf(sizes);
        bound = Map.copyOf(bound);
        if (!Modifier.isStatic(method.getModifiers())) {
            throw new GraphException(method.getName() + " is not static; only static methods, lambdas and method references can be traced");
        }
    }

    /** The graph of a static method. */
    public static Graph of(Method method, int... sizes) {
        return method(method, sizes).graph();
    }

    /** The graph of a static method whose bytes come from {@code source}. */
    public static Graph of(Method method, ClassSource source, int... sizes) {
        return method(method, sizes).from(source).graph();
    }

    public static Trace method(Method method, int... sizes) {
        return new Trace(method, ClassSource.RESOURCES, Arrays.stream(sizes).boxed().toList(), Map.of());
    }

    /** The only static method of this name in {@code owner}. */
    public static Trace method(Class<?> owner, String name, int... sizes) {
        List<Method> found = Arrays.stream(owner.getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && Modifier.isStatic(m.getModifiers())).toList();
        if (found.size() != 1) {
            throw new GraphException(owner.getSimpleName() + " has " + found.size() + " static methods named " + name + "; one is needed");
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

    public Graph graph() {
        return run(null);
    }

    /** Follows the branches taken at this point, one number an input, and records their conditions in the graph. */
    public Graph at(double... point) {
        return run(point);
    }

    private Graph run(double[] point) {
        Tape tape = new Tape(point);
        Machine machine = new Machine(tape, source, method.getDeclaringClass().getClassLoader());
        Code code = machine.library.find(method.getDeclaringClass(), method.getName(), Type.getMethodDescriptor(method));
        if (code == null) {
            throw new GraphException("the bytecode of " + method.getDeclaringClass().getName() + " has no method " + method.getName());
        }
        Signature signature = new Signature(code, tape, machine.bridge, sizes, bound);
        List<Object> arguments = signature.arguments(method.getParameterTypes());
        if (point != null && point.length != tape.inputs.size()) {
            throw new GraphException("the point has " + point.length + " numbers; " + method.getName() + " has "
                    + tape.inputs.size() + " inputs");
        }
        Source start = code.source(code.instructions.length - 1);
        return finish(machine, start, () -> machine.run(start, code, arguments), method.getName());
    }

    /** Runs the function and reads its outputs; {@code start} is the place of what no instruction caused. */
    static Graph finish(Machine machine, Source start, Supplier<Object> run, String name) {
        try {
            List<Operand> outputs = Signature.results(name, run.get());
            Tape tape = machine.tape;
            return new Graph(name, tape.inputs, tape.vertices, outputs, Optional.empty(), tape.conditions, Optional.empty());
        } catch (Values.Thrown thrown) {
            throw Machine.refuse(thrown.source == null ? start : thrown.source, "it throws " + thrown.sentence());
        } catch (Bridge.Refusal refusal) {
            throw Machine.refuse(start, refusal.getMessage());
        }
    }
}
