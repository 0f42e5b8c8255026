package crosscountry.kernel.shell;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;

/**
 * The JDK's in-process execution control, whose {@code stop()} really stops loops, plus three things: bytes of compiled
 * classes are kept, variables are read and set as objects rather than as strings, and the value of an expression is not
 * turned into a string on the way (its {@code toString} may be large, slow or wrong, and is the renderers' business).
 */
final class SessionControl extends LocalExecutionControl {
    private static final InheritableThreadLocal<Method> SNIPPET = new InheritableThreadLocal<>();
    private static final Method TRAMPOLINE = trampoline();

    private final SessionLoader loader;
    private boolean ownClasspath = true;
    private FieldAction action;

    /** What is done with the field behind a variable. */
    interface FieldAction {
        void on(Field field) throws IllegalAccessException;
    }

    SessionControl(SessionLoader loader) {
        super(loader);
        this.loader = loader;
    }

    /** What the next {@code varValue} does with the field. */
    void nextField(FieldAction next) {
        action = next;
    }

    /** From here on, class path entries are new to this process and are added to the loader. */
    void acceptClasspath() {
        ownClasspath = false;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        loader.record(classes);
        super.load(classes);
    }

    @Override
    public void addToClasspath(String path) throws EngineTerminationException, InternalException {
        if (!ownClasspath) {
            super.addToClasspath(path);
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
    protected String invoke(Method snippet) throws Exception {
        SNIPPET.set(snippet);
        try {
            super.invoke(TRAMPOLINE);
            return "";
        } finally {
            SNIPPET.remove();
        }
    }

    /** Runs on the thread that the execution control starts for one snippet. */
    public static void runSnippet() throws Throwable {
        Method snippet = SNIPPET.get();
        SNIPPET.remove();
        try {
            snippet.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Method trampoline() {
        try {
            Method method = SessionControl.class.getDeclaredMethod("runSnippet");
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
