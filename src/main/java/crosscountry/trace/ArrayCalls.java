package crosscountry.trace;

import crosscountry.trace.Values.Array;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Methods on arrays that the JDK implements in machine code, and sorting, which decides nothing but the order of its
 * result.
 */
final class ArrayCalls implements Call.Model {
    @Override
    public Object answer(Call call) {
        return switch (call.name()) {
            case "sort", "parallelSort" -> sort(call);
            case "mismatch" -> call.owner() != Arrays.class ? mismatch(call) : Call.UNKNOWN;
            case "equals" -> equals(call);
            case "vectorizedHashCode" -> hash(call);
            case "hashCode" ->
                call.x()[0] instanceof Array array && array.component().isPrimitive()
                        ? hashCode(call, array)
                        : Call.UNKNOWN;
            default -> Call.UNKNOWN;
        };
    }

    /** Arrays of doubles; all others are sorted by the JDK's own code. */
    private static Object sort(Call call) {
        if (!(call.x()[0] instanceof Array array) || array.component() != double.class) {
            return Call.UNKNOWN;
        }
        int from = call.x().length == 3 ? call.integer(1) : 0;
        int to = call.x().length == 3 ? call.integer(2) : array.elements().length;
        Arrays.sort(array.elements(), from, to, Comparator.comparingDouble(Tape::number));
        for (int k = from + 1; k < to; k++) {
            Doubles.compare(call.machine().tape, call.at(), array.elements()[k - 1], array.elements()[k]);
        }
        return null;
    }

    private static Object equals(Call call) {
        Object[] x = call.x();
        if (x.length != 2
                || !(x[0] instanceof Array a)
                || !(x[1] instanceof Array b)
                || !a.component().isPrimitive()) {
            return Call.UNKNOWN;
        }
        return a.elements().length == b.elements().length && differs(call, a, 0, b, 0, a.elements().length) < 0 ? 1 : 0;
    }

    /** mismatch(a, b, length) and mismatch(a, from, b, from, length): the first index that differs, or -1. */
    private static Object mismatch(Call call) {
        Object[] x = call.x();
        if (x.length == 3 && x[0] instanceof Array a && x[1] instanceof Array b) {
            return differs(call, a, 0, b, 0, call.integer(2));
        }
        return x.length == 5 && x[0] instanceof Array a && x[2] instanceof Array b
                ? (Object) differs(call, a, call.integer(1), b, call.integer(3), call.integer(4))
                : Call.UNKNOWN;
    }

    private static int differs(Call call, Array a, int from, Array b, int start, int length) {
        for (int k = 0; k < length; k++) {
            Object left = a.elements()[from + k];
            Object right = b.elements()[start + k];
            boolean same = left instanceof Symbol || right instanceof Symbol
                    ? Doubles.compare(call.machine().tape, call.at(), left, right) == 0
                    : left.equals(right);
            if (!same) {
                return k;
            }
        }
        return -1;
    }

    /** vectorizedHashCode(array, from, length, start, type). */
    private static Object hash(Call call) {
        Object[] x = call.x();
        int result = call.integer(3);
        for (int k = 0; k < call.integer(2); k++) {
            result = 31 * result + hash(((Array) x[0]).elements()[call.integer(1) + k]);
        }
        return result;
    }

    private static Object hashCode(Call call, Array array) {
        int result = 1;
        for (Object element : array.elements()) {
            result = 31 * result
                    + (array.component() == boolean.class ? Boolean.hashCode((Integer) element != 0) : hash(element));
        }
        return result;
    }

    private static int hash(Object element) {
        if (element instanceof Symbol) {
            throw new Values.Refusal("the hash of a value that depends on the inputs is asked for");
        }
        return element.hashCode();
    }
}
