package crosscountry.trace.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles many classes at once in memory, and loads them. */
final class Workshop implements AutoCloseable {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null);

    /**
     * @param classes bytes by binary name
     * @param errors what the compiler said, by class
     */
    record Output(Map<String, byte[]> classes, Map<String, String> errors) {
        /** A loader of these classes that has their bytes as resources, with static state of its own. */
        Loader load() {
            return new Loader(classes);
        }
    }

    /** Those that do not compile are left out and named. */
    Output compile(List<Program> programs) {
        Map<String, String> errors = new TreeMap<>();
        Map<String, String> sources = programs.stream()
                .collect(Collectors.toMap(Program::className, Program::source, (a, b) -> a, TreeMap::new));
        while (!sources.isEmpty()) {
            DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
            Memory memory = new Memory(files);
            List<Text> units = sources.entrySet().stream()
                    .map(e -> new Text(e.getKey(), e.getValue()))
                    .toList();
            if (compiler.getTask(
                            null,
                            memory,
                            diagnostics,
                            List.of("-proc:none", "-nowarn", "-g", "-Xlint:none"),
                            null,
                            units)
                    .call()) {
                return new Output(memory.classes(), errors);
            }
            Set<String> before = Set.copyOf(errors.keySet());
            for (Diagnostic<? extends JavaFileObject> d : diagnostics.getDiagnostics()) {
                if (d.getKind() == Diagnostic.Kind.ERROR && d.getSource() instanceof Text text) {
                    errors.putIfAbsent(
                            text.className,
                            d.getMessage(Locale.ROOT).lines().findFirst().orElse("") + ": "
                                    + text.text
                                            .lines()
                                            .skip(Math.max(0, d.getLineNumber() - 1))
                                            .findFirst()
                                            .orElse(""));
                }
            }
            if (errors.keySet().equals(before)) {
                throw new IllegalStateException("javac: " + diagnostics.getDiagnostics());
            }
            sources.keySet().removeAll(errors.keySet());
        }
        return new Output(Map.of(), errors);
    }

    @Override
    public void close() throws java.io.IOException {
        files.close();
    }

    static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        private Loader(Map<String, byte[]> classes) {
            super(Loader.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        @Override
        public InputStream getResourceAsStream(String path) {
            byte[] bytes = path.endsWith(".class")
                    ? classes.get(path.substring(0, path.length() - 6).replace('/', '.'))
                    : null;
            return bytes == null ? super.getResourceAsStream(path) : new ByteArrayInputStream(bytes);
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String className;
        private final String text;

        Text(String className, String text) {
            super(URI.create("string:///fuzz/" + className + ".java"), Kind.SOURCE);
            this.className = className;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Bytes extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);

        Bytes(String name) {
            super(URI.create("bytes:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, Bytes> written = new HashMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return written.computeIfAbsent(name, Bytes::new);
        }

        Map<String, byte[]> classes() {
            return written.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, e -> e.getValue().bytes.toByteArray()));
        }
    }
}
