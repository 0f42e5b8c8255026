package crosscountry.trace;

import crosscountry.trace.Values.Array;
import crosscountry.trace.Values.Instance;
import java.util.Objects;

/**
 * Fields and array elements by offset, as atomic numbers and concurrent maps ask for them: an offset is a slot or an
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
        int place = (int) (long) offset;
        if (name.startsWith("getAndAdd")) {
            Object old = get(call, x[1], place);
            put(
                    x[1],
                    place,
                    old instanceof Long l ? (Object) (l + (Long) x[3]) : (Object) ((Integer) old + (Integer) x[3]));
            return old;
        }
        if (name.startsWith("getAndSet")) {
            Object old = get(call, x[1], place);
            put(x[1], place, x[3]);
            return old;
        }
        if (name.startsWith("compareAndSet") || name.startsWith("weakCompareAndSet")) {
            Object old = get(call, x[1], place);
            boolean same = old instanceof Number && x[3] instanceof Number ? Objects.equals(old, x[3]) : old == x[3];
            if (same) {
                put(x[1], place, x[4]);
            }
            return same ? 1 : 0;
        }
        if (name.startsWith("get") && x.length == 3) {
            return get(call, x[1], place);
        }
        if (name.startsWith("put") && x.length == 4) {
            put(x[1], place, x[3]);
            return null;
        }
        return Call.UNKNOWN;
    }

    private static Object get(Call call, Object holder, int place) {
        return holder instanceof Array array
                ? array.elements()[place]
                : call.machine().bridge.field((Instance) holder, place);
    }

    private static void put(Object holder, int place, Object value) {
        if (holder instanceof Array array) {
            array.elements()[place] = value;
        } else {
            ((Instance) holder).slots[place] = value;
        }
    }
}
