package crosscountry.kernel.shell;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.Renderers;
import crosscountry.kernel.display.ThrownText;
import crosscountry.kernel.display.widget.Live;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Java, commands and rendering behind one door; knows neither Jupyter nor a terminal. One thread runs cells;
 * {@link #interrupt} may be called from any other.
 */
public final class Session implements CommandContext, AutoCloseable {
    private final Frontend frontend;
    private final JavaShell java;
    private volatile Renderers renderers;
    private final Map<String, Command> commands = new ConcurrentSkipListMap<>();
    private final Set<String> said = Collections.synchronizedSet(new HashSet<>());
    private final PrintStream out;
    private final PrintStream err;
    private final CodeAssist assist;
    private List<String> declared = List.of();
    private Cell running = new Cell("", "cell", 0);
    private final Object turn = new Object();
    private boolean active;
    private volatile Thread commanding;
    private final Reserve reserve = new Reserve();

    /** The cell that runs now; {@code body} is where the body of the running command begins. */
    private record Cell(String text, String label, int body) {}

    /** What a cell came to; {@code value} is null where there is nothing to show. */
    public record Result(Object value) {}

    /**
     * @param frontend where output goes
     * @param compilerOptions options for javac; may be empty
     */
    public Session(Frontend frontend, List<String> compilerOptions) {
        this.frontend = frontend;
        out = TextStream.to(frontend, "stdout");
        err = TextStream.to(frontend, "stderr");
        Jars jars = new Jars();
        List<Path> classpath = Jars.classpath();
        jars.learn(classpath);
        ServiceFiles services = new ServiceFiles(Session.class.getClassLoader(), jars, classpath);
        ServiceLoader.load(Command.class, services).forEach(command -> commands.put(command.name(), command));
        renderers = Renderers.load(services);
        java = new JavaShell(compilerOptions, this::died, jars, services);
        assist = new CodeAssist(java);
    }

    /**
     * Runs a cell.
     *
     * @param label how the cell is called in messages, such as {@code cell 3}
     * @throws CellException with everything that its author should see
     */
    public Result run(String text, String label) throws CellException {
        begin();
        running = new Cell(text, label, 0);
        List<String> earlier = java.expressions();
        try {
            return new Result(pieces(Piece.of(text, this::goesOn), text, 0));
        } catch (CellException shown) {
            if (shown.kind().equals(OutOfMemoryError.class.getName())) {
                reserve.release();
            }
            throw shown;
        } catch (Throwable thrown) {
            if (thrown instanceof OutOfMemoryError) {
                reserve.release();
            }
            throw failure(thrown);
        } finally {
            end();
            java.dropExpressions(earlier);
        }
    }

    /**
     * Does what follows a cell, such as the drawing of its value: an interrupt ends it, and what it throws is the
     * cell's failure.
     */
    public <T> T after(Callable<T> work) throws CellException {
        begin();
        commanding = Thread.currentThread();
        try {
            T made = work.call();
            if (java.isInterrupted()) { // what was made of the ends of its parts
                throw CellException.interrupted();
            }
            return made;
        } catch (CellException stopped) {
            throw stopped;
        } catch (Throwable thrown) {
            throw failure(thrown);
        } finally {
            end();
        }
    }

    private void begin() {
        Notebook.enter(this);
        synchronized (turn) {
            java.begin();
            active = true;
        }
    }

    /** An interrupt that goes on is waited for: it must not hit the next cell. */
    private void end() {
        synchronized (turn) {
            active = false;
            commanding = null;
            Thread.interrupted();
        }
    }

    private boolean goesOn(String code) {
        return assist.completeness(code).equals("incomplete");
    }

    private Object pieces(List<Piece> pieces, String code, int offset) throws CellException {
        Object value = null;
        for (int k = 0; k < pieces.size(); k++) {
            if (java.isInterrupted()) {
                throw CellException.interrupted();
            }
            if (pieces.get(k) instanceof Piece.Java part) {
                JavaShell.Value last = java.eval(part.code(), offset + part.offset(), running.text(), running.label());
                value = last.value();
            } else if (pieces.get(k) instanceof Piece.Call call) {
                value = command(call, offset);
                if (value != null && k + 1 < pieces.size()) {
                    display(value);
                }
            }
        }
        return value instanceof Display ? null : value;
    }

    private Object command(Piece.Call call, int offset) throws CellException {
        Command command = commands.get(call.name());
        if (command == null) {
            throw CellException.of("UnknownCommand", "there is no command %" + call.name() + "; %commands lists all");
        }
        if (call.line().equals("?")
                || call.line().equals("--help")
                || call.line().equals("-h")) {
            return MimeBundle.text(command.synopsis() + "\n\n" + command.help());
        }
        Cell before = running;
        running = new Cell(before.text(), before.label(), offset + call.bodyOffset());
        commanding = Thread.currentThread();
        try {
            return command.run(this, call.line(), call.body());
        } catch (CellException shown) {
            throw shown;
        } catch (InterruptedException stopped) {
            throw CellException.interrupted();
        } catch (ExitCalls.Exit ended) {
            throw CellException.of("Exit", ended.getMessage());
        } catch (
                Throwable thrown) { // also errors: a class that cannot be initialised, a stack or a memory that is full
            String message = ThrownText.message(thrown);
            if (java.isInterrupted() || thrown instanceof Error || message == null) {
                throw failure(thrown);
            }
            throw CellException.of(
                    thrown instanceof IllegalArgumentException
                            ? "%" + call.name()
                            : thrown.getClass().getSimpleName(),
                    message);
        } finally {
            synchronized (turn) { // an interrupt that ends the user's code by force is to hit that alone
                commanding = null;
            }
            running = before;
        }
    }

    /** Whatever ended a cell, or the drawing of its value, as the cell's failure. */
    public CellException failure(Throwable thrown) {
        return java.isInterrupted() ? CellException.interrupted() : java.failure(thrown);
    }

    /** Runs what a front end does on a thread of its own, so that the functions of {@link Notebook} work there. */
    public void within(Runnable work) {
        Notebook.enter(this);
        work.run();
    }

    /** Stops the running cell, if there is one; safe from any thread. */
    public void interrupt() {
        synchronized (turn) {
            if (!active) {
                return;
            }
            Thread command = commanding;
            java.interrupt();
            if (command != null) {
                command.interrupt();
                java.endLoops(command);
            }
        }
    }

    /** Ends a thread on which values were drawn or described; while no cell runs. */
    public void end(Thread stray) throws InterruptedException {
        java.end(stray);
    }

    @Override
    public Object eval(String code) throws CellException {
        Thread command = commanding;
        commanding = null; // the interrupt of Java code is the execution control's business
        int mark = java.methods().size();
        int at = running.text().indexOf(code, running.body());
        Cell before = running;
        running = at >= 0 ? before : new Cell(code, "code", 0);
        try {
            return pieces(Piece.of(code, this::goesOn), code, Math.max(0, at));
        } finally {
            running = before;
            commanding = command;
            declared = List.copyOf(java.methods().subList(mark, java.methods().size()));
        }
    }

    @Override
    public Optional<Object> variable(String name) {
        return java.variable(name);
    }

    @Override
    public Map<String, String> variables() {
        return java.variables();
    }

    @Override
    public List<String> methods() {
        return java.methodNames();
    }

    @Override
    public void sayOnce(String sentence) {
        if (said.add(sentence)) {
            out.println(sentence);
        }
    }

    @Override
    public void bind(String name, String type, Object value) {
        java.bind(name, type, value);
    }

    @Override
    public boolean forget(String name) {
        return java.forget(name) > 0;
    }

    @Override
    public int forgetAll() {
        return java.forget(null);
    }

    @Override
    public Optional<byte[]> classBytes(String className) {
        return java.classBytes(className);
    }

    @Override
    public List<String> declaredMethods() {
        return declared;
    }

    @Override
    public Class<?> methodOwner(String methodName) {
        return java.methodOwner(methodName);
    }

    @Override
    public ClassLoader classLoader() {
        return java.classLoader();
    }

    @Override
    public void addToClasspath(Path path) {
        java.addToClasspath(path);
        if (Extensions.brings(path, Command.class)) {
            for (Command command : Extensions.fresh(Command.class, java.classLoader(), commands.values())) {
                if (commands.putIfAbsent(command.name(), command) != null) {
                    err.println("%" + command.name() + " of " + path.getFileName()
                            + " is left out: there is a command of this name");
                }
            }
        }
        if (Extensions.brings(path, Renderer.class)) {
            renderers = renderers.with(Extensions.fresh(Renderer.class, java.classLoader(), renderers.all()));
        }
    }

    @Override
    public List<Path> classpath() {
        return java.classpath();
    }

    @Override
    public Optional<String> sharedVersion(String group, String artifact) {
        return SharedPackages.version(group, artifact, Jars.classpath());
    }

    @Override
    public Map<String, Command> commands() {
        return commands;
    }

    @Override
    public String display(Object value) {
        String id = UUID.randomUUID().toString();
        frontend.display(id, render(value));
        return id;
    }

    @Override
    public void updateDisplay(String displayId, Object value) {
        frontend.updateDisplay(displayId, render(value));
    }

    @Override
    public MimeBundle render(Object value) {
        if (value instanceof Live live) {
            frontend.follow(live.model());
        }
        return renderers.render(value);
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public PrintStream err() {
        return err;
    }

    @Override
    public void checkInterrupt() throws InterruptedException {
        if (java.isInterrupted() || Thread.interrupted()) {
            throw new InterruptedException("interrupted");
        }
    }

    /** Whether the user asked to interrupt; for long work that asks rather than throws. */
    boolean stopped() {
        return java.isInterrupted();
    }

    @Override
    public int bodyLine() {
        return new Place(running.label(), running.text(), running.body()).line(0);
    }

    /** Completion, inspection and completeness of this session's cells. */
    public CellAssist assist() {
        return new CellAssist(this, assist);
    }

    /** Shows what ended a thread that a cell started; nobody would see it otherwise. */
    private void died(Thread thread, Throwable thrown) {
        err.println("thread " + thread.getName() + " ended: " + String.join("\n", java.thrown(thrown)));
    }

    /** From here on, what only completion needs may be read in the background. */
    public void settle() {
        reserve.fill();
        java.allowIndexing();
    }

    Frontend frontend() {
        return frontend;
    }

    @Override
    public void close() {
        java.close();
    }
}
