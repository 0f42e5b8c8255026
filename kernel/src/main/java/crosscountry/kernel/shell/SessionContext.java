package crosscountry.kernel.shell;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.EvalResult;
import crosscountry.kernel.display.MimeBundle;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What commands may do with a session. */
final class SessionContext implements CommandContext {
    private final JavaShell java;
    private final CellRunner cells;
    private final Commands commands;
    private final Displays displays;
    private final PrintStream out;
    private final PrintStream err;
    private final Set<String> said = Collections.synchronizedSet(new HashSet<>());

    SessionContext(
            JavaShell java, CellRunner cells, Commands commands, Displays displays, PrintStream out, PrintStream err) {
        this.java = java;
        this.cells = cells;
        this.commands = commands;
        this.displays = displays;
        this.out = out;
        this.err = err;
    }

    @Override
    public EvalResult eval(String code) throws CellException {
        return cells.eval(code, this);
    }

    @Override
    public Optional<Object> variable(String name) {
        return java.variables().value(name);
    }

    @Override
    public Map<String, String> variables() {
        return java.variables().types();
    }

    @Override
    public void bind(String name, String type, Object value) {
        java.bind(name, type, value);
    }

    @Override
    public List<String> methods() {
        return java.methods().names();
    }

    @Override
    public Method method(String name) {
        return java.methods().get(name);
    }

    @Override
    public boolean forget(String name) {
        return java.forget(name) > 0;
    }

    @Override
    public int forgetAll() {
        return java.forgetAll();
    }

    @Override
    public ClassLoader classLoader() {
        return java.classLoader();
    }

    @Override
    public void addToClasspath(Path path) {
        java.addToClasspath(path);
        commands.extend(path, java.classLoader(), err);
        displays.extend(path, java.classLoader());
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
        return commands.byName();
    }

    @Override
    public String display(Object value) {
        return displays.show(value);
    }

    @Override
    public void updateDisplay(String displayId, Object value) {
        displays.update(displayId, value);
    }

    @Override
    public MimeBundle render(Object value) {
        return displays.render(value);
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
    public void sayOnce(String sentence) {
        if (said.add(sentence)) {
            out.println(sentence);
        }
    }

    @Override
    public void checkInterrupt() throws InterruptedException {
        if (java.isInterrupted() || Thread.interrupted()) {
            throw new InterruptedException("interrupted");
        }
    }

    @Override
    public int bodyLine() {
        return cells.bodyLine();
    }
}
