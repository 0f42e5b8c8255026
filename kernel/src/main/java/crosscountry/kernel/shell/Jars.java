package crosscountry.kernel.shell;

import crosscountry.graph.AtomicFile;
import crosscountry.graph.GraphException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Which packages and service files are in which jar. Reading the directories of all libraries would take longer than
 * everything else before the first result, so the answer is kept in a file beside the jars; a jar whose size or time
 * has changed is read again.
 */
final class Jars {
    private static final String FILE = ".contents";
    static final String SERVICES = "META-INF/services/";

    /** A jar as it was when it was read. */
    private record Known(String stamp, Set<String> contents) {}

    private final Map<Path, Known> known = new HashMap<>();

    /** The entries of this JVM's class path that exist. */
    static List<Path> classpath() {
        return existing(System.getProperty("java.class.path"));
    }

    /** The entries of a class path that exist, each once. */
    static List<Path> existing(String classpath) {
        return Stream.of(classpath.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .distinct()
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    /**
     * Names of the packages with classes and of the service files in a jar, with slashes; empty if the file is not a
     * readable jar. The unnamed package, which no import reaches, is left out.
     */
    synchronized Set<String> contents(Path jar) {
        Known one = known.get(jar);
        return one == null ? Set.of() : one.contents();
    }

    /**
     * Learns about the jars among these files that are not yet known, from the file beside the first of them as far as
     * that is up to date.
     */
    synchronized void learn(List<Path> files) {
        List<Path> jars = files.stream()
                .filter(file -> !known.containsKey(file) && Files.isRegularFile(file))
                .toList();
        Map<String, Known> kept = jars.isEmpty() ? Map.of() : read(jars.get(0).resolveSibling(FILE));
        boolean fresh = false;
        for (Path jar : jars) {
            String stamp = stamp(jar);
            Known one = kept.get(jar.getFileName().toString());
            if (one == null || !one.stamp().equals(stamp)) {
                one = new Known(stamp, directory(jar));
                fresh = true;
            }
            known.put(jar, one);
        }
        if (fresh && jars.size() > 1) {
            write(jars);
        }
    }

    private static String stamp(Path jar) {
        try {
            BasicFileAttributes file = Files.readAttributes(jar, BasicFileAttributes.class);
            return file.size() + " " + file.lastModifiedTime().toMillis();
        } catch (IOException e) {
            return "";
        }
    }

    private static Set<String> directory(Path jar) {
        Set<String> contents = new TreeSet<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream().map(JarEntry::getName).forEach(name -> {
                if (name.startsWith(SERVICES) && !name.endsWith("/")) {
                    contents.add(name);
                } else if (name.endsWith(".class") && name.contains("/") && !name.startsWith("META-INF/")) {
                    contents.add(name.substring(0, name.lastIndexOf('/')));
                }
            });
        } catch (IOException | UncheckedIOException unreadable) {
            // javac passes over such jars as well
        }
        return contents;
    }

    private static Map<String, Known> read(Path file) {
        Map<String, Known> found = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t", -1);
                found.put(
                        parts[0],
                        new Known(parts[1], new HashSet<>(Arrays.asList(parts).subList(2, parts.length))));
            }
        } catch (IOException | RuntimeException none) {
            return Map.of();
        }
        return found;
    }

    private void write(List<Path> jars) {
        List<String> lines = new ArrayList<>();
        for (Path jar : jars) {
            Known one = known.get(jar);
            lines.add(String.join("\t", jar.getFileName().toString(), one.stamp(), String.join("\t", one.contents())));
        }
        try {
            AtomicFile.write(jars.get(0).resolveSibling(FILE), String.join("\n", lines) + "\n");
        } catch (GraphException readOnly) {
            // then it is read again next time
        }
    }
}
