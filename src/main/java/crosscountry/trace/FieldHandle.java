package crosscountry.trace;

import crosscountry.trace.Values.Instance;
import java.util.Arrays;

/** Stands in for a VarHandle of a field, which atomic references and flags of the JDK use. */
record FieldHandle(Class<?> owner, String name) {
    /** Stands in for a Lookup: it knows the class that made it. */
    record Lookup(Class<?> owner) {}

    /** The calls that make and use handles. */
    static final class Calls implements Call.Model {
        @Override
        public Object answer(Call call) {
            Object[] x = call.x();
            if (call.name().equals("lookup") && x.length == 0) {
                return new Lookup(call.machine().caller());
            }
            if (call.name().equals("findVarHandle") && x[0] instanceof Lookup lookup) {
                return x.length == 4
                        ? new FieldHandle((Class<?>) x[1], (String) x[2])
                        : new FieldHandle(lookup.owner, (String) x[1]);
            }
            return x.length > 1 && x[0] instanceof FieldHandle handle && x[1] instanceof Instance instance
                    ? use(call, handle, instance)
                    : Call.UNKNOWN;
        }

        private static Object use(Call call, FieldHandle handle, Instance instance) {
            Object[] x = call.x();
            int slot = call.machine().layouts.slot(handle.owner, handle.name);
            return AtomicOperation.answer(
                    call.name(), new FieldPlace(call, instance, slot), Arrays.copyOfRange(x, 2, x.length));
        }
    }
}
