package crosscountry.trace;

import java.util.List;
import java.util.Set;

/**
 * Which classes of the JDK are interpreted like the user's, because their objects hold values of others (collections,
 * streams, boxes of functions, exceptions), and which run for real, because what they hold is their own (text, big
 * numbers, times, files).
 */
final class Library {
    private static final Set<String> REAL_UTIL = Set.of(
            "Locale",
            "StringJoiner",
            "Random",
            "Scanner",
            "Formatter",
            "UUID",
            "Date",
            "Calendar",
            "GregorianCalendar",
            "TimeZone",
            "Currency",
            "StringTokenizer",
            "Base64",
            "Timer",
            "Properties",
            "ResourceBundle",
            "ServiceLoader",
            "SplittableRandom",
            "HexFormat");
    private static final List<String> REAL_UTIL_PACKAGES = List.of(
            "java.util.regex.",
            "java.util.zip.",
            "java.util.jar.",
            "java.util.logging.",
            "java.util.prefs.",
            "java.util.random.");
    private static final Set<String> INTERPRETED_LANG = Set.of(
            "Object",
            "Enum",
            "Record",
            "Number",
            "Iterable",
            "Comparable",
            "Runnable",
            "AutoCloseable",
            "CharSequence",
            "Cloneable",
            "Appendable",
            "Readable");

    private Library() {}

    /** Whether the class belongs to the JDK. */
    static boolean isLibrary(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /** Whether calls of this class's methods run for real; such code must never see a symbolic value. */
    static boolean isReal(Class<?> type) {
        if (!isLibrary(type) || type.isArray()) {
            return false;
        }
        String name = type.getName();
        if (name.startsWith("java.util.")) {
            String rest = name.substring("java.util.".length());
            int end = rest.indexOf('$') < 0 ? rest.length() : rest.indexOf('$');
            return REAL_UTIL.contains(rest.substring(0, end))
                    || REAL_UTIL_PACKAGES.stream().anyMatch(name::startsWith);
        }
        return !name.startsWith("jdk.internal.")
                && !name.startsWith("sun.")
                && !Throwable.class.isAssignableFrom(type)
                && !(name.startsWith("java.lang.") && INTERPRETED_LANG.contains(name.substring("java.lang.".length())));
    }
}
