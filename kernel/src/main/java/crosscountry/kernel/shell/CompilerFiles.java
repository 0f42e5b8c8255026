package crosscountry.kernel.shell;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The class path as the compiler sees it. Javac's own file manager opens every jar of the class path and walks through
 * it before the first snippet (1.6 s for eighty jars), and asks all of them at each compilation; this one opens a jar
 * when one of its packages is wanted. Javac itself handles everything but the class path.
 */
final class CompilerFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    private final Jars jars;
    private final List<Path> shared;
    private final ClassLoader services;
    private final CountDownLatch calm = new CountDownLatch(1);
    private final Map<Path, Library> libraries = new HashMap<>();
    /**
     * Classes by package, where no folder is on the class path: javac asks for the same packages several times a
     * snippet.
     */
    private final Map<String, Collection<JavaFileObject>> listed = new HashMap<>();

    private final Map<String, Set<String>> ofJdk = new HashMap<>();
    private List<Path> added = List.of();
    private Set<Path> folders;

    /**
     * @param shared the part of the kernel's class path that cells share, apart from packages that only the kernel uses
     * @param services knows the service files of the class path without opening every jar
     */
    CompilerFiles(StandardJavaFileManager javac, Jars jars, List<Path> shared, ClassLoader services) {
        super(javac);
        this.jars = jars;
        this.shared = shared;
        folders = folders(shared);
        this.services = services;
    }

    /** Lets JShell list all packages and class names for its completion, which would compete with the first cell. */
    void allowIndexing() {
        calm.countDown();
    }

    @Override
    public boolean handleOption(String current, Iterator<String> remaining) {
        if (!current.equals("-classpath") && !current.equals("--class-path") && !current.equals("-cp")) {
            return super.handleOption(current, remaining);
        }
        String own = System.getProperty("java.class.path"); // which JShell puts before what was added
        String all = remaining.next();
        List<Path> next = Jars.existing(all.startsWith(own) ? all.substring(own.length()) : all);
        jars.learn(next);
        synchronized (this) {
            added = next;
            folders = folders(classpath());
            listed.clear();
        }
        return true;
    }

    private List<Path> classpath() {
        return Stream.concat(shared.stream(), added.stream()).toList();
    }

    private static Set<Path> folders(List<Path> entries) {
        return entries.stream().filter(Files::isDirectory).collect(Collectors.toSet());
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.CLASS_PATH || super.hasLocation(location);
    }

    /**
     * Where javac looks for its plug-ins, at every start. Its own answer reads the manifests of all jars for further
     * jars and then opens all of them: more than half of the time to the first result.
     */
    @Override
    public ClassLoader getClassLoader(Location location) {
        return location == StandardLocation.CLASS_PATH ? services : super.getClassLoader(location);
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        if (location != StandardLocation.CLASS_PATH) {
            return super.list(location, packageName, kinds, recurse);
        }
        if (!kinds.contains(Kind.CLASS)) {
            return List.of();
        }
        String folder = packageName.replace('.', '/');
        synchronized (this) {
            Collection<JavaFileObject> known = listed.get(folder);
            return known != null ? known : list(folder);
        }
    }

    /** The simple names of the top-level types of a package, of the class path or else of the JDK. */
    Set<String> typesIn(String packageName) {
        try {
            Set<String> types = new HashSet<>();
            for (JavaFileObject file : list(StandardLocation.CLASS_PATH, packageName, Set.of(Kind.CLASS), false)) {
                types.add(((ClassFile) file).binaryName.substring(packageName.length() + 1));
            }
            if (types.isEmpty()) {
                return ofJdk.computeIfAbsent(packageName, CompilerFiles::jdkTypes);
            }
            types.removeIf(type -> type.contains("$"));
            return types;
        } catch (IOException unreadable) {
            return Set.of();
        }
    }

    /** Whether there is a package that cells see and that begins like this, such as {@code org.nd4}. */
    synchronized boolean leadsSomewhere(String begin) {
        Stream<String> ours = shared.stream()
                .flatMap(jar -> jars.contents(jar).stream())
                .map(name -> name.replace('/', '.'))
                .filter(SharedPackages::has);
        Stream<String> theirs =
                added.stream().flatMap(jar -> jars.contents(jar).stream()).map(name -> name.replace('/', '.'));
        Stream<String> jdk = ModuleLayer.boot().modules().stream().flatMap(module -> module.getPackages().stream());
        return added.stream().anyMatch(folders::contains)
                || Stream.of(jdk, ours, theirs)
                        .flatMap(packages -> packages)
                        .anyMatch(name -> (name + ".").startsWith(begin));
    }

    private static Set<String> jdkTypes(String packageName) {
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        return ModuleLayer.boot().modules().stream()
                .filter(module -> module.getDescriptor().packages().contains(packageName))
                .findFirst()
                .map(module -> {
                    try (Stream<Path> all =
                            Files.list(modules.resolve(module.getName()).resolve(packageName.replace('.', '/')))) {
                        return all.map(file -> file.getFileName().toString())
                                .filter(name -> name.endsWith(".class") && !name.contains("$"))
                                .map(name -> name.substring(0, name.length() - ".class".length()))
                                .collect(Collectors.toSet());
                    } catch (IOException unreadable) {
                        return Set.<String>of();
                    }
                })
                .orElse(Set.of());
    }

    private Collection<JavaFileObject> list(String folder) throws IOException {
        Map<String, JavaFileObject> found = new HashMap<>(); // of two classes with one name the first counts
        for (Path entry : SharedPackages.has(folder.replace('/', '.')) ? classpath() : added) {
            List<JavaFileObject> files = folders.contains(entry) ? inFolder(entry, folder) : inJar(entry, folder);
            files.forEach(file -> found.putIfAbsent(((ClassFile) file).binaryName, file));
        }
        if (folders.isEmpty()) { // what is in a folder may change
            listed.put(folder, List.copyOf(found.values()));
        }
        return found.values();
    }

    private static List<JavaFileObject> inFolder(Path root, String folder) throws IOException {
        Path place = root.resolve(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .<JavaFileObject>map(file -> new ClassFile(
                            file::toUri,
                            binaryName(root.relativize(file).toString()),
                            () -> Files.newInputStream(file)))
                    .toList();
        }
    }

    private List<JavaFileObject> inJar(Path jar, String folder) throws IOException {
        if (!jars.contents(jar).contains(folder)) {
            return List.of();
        }
        Library library = libraries.get(jar);
        if (library == null) {
            library = Library.open(jar);
            libraries.put(jar, library);
        }
        return library.classes(folder);
    }

    private static String binaryName(String path) {
        return path.substring(0, path.length() - ".class".length())
                .replace(File.separatorChar, '.')
                .replace('/', '.');
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof ClassFile ours ? ours.binaryName : super.inferBinaryName(location, file);
    }

    @Override
    public JavaFileObject getJavaFileForInput(Location location, String className, Kind kind) throws IOException {
        if (location != StandardLocation.CLASS_PATH) {
            return super.getJavaFileForInput(location, className, kind);
        }
        int dot = className.lastIndexOf('.');
        for (JavaFileObject file : list(location, dot < 0 ? "" : className.substring(0, dot), Set.of(kind), false)) {
            if (((ClassFile) file).binaryName.equals(className)) {
                return file;
            }
        }
        return null;
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof ClassFile ? location == StandardLocation.CLASS_PATH : super.contains(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a instanceof ClassFile || b instanceof ClassFile ? a.equals(b) : super.isSameFile(a, b);
    }

    /** Asked by JShell's indexer alone, on a thread of its own. */
    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        try {
            calm.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
        synchronized (this) {
            return location == StandardLocation.CLASS_PATH ? classpath() : fileManager.getLocationAsPaths(location);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (Library library : libraries.values()) {
            library.file.close();
        }
        libraries.clear();
        listed.clear();
        super.close();
    }

    /** A jar that was opened: the names of its classes by folder, and those that javac has seen. */
    private record Library(JarFile file, Map<String, List<String>> names, Map<String, List<JavaFileObject>> seen) {
        static Library open(Path jar) throws IOException {
            JarFile file = new JarFile(jar.toFile(), false);
            Map<String, List<String>> names = new HashMap<>();
            file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .forEach(name -> names.computeIfAbsent(
                                    name.substring(0, Math.max(0, name.lastIndexOf('/'))), none -> new ArrayList<>())
                            .add(name));
            return new Library(file, names, new HashMap<>());
        }

        List<JavaFileObject> classes(String folder) {
            return seen.computeIfAbsent(
                    folder,
                    none -> names.getOrDefault(folder, List.of()).stream()
                            .map(this::named)
                            .toList());
        }

        private JavaFileObject named(String name) {
            return new ClassFile(() -> uri(name), binaryName(name), () -> file.getInputStream(file.getJarEntry(name)));
        }

        private URI uri(String name) {
            try {
                return new URI("jar", null, "/" + file.getName() + "!/" + name, null);
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("class " + name + " of " + file.getName() + " cannot be named", e);
            }
        }
    }

    /** How the bytes of a class are had. */
    private interface Source {
        InputStream open() throws IOException;
    }

    /** A class on the class path. Javac lists thousands and asks few for their URI, so that it is made when wanted. */
    private static final class ClassFile extends SimpleJavaFileObject {
        private static final URI LATER = URI.create("file:///later.class");

        private final Supplier<URI> uri;
        private final String binaryName;
        private final Source source;

        private ClassFile(Supplier<URI> uri, String binaryName, Source source) {
            super(LATER, Kind.CLASS);
            this.uri = uri;
            this.binaryName = binaryName;
            this.source = source;
        }

        @Override
        public URI toUri() {
            return uri.get();
        }

        @Override
        public String getName() {
            return toUri().getPath();
        }

        @Override
        public InputStream openInputStream() throws IOException {
            try {
                return source.open();
            } catch (UncheckedIOException | IllegalStateException e) {
                throw new IOException(e);
            }
        }
    }

    // The rest of the interface has no defaults.

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths) throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }
}
