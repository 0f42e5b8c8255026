package crosscountry.trace;

import crosscountry.graph.Source;

/** A call on its way: {@code x} starts with the receiver unless the method is static. */
record Call(Machine machine, Source at, int opcode, Class<?> owner, String name, String descriptor, Object[] x) {
    /** What a model answers that does not know a call. */
    static final Object UNKNOWN = new Object();

    /** Methods that the interpreter knows itself rather than running their code. */
    @FunctionalInterface
    interface Model {
        /** The result (null for void), or {@link #UNKNOWN}. */
        Object answer(Call call);
    }

    boolean hasStandIn() {
        for (Object value : x) {
            if (Values.isStandIn(value)) {
                return true;
            }
        }
        return false;
    }

    boolean hasSymbol() {
        for (Object value : x) {
            if (value instanceof Symbol || value instanceof Values.Bits) {
                return true;
            }
        }
        return false;
    }

    int integer(int k) {
        return (Integer) x[k];
    }

    /** How messages call the method. */
    String method() {
        return owner.getName() + "." + name;
    }
}
