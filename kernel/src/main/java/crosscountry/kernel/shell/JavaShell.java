package crosscountry.kernel.shell;

import crosscountry.task.Nearest;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Java evaluated piece by piece in this process; knows nothing of Jupyter, so that a terminal uses it as well. One
 * thread evaluates; {@link #interrupt} may be called from any other.
 */
public final class JavaShell implements AutoCloseable {
    private final SessionLoader loader;
    private final SessionControl control;
    private final JShell jshell;
    private CompilerFiles files;
    private final Map<String, Place> places = new HashMap<>();
    private final ErrorText errors = new ErrorText(places::get);
    private final CellLines lines;
    private final List<String> methods = new ArrayList<>();
    private final Imports imports;
    private volatile boolean interrupted;

    /** What a cell came to: {@code present} is false when its last snippet has no value. */
    public record Value(boolean present, Object value) {
        static final Value NONE = new Value(false, null);
    }

    /**
     * @param compilerOptions options for javac, such as {@code --enable-preview}; may be empty
     * @param died is told what ended a thread that a cell started
     * @param jars what is known of the class path
     * @param services finds its service files
     */
    JavaShell(List<String> compilerOptions, BiConsumer<Thread, Throwable> died, Jars jars, ClassLoader services) {
        SharedLoader shared = new SharedLoader(JavaShell.class.getClassLoader(), jars, Jars.classpath());
        loader = new SessionLoader(shared);
        control = new SessionControl(loader, died, this::isInterrupted);
        jshell = JShell.builder()
                .executionEngine(new Provider(control), Map.of())
                .compilerOptions(compilerOptions.toArray(String[]::new))
                .fileManager(javac -> files = new CompilerFiles(javac, jars, shared.entries(), services))
                .build();
        lines = new CellLines(jshell, places);
        loader.view(lines::inCell);
        imports = new Imports(jshell, files);
    }

    private record Provider(ExecutionControl control) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "session";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return control;
        }
    }

    /** {@link #eval(String, int, String, String)} of a text that is a whole cell. */
    public Value eval(String code, String label) throws CellException {
        return eval(code, 0, code, label);
    }

    /**
     * Runs every snippet of {@code code} until one fails.
     *
     * @param offset where {@code code} begins in {@code cell}, which is shown in error messages under {@code label}
     * @return the value of the last snippet
     * @throws CellException when a snippet does not compile, throws, or is interrupted
     */
    public Value eval(String code, int offset, String cell, String label) throws CellException {
        SourceCodeAnalysis analysis = jshell.sourceCodeAnalysis();
        imports.giveWayTo(code);
        String rest = code;
        int at = offset;
        Value value = Value.NONE;
        while (!rest.isBlank()) {
            at += rest.length() - rest.stripLeading().length(); // JShell counts a snippet's lines from its first sign
            rest = rest.stripLeading();
            if (interrupted) {
                throw CellException.interrupted();
            }
            CompletionInfo info = analysis.analyzeCompletion(rest);
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                break;
            }
            if (info.completeness() == SourceCodeAnalysis.Completeness.DEFINITELY_INCOMPLETE) {
                Optional<Unclosed> open = Unclosed.in(rest);
                if (open.isPresent()) {
                    throw errors.unclosed(open.get(), new Place(label, cell, at));
                }
            }
            boolean whole = !info.completeness().isComplete() || info.source() == null;
            String source = whole ? rest : info.source();
            String remaining = whole || info.remaining() == null ? "" : info.remaining();
            value = snippet(source, new Place(label, cell, at));
            at += rest.length() - remaining.length();
            rest = remaining;
        }
        return value;
    }

    private Value snippet(String source, Place place) throws CellException {
        Value value = Value.NONE;
        List<SnippetEvent> events = jshell.eval(source);
        for (SnippetEvent event : events) {
            places.putIfAbsent(event.snippet().id(), place);
        }
        if (interrupted) {
            throw CellException.interrupted();
        }
        for (SnippetEvent event : events) {
            if (event.causeSnippet() != null) {
                continue;
            }
            if (event.exception() instanceof EvalException ended
                    && ended.getExceptionClassName().equals(ExitCalls.Exit.class.getName())) {
                throw CellException.of("Exit", ended.getMessage());
            }
            if (event.exception() != null) {
                throw errors.thrown(event.exception());
            }
            if (event.status() == Status.REJECTED || undefined(event)) {
                throw errors.compilation(jshell.diagnostics(event.snippet()).toList(), place);
            }
            if (event.snippet() instanceof MethodSnippet method) {
                methods.add(method.name());
            }
            value = value(event.snippet());
        }
        return value;
    }

    /** Methods and classes may wait for what a later cell defines; a variable or statement may not. */
    private static boolean undefined(SnippetEvent event) {
        boolean declaration =
                event.snippet().kind() == Snippet.Kind.METHOD || event.snippet().kind() == Snippet.Kind.TYPE_DECL;
        return !declaration
                && (event.status() == Status.RECOVERABLE_DEFINED || event.status() == Status.RECOVERABLE_NOT_DEFINED);
    }

    private Value value(Snippet snippet) {
        String name = null;
        if (snippet instanceof VarSnippet && snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            name = ((VarSnippet) snippet).name();
        } else if (snippet instanceof ExpressionSnippet expression && snippet.subKind() == SubKind.VAR_VALUE_SUBKIND) {
            name = expression.name();
        }
        return name == null ? Value.NONE : new Value(true, variable(name).orElse(null));
    }

    /** What was thrown outside of a snippet's own thread, with the places in cells. */
    List<String> thrown(Throwable thrown) {
        return errors.raw(thrown, lines::place);
    }

    /** What was thrown by anything but a snippet, as its cell's failure. */
    CellException failure(Throwable thrown) {
        return errors.outside(
                thrown, frame -> Optional.ofNullable(lines.place(frame)).orElse(""));
    }

    /** Stops the running snippet, and the rest of its cell; safe from any thread. */
    public void interrupt() {
        interrupted = true;
        jshell.stop();
    }

    /**
     * Ends code of the session that a command runs by itself, such as a static initialiser; nothing where there is
     * none.
     */
    void endLoops(Thread command) {
        control.endLoops(command);
    }

    /** Ends a thread that ran beside cells, as a cell is stopped; while no cell runs. */
    void end(Thread stray) throws InterruptedException {
        control.end(stray);
    }

    /** Forgets an interrupt that came before this cell. */
    public void begin() {
        interrupted = false;
    }

    public boolean isInterrupted() {
        return interrupted;
    }

    private Optional<VarSnippet> declared(String name) {
        return jshell.variables()
                .filter(v -> v.name().equals(name) && jshell.status(v) == Status.VALID)
                .findFirst();
    }

    /** The value of a variable; empty for null or when there is none. */
    public Optional<Object> variable(String name) {
        Object[] found = new Object[1];
        declared(name).ifPresent(v -> {
            control.nextField(field -> found[0] = field.get(null));
            jshell.varValue(v);
            control.nextField(null);
        });
        return Optional.ofNullable(found[0]);
    }

    /** Names and types of all variables that the user declared. */
    public Map<String, String> variables() {
        Map<String, String> all = new LinkedHashMap<>();
        jshell.variables()
                .filter(v -> v.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND)
                .forEach(v -> all.put(v.name(), v.typeName()));
        return all;
    }

    /**
     * Declares a variable and sets it; {@code type} null takes the nearest public type of the value. Done after an
     * interrupt as well: a command may take that as the wish to end with what it has found.
     */
    public void bind(String name, String type, Object value) {
        if (!SourceVersion.isName(name) || name.contains(".")) {
            throw new IllegalArgumentException("'" + name + "' is not a Java variable name");
        }
        String declared = type != null ? type : accessibleType(value == null ? Object.class : value.getClass());
        boolean asked = interrupted;
        Thread.interrupted();
        interrupted = false;
        List<SnippetEvent> events = jshell.eval(declared + " " + name + ";");
        interrupted |= asked;
        if (events.stream().anyMatch(e -> e.causeSnippet() == null && e.status() != Status.VALID)) {
            throw new IllegalArgumentException("type '" + declared + "' of " + name + " is not known in this session");
        }
        control.nextField(field -> field.set(null, value));
        try {
            jshell.varValue(declared(name).orElseThrow());
        } finally {
            control.nextField(null);
        }
    }

    private static String accessibleType(Class<?> type) {
        if (type.isArray()) {
            return accessibleType(type.getComponentType()) + "[]";
        }
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            if (isPublic(c)) {
                return c.getCanonicalName();
            }
            for (Class<?> face : c.getInterfaces()) {
                if (isPublic(face)) {
                    return face.getCanonicalName();
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

    /** Names of the methods that cells have declared, each once. */
    public List<String> methodNames() {
        return jshell.methods().map(MethodSnippet::name).distinct().toList();
    }

    /** Forgets variables such as {@code $1} that JShell made for expressions, except those to {@code keep}. */
    public void dropExpressions(List<String> keep) {
        temporaries().filter(v -> !keep.contains(v.name())).toList().forEach(jshell::drop);
    }

    /** Forgets what the user declared under this name, or under any where it is null, and says how much it was. */
    public int forget(String name) {
        List<Snippet> gone = jshell.snippets()
                .filter(snippet -> jshell.status(snippet).isActive())
                .filter(snippet -> snippet instanceof DeclarationSnippet declared
                        && (name == null || declared.name().equals(name)))
                .filter(snippet -> snippet.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND)
                .toList();
        gone.forEach(jshell::drop);
        return gone.size();
    }

    /** The expression variables that exist now. */
    public List<String> expressions() {
        return temporaries().map(VarSnippet::name).toList();
    }

    private java.util.stream.Stream<VarSnippet> temporaries() {
        return jshell.variables().filter(v -> v.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND);
    }

    public Optional<byte[]> classBytes(String className) {
        return loader.originalBytes(className);
    }

    /** The names of all methods as they were declared, one after the other. */
    List<String> methods() {
        return methods;
    }

    /**
     * The class that holds a method of the session.
     *
     * @throws IllegalArgumentException naming the nearest methods that exist
     */
    public Class<?> methodOwner(String name) {
        MethodSnippet method = jshell.methods()
                .filter(m -> m.name().equals(name))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no method '" + name + "' in this session" + Nearest.hint(name, methodNames())));
        if (jshell.status(method) != Status.VALID) {
            throw new IllegalArgumentException("method '" + name + "' cannot be used yet; it needs "
                    + jshell.unresolvedDependencies(method).collect(Collectors.joining(", ")));
        }
        List<String> classes = new ArrayList<>(loader.recordedSince(0));
        for (int i = classes.size() - 1; i >= 0; i--) {
            try {
                Class<?> owner = Class.forName(classes.get(i), false, loader);
                for (var candidate : owner.getDeclaredMethods()) {
                    if (candidate.getName().equals(name)
                            && owner.getEnclosingClass() == null
                            && candidate.getParameterCount() == parameterCount(method)) {
                        return owner;
                    }
                }
            } catch (ClassNotFoundException | LinkageError gone) {
                // An older form of a class that was redefined; newer ones are looked at first.
            }
        }
        throw new IllegalArgumentException("the class of method '" + name + "' is not there");
    }

    private static int parameterCount(MethodSnippet method) {
        String types = method.parameterTypes();
        int depth = 0;
        int count = types.isBlank() ? 0 : 1;
        for (char c : types.toCharArray()) {
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            count += c == ',' && depth == 0 ? 1 : 0;
        }
        return count;
    }

    public ClassLoader classLoader() {
        return loader;
    }

    public void addToClasspath(Path path) {
        jshell.addToClasspath(path.toAbsolutePath().toString());
    }

    public List<Path> classpath() {
        return loader.added();
    }

    /** Whether cells see a package that begins like this; jars that they share may have others. */
    boolean leadsSomewhere(String begin) {
        return files.leadsSomewhere(begin);
    }

    /** Lets completion learn all packages and class names, which takes a second of a core in the background. */
    public void allowIndexing() {
        files.allowIndexing();
    }

    SourceCodeAnalysis analysis() {
        return jshell.sourceCodeAnalysis();
    }

    JShell jshell() {
        return jshell;
    }

    @Override
    public void close() {
        jshell.close();
    }
}
