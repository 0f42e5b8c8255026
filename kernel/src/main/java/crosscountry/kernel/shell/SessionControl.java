package crosscountry.kernel.shell;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import jdk.jshell.execution.LocalExecutionControl;

/**
 * The JDK's in-process execution control, whose {@code stop()} really stops loops, with three additions: it keeps the
 * bytes of compiled classes; it reads and sets variables as objects rather than strings; and it never turns the value
 * of an expression into a string, because {@code toString} may be large, slow or wrong, and renderers decide what to
 * show.
 */
final class SessionControl extends LocalExecutionControl {
    private static final InheritableThreadLocal<Run> NEXT = new InheritableThreadLocal<>();
    private static final Method TRAMPOLINE = own("runSnippet");
    private static final Method NOTHING = own("doNothing");
    private static final long PATIENCE_MILLIS = 200;
    private static final long GRACE_MILLIS = 20;
    /** Newer JDKs check a flag of this class in every loop of the session's code; older JDKs have no such class. */
    private static final String CANCEL = "REPL.$Cancel$";

    private final SessionLoader loader;
    private final BiConsumer<Thread, Throwable> died;
    private final BooleanSupplier interrupted;
    private boolean hasStopChecks;
    private FieldAction action;
    private volatile CellThreads running;

    private record Run(Method snippet, CellThreads threads) {}

    /** What is done with the field behind a variable. */
    interface FieldAction {
        void on(Field field) throws IllegalAccessException;
    }

    /**
     * @param died is told what ended a thread that a cell started
     * @param interrupted whether the running cell should end
     */
    SessionControl(SessionLoader loader, BiConsumer<Thread, Throwable> died, BooleanSupplier interrupted) {
        super(loader);
        this.loader = loader;
        this.died = died;
        this.interrupted = interrupted;
    }

    /** What the next {@code varValue} does with the field. */
    void nextField(FieldAction next) {
        action = next;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        loader.record(classes);
        super.load(classes);
        if (!hasStopChecks) {
            hasStopChecks = true;
            defineStopChecks();
        }
    }

    /**
     * Defines the class of the stop checks early: newer JDKs do so only when the first snippet runs, but a command may
     * use a compiled class before that.
     */
    private void defineStopChecks() {
        try {
            super.invoke(NOTHING);
        } catch (Exception interrupted) {
            // the class is defined before anything runs
        }
    }

    @Override
    public String varValue(String className, String name)
            throws RunException, EngineTerminationException, InternalException {
        try {
            Field field = findClass(className).getDeclaredField(name);
            field.setAccessible(true);
            if (action != null) {
                action.on(field);
            }
            return "";
        } catch (ReflectiveOperationException e) {
            throw new InternalException("variable " + name + " cannot be reached: " + e);
        }
    }

    @Override
    protected String throwConvertedInvocationException(Throwable cause) throws RunException, InternalException {
        throw Thrown.copy(cause);
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        CellThreads threads = new CellThreads(died);
        running = threads;
        if (interrupted.getAsBoolean()) {
            threads.cancel();
        }
        NEXT.set(new Run(snippet, threads));
        try {
            super.invoke(TRAMPOLINE);
            return "";
        } catch (StoppedException stopped) {
            if (!threads.ended(PATIENCE_MILLIS)) {
                System.err.println(
                        "a thread of this cell is in a call that cannot be interrupted; it ends when the call returns");
            }
            throw stopped;
        } finally {
            running = null;
            NEXT.remove();
        }
    }

    @Override
    public void stop() throws EngineTerminationException {
        try {
            super.stop();
        } catch (InternalException | NullPointerException early) {
            // the first snippet has not yet come to what would be stopped
        }
        CellThreads threads = running;
        if (threads != null) {
            threads.end();
        }
    }

    /**
     * Ends a thread that ran beside cells; to be called while no cell runs. If the session's code still runs on it
     * after an interrupt, the flag that stops cells is raised for a moment.
     */
    void end(Thread stray) throws InterruptedException {
        ForcedEnd.of(stray);
        stray.join(GRACE_MILLIS);
        if (inSession(stray)) {
            stopLoops(true);
            try {
                stray.join(PATIENCE_MILLIS);
            } finally {
                stopLoops(false);
            }
        }
    }

    /**
     * Ends code of the session that survives the interrupt of a command's thread: by force where this Java can, else by
     * the flag that loops check. The thread itself goes on with what that code throws.
     */
    void endLoops(Thread command) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        boolean forced = false;
        try {
            for (int wait = 0; inSession(command) && System.nanoTime() < end; wait++) {
                Thread.sleep(GRACE_MILLIS);
                if (!forced && wait > 0 && inSession(command)) {
                    forced = true;
                    ForcedEnd.of(command);
                    stopLoops(true);
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            stopLoops(false);
        }
    }

    private static boolean inSession(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("REPL."));
    }

    private void stopLoops(boolean stop) {
        try {
            Field flag = findClass(CANCEL).getDeclaredField("allStop");
            flag.setAccessible(true);
            flag.setBoolean(null, stop);
        } catch (ReflectiveOperationException older) {
            // threads of older JDKs end by force
        }
    }

    /** Runs on the thread that the execution control starts for one snippet. */
    @SuppressWarnings("removal")
    public static void runSnippet() throws Throwable {
        Run run = NEXT.get();
        NEXT.remove();
        try {
            run.threads().run(run.snippet());
        } catch (InterruptedException stopped) {
            throw new ThreadDeath(); // how the execution control knows that it was stopped
        }
    }

    public static void doNothing() {}

    private static Method own(String name) {
        try {
            Method method = SessionControl.class.getDeclaredMethod(name);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
