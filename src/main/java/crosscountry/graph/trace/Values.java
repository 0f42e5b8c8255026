package crosscountry.graph.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;

/**
 * The interpreter's values: boxed Java primitives, {@link Symbol}s for symbolic doubles, library objects as they are,
 * and these stand-ins for whatever can hold a symbolic double.
 */
final class Values {
    private Values() {}

    /** An array; {@code component} is its element type. Elements are interpreter values. */
    record Array(Class<?> component, Object[] elements) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** An object of a user's class; {@code real} is the object it was copied from, or null. */
    static final class Instance {
        final Class<?> type;
        final Object real;
        final Map<String, Object> fields = new LinkedHashMap<>();

        Instance(Class<?> type, Object real) {
            this.type = type;
            this.real = real;
        }
    }

    /** A lambda or method reference made during tracing. */
    static final class Lambda {
        final Class<?> type;
        final String method;
        final Handle body;
        final List<Object> captured;

        Lambda(Class<?> type, String method, Handle body, List<Object> captured) {
            this.type = type;
            this.method = method;
            this.body = body;
            this.captured = captured;
        }
    }

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
        transient crosscountry.graph.Source source;

        Thrown(Object exception) {
            super(null, null, false, false);
            this.exception = exception;
        }

        Class<?> type() {
            return exception instanceof Instance i ? i.type : exception.getClass();
        }

        String sentence() {
            String message = exception instanceof Throwable t ? t.getMessage() : null;
            return type().getSimpleName() + (message == null ? "" : " (" + message + ")");
        }
    }
}
