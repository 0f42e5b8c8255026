package crosscountry.kernel.shell;

import java.lang.reflect.Modifier;

/** The type by which a cell can declare a variable that holds a value. */
final class AccessibleType {
    private AccessibleType() {}

    /** The nearest public type of a value, as Java source. */
    static String of(Object value) {
        return value == null ? "Object" : of(value.getClass());
    }

    private static String of(Class<?> type) {
        if (type.isArray()) {
            return of(type.getComponentType()) + "[]";
        }
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            if (isPublic(c)) {
                return c.getCanonicalName();
            }
            for (Class<?> implemented : c.getInterfaces()) {
                if (isPublic(implemented)) {
                    return implemented.getCanonicalName();
                }
            }
        }
        return "Object";
    }

    private static boolean isPublic(Class<?> c) {
        return c.isPrimitive()
                || c.getCanonicalName() != null
                        && Modifier.isPublic(c.getModifiers())
                        && (c.getEnclosingClass() == null || isPublic(c.getEnclosingClass()));
    }
}
