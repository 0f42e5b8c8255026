package crosscountry.kernel.command;

import crosscountry.kernel.display.MimeBundle;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a {@link Command} may do with the running session; the same in a notebook and in a terminal. */
public interface CommandContext {

    /**
     * Compiles and runs Java code, which may hold several snippets and commands.
     *
     * @return the value of the last expression, and what the code declared
     * @throws Exception when the code does not compile or throws; its message is ready for the user
     */
    EvalResult eval(String javaCode) throws Exception;

    /** The value of a variable of the session; empty when no such variable exists or when it is null. */
    Optional<Object> variable(String name);

    /** Names and declared types of all variables of the session, in order of declaration. */
    Map<String, String> variables();

    /** Declares {@code name} in the session with the value's own (accessible) type and sets it. */
    default void bind(String name, Object value) {
        bind(name, null, value);
    }

    /**
     * Declares {@code name} in the session and sets it.
     *
     * @param type the type as Java source, or null for the value's own accessible type
     * @throws IllegalArgumentException if {@code name} is no Java identifier or the type does not compile
     */
    void bind(String name, String type, Object value);

    /** Names of the methods that cells have declared, each once. */
    List<String> methods();

    /** Prints a sentence unless this session has printed it before. */
    void sayOnce(String sentence);

    /** Forgets the variable, the methods and the class of this name; false when there is nothing of that name. */
    boolean forget(String name);

    /** Forgets everything that was declared and says how much it was; imports and the class path stay. */
    int forgetAll();

    /**
     * The method of that name as the session holds it now, for example to trace it.
     *
     * @throws IllegalArgumentException naming the session's methods when there is none of that name
     */
    Method method(String name);

    /** Loads the classes of the session and whatever was added to its class path. */
    ClassLoader classLoader();

    /**
     * Adds a jar or a directory of classes to the session, with the commands and renderers that it names as services.
     */
    void addToClasspath(Path path);

    /** What the session has on its class path beyond the engine's own. */
    List<Path> classpath();

    /** The version of an artifact that the kernel shares with cells; empty where it has none, or keeps it to itself. */
    Optional<String> sharedVersion(String group, String artifact);

    /** All commands of this session by name. */
    Map<String, Command> commands();

    /** Shows a value now, as {@code display(value)} does in a cell, and returns its display id. */
    String display(Object value);

    /** Replaces what {@link #display} showed under that id. */
    void updateDisplay(String displayId, Object value);

    /** The value in all its forms, as the session's renderers draw it. */
    MimeBundle render(Object value);

    /** Standard output of the running cell. */
    PrintStream out();

    /** Standard error of the running cell. */
    PrintStream err();

    /** Throws when the user asked to interrupt; long work calls this between its steps. */
    void checkInterrupt() throws InterruptedException;

    /** The first line (1-based) in the cell of the body that the running {@code %%} command received. */
    int bodyLine();
}
