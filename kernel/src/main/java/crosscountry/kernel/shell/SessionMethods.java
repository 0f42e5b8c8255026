package crosscountry.kernel.shell;

import crosscountry.task.Nearest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet.Status;

/** The methods that cells declare at their top level, as JShell compiled them. */
final class SessionMethods {
    private static final Pattern GENERICS = Pattern.compile("<.*?>+");

    private final JShell jshell;
    private final ClassLoader loader;

    SessionMethods(JShell jshell, ClassLoader loader) {
        this.jshell = jshell;
        this.loader = loader;
    }

    /** Names of the session's methods, each once. */
    List<String> names() {
        return jshell.methods().map(MethodSnippet::name).distinct().toList();
    }

    /**
     * The method of that name that was declared last.
     *
     * @throws IllegalArgumentException naming the nearest methods if there is none
     */
    Method get(String name) {
        return jshell.methods()
                .filter(method -> method.name().equals(name))
                .reduce((earlier, later) -> later)
                .map(this::compiled)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no method '" + name + "' in this session" + Nearest.hint(name, names())));
    }

    /**
     * The method in the class that JShell has made of its snippet.
     *
     * @throws IllegalArgumentException if the method needs something that is not declared yet
     */
    Method compiled(MethodSnippet snippet) {
        String name = snippet.name();
        Status status = jshell.status(snippet);
        if (!status.isActive()) {
            throw new IllegalArgumentException(
                    "method '" + name + "' is no longer there; it was declared anew or forgotten");
        }
        if (status != Status.VALID) {
            throw new IllegalArgumentException("method '" + name + "' cannot be used yet; it needs "
                    + jshell.unresolvedDependencies(snippet).collect(Collectors.joining(", ")));
        }
        try {
            String owner = jshell.sourceCodeAnalysis().wrapper(snippet).fullClassName();
            return Arrays.stream(Class.forName(owner, false, loader).getDeclaredMethods())
                    .filter(method -> method.getName().equals(name))
                    .min(Comparator.comparingInt(method -> differences(method, snippet)))
                    .orElseThrow();
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalArgumentException("the class of method '" + name + "' cannot be loaded: " + e, e);
        }
    }

    /** How far the parameters of two methods differ; overloads that call each other share a class. */
    private static int differences(Method method, MethodSnippet snippet) {
        Class<?>[] types = method.getParameterTypes();
        String[] names =
                GENERICS.matcher(snippet.parameterTypes()).replaceAll("").split(",");
        if (types.length != (names[0].isBlank() ? 0 : names.length)) {
            return Integer.MAX_VALUE;
        }
        return (int) IntStream.range(0, types.length)
                .filter(k -> !names[k].strip().endsWith(types[k].getSimpleName()))
                .count();
    }
}
