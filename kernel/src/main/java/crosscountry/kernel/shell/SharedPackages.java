package crosscountry.kernel.shell;

import crosscountry.jacobian.export.Nd4jArrays;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of the kernel's own packages cells see: Crosscountry, the libraries whose objects it hands out, the types in
 * their public signatures, and the annotations that commands are declared with. The kernel's other libraries are
 * hidden, so that a cell may use another version of them.
 */
final class SharedPackages {
    private static final List<String> ROOTS = List.of(
            "crosscountry",
            "tech.tablesaw",
            "org.knowm.xchart",
            "ai.djl",
            "picocli",
            "it.unimi.dsi.fastutil",
            "org.roaringbitmap",
            "com.univocity.parsers"); // rows, selections and formats of Tablesaw

    /** Classes of ours that need a library which comes with the session: they are defined beside it. */
    private static final Set<String> BESIDE_LIBRARIES = Set.of(Nd4jArrays.class.getName());

    private SharedPackages() {}

    /** Whether the session's loader defines a class of ours, so that it finds the libraries of the session. */
    static boolean isBesideLibraries(String className) {
        return BESIDE_LIBRARIES.contains(className);
    }

    /** Whether cells see a package of the class path, such as {@code tech.tablesaw.api}. */
    static boolean has(String packageName) {
        return ROOTS.stream()
                .anyMatch(root -> packageName.startsWith(root)
                        && (packageName.length() == root.length() || packageName.charAt(root.length()) == '.'));
    }

    /** Whether a jar contains something for cells: classes of a shared package, or native code for them. */
    static boolean in(Set<String> contents) {
        List<String> packages = contents.stream()
                .filter(name -> !name.isEmpty() && !name.startsWith(Jars.SERVICES))
                .map(name -> name.replace('/', '.'))
                .toList();
        return packages.isEmpty() || packages.stream().anyMatch(SharedPackages::has);
    }

    /** The version of an artifact that the kernel shares with cells; empty if it has none or hides it. */
    static Optional<String> version(String group, String artifact, List<Path> classpath) {
        if (ROOTS.stream()
                .noneMatch(root -> (root + ".").startsWith(group + ".")
                        || group.startsWith(root + ".")
                        || group.endsWith("." + root))) {
            return Optional.empty();
        }
        return classpath.stream()
                .map(file -> file.getFileName().toString())
                .flatMap(name -> named(artifact, name))
                .min(Comparator.comparing(String::length)); // machine code has the platform behind the version
    }

    private static Stream<String> named(String artifact, String file) {
        boolean fits = file.matches("\\Q" + artifact + "\\E-\\d.*\\.jar");
        return fits
                ? Stream.of(file.substring(artifact.length() + 1, file.length() - ".jar".length()))
                : Stream.empty();
    }
}
