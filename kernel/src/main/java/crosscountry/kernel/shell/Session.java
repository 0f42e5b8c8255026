package crosscountry.kernel.shell;

import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.EvalResult;
import crosscountry.kernel.display.MimeBundle;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A running session as its front end sees it: cells go in, values come out. Knows neither Jupyter nor a terminal. One
 * thread runs cells; {@link #interrupt} may be called from any other.
 */
public final class Session implements AutoCloseable {
    private final Frontend frontend;
    private final JavaShell java;
    private final Turn turn;
    private final Commands commands;
    private final Displays displays;
    private final CellRunner cells;
    private final SessionContext context;
    private final CellAssist assist;
    private final Reserve reserve = new Reserve();

    /**
     * @param frontend where output goes
     * @param compilerOptions options for javac; may be empty
     */
    public Session(Frontend frontend, List<String> compilerOptions) {
        this.frontend = frontend;
        PrintStream out = TextStream.to(frontend, "stdout");
        PrintStream err = TextStream.to(frontend, "stderr");
        Jars jars = new Jars();
        List<Path> classpath = Jars.classpath();
        jars.learn(classpath);
        ServiceFiles services = new ServiceFiles(Session.class.getClassLoader(), jars, classpath);
        commands = new Commands(services);
        displays = new Displays(frontend, services);
        java = new JavaShell(compilerOptions, this::died, jars, services);
        turn = new Turn(java);
        CodeAssist code = new CodeAssist(java);
        cells = new CellRunner(java, code, commands, displays, turn);
        context = new SessionContext(java, cells, commands, displays, out, err);
        assist = new CellAssist(context, code);
    }

    /**
     * Runs a cell.
     *
     * @param label how the cell is called in messages, such as {@code cell 3}
     * @throws CellException with everything that its author should see
     */
    public EvalResult run(String text, String label) throws CellException {
        Notebook.enter(this);
        turn.begin();
        List<String> earlier = java.variables().expressions();
        try {
            return cells.run(text, label, context);
        } catch (Throwable thrown) {
            CellException failure = failure(thrown);
            if (thrown instanceof OutOfMemoryError || failure.kind().equals(OutOfMemoryError.class.getName())) {
                reserve.release();
            }
            throw failure;
        } finally {
            turn.end();
            java.variables().dropExpressions(earlier);
        }
    }

    /**
     * Does what follows a cell, such as the drawing of its value: an interrupt ends it, and what it throws is the
     * cell's failure.
     */
    public <T> T after(Callable<T> work) throws CellException {
        Notebook.enter(this);
        turn.begin();
        turn.enterWork();
        try {
            T made = work.call();
            if (java.isInterrupted()) { // then parts of it may be missing
                throw CellException.interrupted();
            }
            return made;
        } catch (Throwable thrown) {
            throw failure(thrown);
        } finally {
            turn.end();
        }
    }

    /** Whatever ended a cell, or the drawing of its value, as the cell's failure. */
    public CellException failure(Throwable thrown) {
        return thrown instanceof CellException shown ? shown : java.failure(thrown);
    }

    /** Runs what a front end does on a thread of its own, so that the functions of {@link Notebook} work there. */
    public void within(Runnable work) {
        Notebook.enter(this);
        work.run();
    }

    /** Stops the running cell, if there is one; safe from any thread. */
    public void interrupt() {
        turn.interrupt();
    }

    /** Whether the user asked to interrupt; for long work that asks rather than throws. */
    boolean stopped() {
        return java.isInterrupted();
    }

    /** Ends a thread on which values were drawn or described; while no cell runs. */
    public void end(Thread stray) throws InterruptedException {
        java.end(stray);
    }

    /** The value in all its forms, as the session's renderers draw it. */
    public MimeBundle render(Object value) {
        return displays.render(value);
    }

    /** What commands, and the startup code of a front end, may do with this session. */
    public CommandContext context() {
        return context;
    }

    /** Completion, inspection and completeness of this session's cells. */
    public CellAssist assist() {
        return assist;
    }

    /** From here on, what only completion needs may be read in the background. */
    public void settle() {
        reserve.fill();
        java.allowIndexing();
    }

    Commands commands() {
        return commands;
    }

    Frontend frontend() {
        return frontend;
    }

    /** Shows what ended a thread that a cell started; nobody would see it otherwise. */
    private void died(Thread thread, Throwable thrown) {
        context.err().println("thread " + thread.getName() + " ended: " + String.join("\n", java.thrown(thrown)));
    }

    @Override
    public void close() {
        java.close();
    }
}
