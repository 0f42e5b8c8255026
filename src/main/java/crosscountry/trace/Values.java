package crosscountry.trace;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;

/**
 * The interpreter's values: boxed Java primitives (booleans, chars, bytes and shorts as ints), {@link Symbol}s for
 * symbolic doubles, library objects that cannot hold one as they are, and these stand-ins for everything else.
 */
final class Values {
    private Values() {}

    /** An array; {@code component} is its element type. Elements are interpreter values. */
    record Array(Class<?> component, Object[] elements) {
        /** A new array with Java's default elements. */
        static Array of(Class<?> component, int length) {
            if (length < 0) {
                throw new NegativeArraySizeException(String.valueOf(length));
            }
            Object[] elements = new Object[length];
            Object zero = zero(component);
            if (zero != null) {
                Arrays.fill(elements, zero);
            }
            return new Array(component, elements);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** An object whose class is interpreted; {@code real} is the object it stands for, null if tracing made it. */
    static final class Instance {
        /** In a slot whose field has not been read from the real object yet. */
        static final Object UNREAD = new Object();

        final Class<?> type;
        final Object real;
        final Object[] slots;

        Instance(Class<?> type, Object real, Object[] slots) {
            this.type = type;
            this.real = real;
            this.slots = slots;
        }
    }

    /**
     * A lambda or method reference.
     *
     * @param type its interface
     * @param method the interface's method
     * @param called the descriptor by which callers know that method, after erasure
     * @param wanted the same with the types of this use: what arguments are turned into before they reach the body
     * @param body the code behind it, which {@code home} declares or inherits
     */
    record Lambda(
            Class<?> type,
            List<Class<?>> others,
            String method,
            Type called,
            Type wanted,
            Class<?> home,
            Handle body,
            List<Object> captured) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** The bits of a symbolic double, a long. */
    record Bits(Symbol of) {}

    /** A library object between {@code new} and its constructor's call. */
    static final class Unborn {
        final Class<?> type;

        Unborn(Class<?> type) {
            this.type = type;
        }
    }

    /** An exception on its way through the traced code. */
    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient Object exception;
        /** Where it was thrown, or where the user's code called the library that threw it. */
        transient crosscountry.graph.Source source;

        Thrown(Object exception) {
            super(null, null, false, false);
            this.exception = exception;
        }

        Class<?> type() {
            return exception instanceof Instance instance ? instance.type : exception.getClass();
        }
    }

    /** The reason why something cannot be traced; the place is added where it is known. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String reason) {
            super(reason, null, false, false);
        }
    }

    static Object zero(Class<?> type) {
        return !type.isPrimitive()
                ? null
                : type == double.class
                        ? (Object) 0.0
                        : type == long.class ? (Object) 0L : type == float.class ? (Object) 0f : (Object) 0;
    }

    /** The class that a reference has, as {@code getClass} tells; of a lambda its interface. */
    static Class<?> type(Object reference) {
        return reference instanceof Instance instance
                ? instance.type
                : reference instanceof Lambda lambda
                        ? lambda.type
                        : reference instanceof Array array ? array.component().arrayType() : reference.getClass();
    }

    static boolean isInstance(Class<?> type, Object reference) {
        return reference != null
                && (type.isAssignableFrom(type(reference))
                        || reference instanceof Lambda lambda
                                && lambda.others.stream().anyMatch(type::isAssignableFrom));
    }

    /** Whether this is a stand-in, which no code that runs for real may see. */
    static boolean isStandIn(Object value) {
        return value instanceof Symbol
                || value instanceof Instance
                || value instanceof Array
                || value instanceof Lambda
                || value instanceof Bits;
    }
}
