package crosscountry.kernel.shell;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets {@link java.util.ServiceLoader} find providers on the class path without opening the jars that have none; with a
 * hundred libraries, opening them takes longer than the rest of a kernel's start.
 */
final class ServiceFiles extends ClassLoader {
    private final Jars jars;
    private final List<Path> classpath;
    private final Set<Path> folders;

    ServiceFiles(ClassLoader parent, Jars jars, List<Path> classpath) {
        super("services", parent);
        this.jars = jars;
        this.classpath = classpath;
        folders = classpath.stream().filter(Files::isDirectory).collect(Collectors.toSet());
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.startsWith(Jars.SERVICES)) {
            return super.getResources(name);
        }
        List<URL> found = new ArrayList<>();
        for (Path entry : classpath) {
            if (jars.contents(entry).contains(name)) {
                found.add(inJar(entry, name));
            } else if (folders.contains(entry) && Files.exists(entry.resolve(name))) {
                found.add(entry.resolve(name).toUri().toURL());
            }
        }
        return Collections.enumeration(found);
    }

    @SuppressWarnings("deprecation") // its successor is not in Java 17
    private static URL inJar(Path jar, String name) throws MalformedURLException {
        return new URL("jar:" + jar.toUri() + "!/" + name);
    }
}
