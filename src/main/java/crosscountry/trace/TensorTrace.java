package crosscountry.trace;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Operand;
import crosscountry.graph.Shape;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a graph of a function of tensors by running it once: control flow is concrete, each operation is a vertex. */
public final class TensorTrace {
    private TensorTrace() {}

    /** The graph of a function whose inputs are called x1, x2, ... */
    public static Graph of(String name, List<Shape> shapes, TensorFunction function) {
        TensorTape tape = new TensorTape();
        Var[] inputs = new Var[shapes.size()];
        for (int k = 0; k < inputs.length; k++) {
            inputs[k] = tape.input(inputs.length == 1 ? "x" : "x" + (k + 1), shapes.get(k));
        }
        return tape.graph(name, outputs(name, function.at(inputs)));
    }

    /** The graph of the only static method of this name; inputs have the names of its parameters. */
    public static Graph of(Class<?> owner, String name, Shape... shapes) {
        List<Method> found = Arrays.stream(owner.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && Modifier.isStatic(method.getModifiers()))
                .toList();
        if (found.size() != 1) {
            throw new GraphException(owner.getSimpleName() + " has " + found.size() + " static methods named " + name
                    + "; one is needed");
        }
        return of(found.get(0), shapes);
    }

    /** The graph of a static method whose parameters are {@link Var}s of these shapes. */
    public static Graph of(Method method, Shape... shapes) {
        Parameter[] parameters = method.getParameters();
        if (parameters.length != shapes.length
                || !Arrays.stream(parameters).allMatch(parameter -> parameter.getType() == Var.class)) {
            throw new GraphException(method.getName() + " must have one parameter of type Var for each of the "
                    + shapes.length + " shapes given; it has "
                    + Arrays.stream(parameters)
                            .map(parameter -> parameter.getType().getSimpleName())
                            .toList());
        }
        TensorTape tape = new TensorTape();
        Object[] inputs = new Object[shapes.length];
        for (int k = 0; k < inputs.length; k++) {
            inputs[k] = tape.input(parameters[k].getName(), shapes[k]);
        }
        method.setAccessible(true);
        try {
            return tape.graph(method.getName(), outputs(method.getName(), method.invoke(null, inputs)));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new GraphException("cannot trace " + method.getName() + ": it throws " + e.getCause());
        } catch (IllegalAccessException e) {
            throw new GraphException("cannot trace " + method.getName() + ": it cannot be called");
        }
    }

    private static List<Operand> outputs(String name, Object result) {
        List<?> list = result instanceof Var
                ? List.of(result)
                : result instanceof Var[] array ? List.of(array) : result instanceof List<?> some ? some : null;
        if (list == null || list.isEmpty() || !list.stream().allMatch(Var.class::isInstance)) {
            throw new GraphException(name + " must return a Var, a Var[] or a list of them");
        }
        List<Operand> operands = new ArrayList<>();
        list.forEach(one -> operands.add(((Var) one).operand()));
        return operands;
    }
}
