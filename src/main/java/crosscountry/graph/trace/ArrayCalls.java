package crosscountry.graph.trace;

import crosscountry.graph.trace.Values.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Library calls that move array elements without looking at them, so that they may be symbolic. */
final class ArrayCalls {
    private ArrayCalls() {}

    /** The result, {@code arguments} itself for a call without result, or empty for any other method. */
    static Optional<Object> call(String owner, String name, List<Object> arguments) {
        boolean arrays = owner.equals("java/util/Arrays") && arguments.get(0) instanceof Array;
        if (owner.equals("java/lang/System") && name.equals("arraycopy")) {
            System.arraycopy(((Array) arguments.get(0)).elements(), (Integer) arguments.get(1),
                    ((Array) arguments.get(2)).elements(), (Integer) arguments.get(3), (Integer) arguments.get(4));
            return Optional.of(arguments);
        }
        if (arrays && name.equals("fill") && arguments.size() == 2) {
            Arrays.fill(((Array) arguments.get(0)).elements(), arguments.get(1));
            return Optional.of(arguments);
        }
        if (arrays && name.equals("copyOf") && arguments.size() == 2) {
            return Optional.of(range((Array) arguments.get(0), 0, (Integer) arguments.get(1)));
        }
        if (arrays && name.equals("copyOfRange") && arguments.size() == 3) {
            return Optional.of(range((Array) arguments.get(0), (Integer) arguments.get(1), (Integer) arguments.get(2)));
        }
        return Optional.empty();
    }

    private static Array range(Array array, int from, int to) {
        Array copy = make(array.component(), to - from);
        System.arraycopy(array.elements(), from, copy.elements(), 0, Math.min(array.elements().length, to) - from);
        return copy;
    }

    /** A new array with Java's default elements. */
    static Array make(Class<?> component, int length) {
        Object[] elements = new Object[length];
        Arrays.fill(elements, zero(component));
        return new Array(component, elements);
    }

    static Object zero(Class<?> type) {
        return type == double.class ? (Object) 0.0 : type == long.class ? (Object) 0L : type == float.class ? (Object) 0f
                : type.isPrimitive() ? (Object) 0 : null;
    }
}
