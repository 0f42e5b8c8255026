package crosscountry.kernel.shell;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stands between cells and the kernel's class path. It lets through the JDK, the classes of {@link SharedPackages} and
 * the files of their jars; everything else is hidden, so that cells can add other versions of it.
 */
final class SharedLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final ClassLoader kernel;
    private final List<Path> entries;
    private final URLClassLoader files;
    /** JDK packages, such as the compiler's, that the class path's loader defines. */
    private final Set<String> modules;

    SharedLoader(ClassLoader kernel, Jars jars, List<Path> classpath) {
        super("shared", getPlatformClassLoader());
        this.kernel = kernel;
        entries = classpath.stream()
                .filter(entry -> Files.isDirectory(entry) || SharedPackages.in(jars.contents(entry)))
                .toList();
        files = new URLClassLoader(entries.stream().map(SharedLoader::url).toArray(URL[]::new), null);
        modules = ModuleLayer.boot().modules().stream()
                .filter(module -> module.getClassLoader() == getSystemClassLoader())
                .flatMap(module -> module.getPackages().stream())
                .collect(Collectors.toSet());
    }

    /** The jars and folders of the class path that contain something for cells. */
    List<Path> entries() {
        return entries;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SharedPackages.isBesideLibraries(name)) {
            throw new ClassNotFoundException(name);
        }
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return SharedPackages.has(packageName) || modules.contains(packageName)
                ? kernel.loadClass(name)
                : super.loadClass(name, resolve);
    }

    @Override
    protected URL findResource(String name) {
        return files.findResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return files.findResources(name);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("class path entry '" + entry + "' is no file name", e);
        }
    }
}
