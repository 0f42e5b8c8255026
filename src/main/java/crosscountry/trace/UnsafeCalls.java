package crosscountry.trace;

import crosscountry.trace.Values.Array;
import crosscountry.trace.Values.Instance;
import java.util.Arrays;

/**
 * Fields and array elements by offset, as atomic numbers and concurrent maps access them: an offset is a slot or an
 * index.
 */
final class UnsafeCalls implements Call.Model {
    @Override
    public Object answer(Call call) {
        Object[] x = call.x();
        String name = call.name();
        if (name.equals("getUnsafe")) {
            return call.machine().layouts.instance(call.owner());
        }
        if (name.equals("objectFieldOffset")) {
            return x.length == 3
                    ? (Object) (long) call.machine().layouts.slot((Class<?>) x[1], (String) x[2])
                    : Call.UNKNOWN;
        }
        if (name.equals("registerNatives")) {
            return null;
        }
        if (name.startsWith("arrayBaseOffset")) {
            return call.descriptor().endsWith("J") ? (Object) 0L : (Object) 0;
        }
        if (name.startsWith("arrayIndexScale")) {
            return 1;
        }
        if (x.length < 3 || !(x[1] instanceof Instance || x[1] instanceof Array) || !(x[2] instanceof Long offset)) {
            return name.endsWith("Fence") ? null : Call.UNKNOWN;
        }
        return AtomicOperation.answer(name, place(call, x[1], (int) (long) offset), Arrays.copyOfRange(x, 3, x.length));
    }

    private static AtomicOperation.Place place(Call call, Object holder, int place) {
        return holder instanceof Array array
                ? new ElementPlace(array.elements(), place)
                : new FieldPlace(call, (Instance) holder, place);
    }

    private record ElementPlace(Object[] elements, int index) implements AtomicOperation.Place {
        @Override
        public Object get() {
            return elements[index];
        }

        @Override
        public void put(Object value) {
            elements[index] = value;
        }
    }
}
