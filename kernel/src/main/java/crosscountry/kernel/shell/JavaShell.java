package crosscountry.kernel.shell;

import crosscountry.kernel.command.Declared;
import crosscountry.kernel.command.EvalResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
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
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Evaluates Java snippet by snippet in this process; knows neither commands nor Jupyter. One thread evaluates;
 * {@link #interrupt} may be called from any other.
 */
final class JavaShell implements AutoCloseable {
    private final SessionLoader loader;
    private final SessionControl control;
    private final JShell jshell;
    private CompilerFiles files;
    private final Map<String, Place> places = new HashMap<>();
    private final ErrorText errors = new ErrorText(places::get);
    private final CellLines lines;
    private final Imports imports;
    private final SessionVariables variables;
    private final SessionMethods methods;
    private volatile boolean interrupted;

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
        variables = new SessionVariables(jshell, control);
        methods = new SessionMethods(jshell, loader);
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

    /**
     * Runs every snippet of {@code code} until one fails.
     *
     * @param offset where {@code code} begins in {@code cell}, which is shown in error messages under {@code label}
     * @return the value of the last snippet, and what all of them declared
     * @throws CellException when a snippet does not compile, throws, or is interrupted
     */
    EvalResult eval(String code, int offset, String cell, String label) throws CellException {
        imports.giveWayTo(code);
        List<Declared> declared = new ArrayList<>();
        String rest = code;
        int at = offset;
        Object value = null;
        while (!rest.isBlank()) {
            at += rest.length() - rest.stripLeading().length(); // JShell counts a snippet's lines from its first sign
            rest = rest.stripLeading();
            if (interrupted) {
                throw CellException.interrupted();
            }
            CompletionInfo info = analysis().analyzeCompletion(rest);
            if (info.completeness() == Completeness.EMPTY) {
                break;
            }
            if (info.completeness() == Completeness.DEFINITELY_INCOMPLETE) {
                Optional<Unclosed> open = Unclosed.in(rest);
                if (open.isPresent()) {
                    throw errors.unclosed(open.get(), new Place(label, cell, at));
                }
            }
            boolean whole = !info.completeness().isComplete() || info.source() == null;
            String source = whole ? rest : info.source();
            String remaining = whole || info.remaining() == null ? "" : info.remaining();
            value = snippet(source, new Place(label, cell, at), declared);
            at += rest.length() - remaining.length();
            rest = remaining;
        }
        return new EvalResult(value, declared);
    }

    private Object snippet(String source, Place place, List<Declared> declared) throws CellException {
        Object value = null;
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
            declaration(event.snippet()).ifPresent(declared::add);
            value = value(event.snippet());
        }
        return value;
    }

    /** SessionMethods and classes may wait for what a later cell defines; a variable or statement may not. */
    private static boolean undefined(SnippetEvent event) {
        boolean declaration =
                event.snippet().kind() == Snippet.Kind.METHOD || event.snippet().kind() == Snippet.Kind.TYPE_DECL;
        return !declaration
                && (event.status() == Status.RECOVERABLE_DEFINED || event.status() == Status.RECOVERABLE_NOT_DEFINED);
    }

    private Optional<Declared> declaration(Snippet snippet) {
        if (snippet instanceof MethodSnippet method) {
            return Optional.of(new Declared.OfMethod(method.name(), () -> methods.compiled(method)));
        }
        if (snippet instanceof TypeDeclSnippet type) {
            return Optional.of(new Declared.OfType(type.name()));
        }
        if (snippet instanceof VarSnippet variable && !isExpression(variable)) {
            return Optional.of(new Declared.OfVariable(variable.name(), variable.typeName()));
        }
        return Optional.empty();
    }

    /** The value of an expression; null for any other snippet. */
    private Object value(Snippet snippet) {
        String name = null;
        if (snippet instanceof VarSnippet variable && isExpression(variable)) {
            name = variable.name();
        } else if (snippet instanceof ExpressionSnippet expression && snippet.subKind() == SubKind.VAR_VALUE_SUBKIND) {
            name = expression.name();
        }
        return name == null ? null : variables.value(name).orElse(null);
    }

    private static boolean isExpression(Snippet snippet) {
        return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    /** What was thrown outside of a snippet's own thread, with the places in cells. */
    List<String> thrown(Throwable thrown) {
        return errors.raw(thrown, lines::place);
    }

    /** What was thrown by anything but a snippet, as its cell's failure. */
    CellException failure(Throwable thrown) {
        return interrupted
                ? CellException.interrupted()
                : errors.outside(
                        thrown, frame -> Optional.ofNullable(lines.place(frame)).orElse(""));
    }

    /** Stops the running snippet, and the rest of its cell; safe from any thread. */
    void interrupt() {
        interrupted = true;
        jshell.stop();
    }

    /** Ends code of the session, such as a static initialiser, that a command runs on its own thread. */
    void endLoops(Thread command) {
        control.endLoops(command);
    }

    /** Ends a thread that ran beside cells, as a cell is stopped; while no cell runs. */
    void end(Thread stray) throws InterruptedException {
        control.end(stray);
    }

    /** Forgets an interrupt that came before this cell. */
    void begin() {
        interrupted = false;
    }

    boolean isInterrupted() {
        return interrupted;
    }

    SessionVariables variables() {
        return variables;
    }

    SessionMethods methods() {
        return methods;
    }

    /**
     * Declares a variable and sets it; works after an interrupt too, which a command may take as the wish to end with
     * what it has found.
     *
     * @param type the type as Java source; null for the value's nearest public type
     */
    void bind(String name, String type, Object value) {
        if (!SourceVersion.isName(name) || name.contains(".")) {
            throw new IllegalArgumentException("'" + name + "' is not a Java variable name");
        }
        String declared = type != null ? type : AccessibleType.of(value);
        boolean asked = interrupted;
        Thread.interrupted();
        interrupted = false;
        List<SnippetEvent> events = jshell.eval(declared + " " + name + ";");
        interrupted |= asked;
        if (events.stream().anyMatch(event -> event.causeSnippet() == null && event.status() != Status.VALID)) {
            throw new IllegalArgumentException("type '" + declared + "' of " + name + " is not known in this session");
        }
        variables.set(name, value);
    }

    /** Forgets what cells declared under this name, and says how much it was. */
    int forget(String name) {
        return forget(declared -> declared.name().equals(name));
    }

    /** Forgets all that cells declared, and says how much it was. */
    int forgetAll() {
        return forget(declared -> true);
    }

    private int forget(Predicate<DeclarationSnippet> which) {
        List<Snippet> gone = jshell.snippets()
                .filter(snippet -> jshell.status(snippet).isActive())
                .filter(snippet -> snippet instanceof DeclarationSnippet declared && which.test(declared))
                .filter(snippet -> !isExpression(snippet))
                .toList();
        gone.forEach(jshell::drop);
        return gone.size();
    }

    ClassLoader classLoader() {
        return loader;
    }

    void addToClasspath(Path path) {
        jshell.addToClasspath(path.toAbsolutePath().toString());
    }

    List<Path> classpath() {
        return loader.added();
    }

    /** Whether cells see a package that begins like this; jars that they share may have others. */
    boolean leadsSomewhere(String begin) {
        return files.leadsSomewhere(begin);
    }

    /** Lets completion learn all packages and class names, which takes a second of a core in the background. */
    void allowIndexing() {
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
