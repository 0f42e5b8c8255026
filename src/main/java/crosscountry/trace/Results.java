package crosscountry.trace;

import crosscountry.graph.GraphException;
import crosscountry.graph.Source;
import crosscountry.trace.Values.Array;
import crosscountry.trace.Values.Instance;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What a function returns as a flat list of numbers: entries of arrays and lists, components of records. */
final class Results {
    private static final String ALLOWED = "; return double, double[], double[][], a list or a record of these";

    private Results() {}

    /** The interpreter's result: symbols and numbers. */
    static List<Object> interpreted(Machine machine, String method, Object result) {
        List<Object> outputs = new ArrayList<>();
        collect(machine, method, result, outputs);
        if (outputs.isEmpty()) {
            throw new GraphException(method + " returns nothing" + ALLOWED);
        }
        return outputs;
    }

    private static void collect(Machine machine, String method, Object boxed, List<Object> outputs) {
        Object result = Doubles.unbox(boxed);
        Source at = new Source(method, 0);
        if (result instanceof Symbol || result instanceof Number) {
            outputs.add(result instanceof Number number ? (Object) number.doubleValue() : result);
        } else if (result instanceof Array array
                && array.component() != boolean.class
                && array.component() != char.class) {
            for (Object element : array.elements()) {
                collect(machine, method, element, outputs);
            }
        } else if (result instanceof Instance instance && instance.type.isRecord()) {
            for (RecordComponent component : instance.type.getRecordComponents()) {
                refuseFlag(method, component.getType());
                collect(
                        machine,
                        method,
                        machine.call(
                                at,
                                Opcodes.INVOKEVIRTUAL,
                                instance.type,
                                component.getName(),
                                Type.getMethodDescriptor(component.getAccessor()),
                                instance),
                        outputs);
            }
        } else if (result instanceof Instance instance && Collection.class.isAssignableFrom(instance.type)) {
            collect(
                    machine,
                    method,
                    machine.call(
                            at,
                            Opcodes.INVOKEINTERFACE,
                            Collection.class,
                            "toArray",
                            "()[Ljava/lang/Object;",
                            instance),
                    outputs);
        } else {
            throw wrong(method, result == null ? null : Values.type(result));
        }
    }

    private static void refuseFlag(String method, Class<?> type) {
        if (type == boolean.class || type == char.class) {
            throw wrong(method, type);
        }
    }

    private static GraphException wrong(String method, Class<?> type) {
        return new GraphException(
                method + " returns " + (type == null ? "null" : "a value of type " + type.getSimpleName()) + ALLOWED);
    }

    /** The real result. */
    static double[] real(String method, Object result) {
        if (result instanceof double[] numbers) {
            return numbers.clone();
        }
        List<Double> numbers = new ArrayList<>();
        collect(method, result, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(String method, Object result, List<Double> numbers) {
        if (result instanceof Number number) {
            numbers.add(number.doubleValue());
        } else if (result instanceof Collection<?> collection) {
            collection.forEach(element -> collect(method, element, numbers));
        } else if (result != null && result.getClass().isArray()) {
            for (int k = 0; k < java.lang.reflect.Array.getLength(result); k++) {
                collect(method, java.lang.reflect.Array.get(result, k), numbers);
            }
        } else if (result instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Method accessor = component.getAccessor();
                try {
                    accessor.setAccessible(true);
                    collect(method, accessor.invoke(record), numbers);
                } catch (ReflectiveOperationException e) {
                    throw new GraphException(
                            "the component " + component.getName() + " of what " + method + " returns cannot be read");
                }
            }
        } else {
            throw wrong(method, result == null ? null : result.getClass());
        }
    }
}
