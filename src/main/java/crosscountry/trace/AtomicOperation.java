package crosscountry.trace;

import java.util.Objects;

/** What an atomic operation does to one place, by its name. VarHandle and Unsafe share these names. */
final class AtomicOperation {
    /** A field or an array element. */
    interface Place {
        Object get();

        void put(Object value);
    }

    private AtomicOperation() {}

    /**
     * Carries out the operation.
     *
     * @param arguments what follows the place in the call
     */
    static Object answer(String name, Place place, Object... arguments) {
        if (name.startsWith("getAndAdd")) {
            Object old = place.get();
            place.put(sum(old, arguments[0]));
            return old;
        }
        if (name.startsWith("getAndSet")) {
            Object old = place.get();
            place.put(arguments[0]);
            return old;
        }
        if (name.startsWith("compareAndSet") || name.startsWith("weakCompareAndSet")) {
            boolean same = isSame(place.get(), arguments[0]);
            if (same) {
                place.put(arguments[1]);
            }
            return same ? 1 : 0;
        }
        if (name.startsWith("get") && arguments.length == 0) {
            return place.get();
        }
        if ((name.startsWith("set") || name.startsWith("put")) && arguments.length == 1) {
            place.put(arguments[0]);
            return null;
        }
        return Call.UNKNOWN;
    }

    private static Object sum(Object old, Object more) {
        return old instanceof Long number ? (Object) (number + (Long) more) : (Object) ((Integer) old + (Integer) more);
    }

    private static boolean isSame(Object old, Object expected) {
        return old instanceof Number && expected instanceof Number ? Objects.equals(old, expected) : old == expected;
    }
}
