package crosscountry.trace;

import crosscountry.graph.Source;

/** A call in progress: {@code x} starts with the receiver unless the method is static. */
record Call(Machine machine, Source at, int opcode, Class<?> owner, String name, String descriptor, Object[] x) {
    /** The answer of a model that does not know the call. */
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

    /** The method's name in messages. */
    String method() {
        return owner.getName() + "." + name;
    }
}
