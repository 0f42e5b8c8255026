package crosscountry.kernel.shell;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/**
 * Loads the classes that JShell compiles. Its resources are their bytes as javac wrote them: newer JDKs load bytes with
 * injected stop checks, which do not belong in a trace.
 */
final class SessionLoader extends URLClassLoader implements LoaderDelegate {
    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> loadable = new HashMap<>();
    private final Map<String, byte[]> original = new HashMap<>();
    private final List<Path> added = new ArrayList<>();
    private volatile View view = (name, bytes) -> bytes;

    /** Changes a class's bytes before they are handed out as a resource. */
    interface View {
        byte[] of(String className, byte[] bytes);
    }

    SessionLoader(ClassLoader parent) {
        super("session", new URL[0], parent);
    }

    /** Keeps bytes as compiled, before the execution control changes them. */
    synchronized void record(ClassBytecodes[] classes) {
        for (ClassBytecodes one : classes) {
            original.put(one.name(), one.bytecodes());
        }
    }

    void view(View next) {
        view = next;
    }

    private Optional<byte[]> originalBytes(String className) {
        byte[] bytes;
        synchronized (this) {
            bytes = original.get(className);
        }
        return Optional.ofNullable(bytes).map(found -> view.of(className, found));
    }

    synchronized List<Path> added() {
        return List.copyOf(added);
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        boolean[] installed = new boolean[classes.length];
        synchronized (this) {
            for (ClassBytecodes one : classes) {
                loadable.put(one.name(), ExitCalls.replaced(one.bytecodes()));
            }
        }
        try {
            for (int i = 0; i < classes.length; i++) {
                loadClass(classes[i].name());
                installed[i] = true;
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ClassInstallException("load: " + e.getMessage(), installed);
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        record(classes);
    }

    @Override
    public synchronized void addToClasspath(String path) {
        for (String entry : path.split(File.pathSeparator)) {
            try {
                Path file = Path.of(entry);
                added.add(file);
                addURL(file.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("class path entry '" + entry + "' is no file name", e);
            }
        }
    }

    /**
     * Looks at the session's own classes first: no library has them, and the parent loaders would open every jar to
     * find that out.
     */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean own;
        synchronized (this) {
            own = loadable.containsKey(name);
        }
        if (!own) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            return findClass(name);
        }
    }

    /** Asked by class loading, and by the execution control for a class that it has loaded. */
    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
            return loaded;
        }
        byte[] bytes;
        synchronized (this) {
            bytes = loadable.get(name);
        }
        return bytes == null ? ofLibrary(name) : defineClass(name, bytes, 0, bytes.length);
    }

    /** A class of an added jar or folder; calls in it that would end the process are replaced. */
    private Class<?> ofLibrary(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        if (SharedPackages.isBesideLibraries(name)) {
            return ours(name, file);
        }
        URL place = findResource(file);
        if (place == null) {
            return super.findClass(name);
        }
        try (InputStream in = place.openStream()) {
            byte[] bytes = in.readAllBytes();
            byte[] replaced = ExitCalls.replaced(bytes);
            if (replaced == bytes) {
                return super.findClass(name);
            }
            String text = place.toString();
            URL root = place.openConnection() instanceof JarURLConnection jar
                    ? jar.getJarFileURL()
                    : new URL(text.substring(0, text.length() - file.length()));
            return defineClass(name, replaced, 0, replaced.length, new CodeSource(root, (CodeSigner[]) null));
        } catch (IOException | IllegalArgumentException unreadable) {
            return super.findClass(name); // also classes newer than ASM knows
        }
    }

    private Class<?> ours(String name, String file) throws ClassNotFoundException {
        try (InputStream in = SessionLoader.class.getClassLoader().getResourceAsStream(file)) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        if (name.endsWith(".class")) {
            Optional<byte[]> bytes = originalBytes(
                    name.substring(0, name.length() - ".class".length()).replace('/', '.'));
            if (bytes.isPresent()) {
                return new ByteArrayInputStream(bytes.get());
            }
        }
        return super.getResourceAsStream(name);
    }
}
