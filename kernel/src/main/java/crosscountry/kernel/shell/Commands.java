package crosscountry.kernel.shell;

import crosscountry.kernel.command.Command;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentSkipListMap;

/** The commands of a session by name: the kernel's own, and those of libraries added later. */
final class Commands {
    private final Map<String, Command> byName = new ConcurrentSkipListMap<>();

    Commands(ClassLoader services) {
        ServiceLoader.load(Command.class, services).forEach(this::add);
    }

    /** Adds a command unless there is one of its name. */
    boolean add(Command command) {
        return byName.putIfAbsent(command.name(), command) == null;
    }

    Map<String, Command> byName() {
        return Collections.unmodifiableMap(byName);
    }

    /** @throws CellException when there is no command of that name */
    Command get(String name) throws CellException {
        Command command = byName.get(name);
        if (command == null) {
            throw CellException.of("UnknownCommand", "there is no command %" + name + "; %commands lists all");
        }
        return command;
    }

    /** Adds the commands that a jar or folder brings; the first command of a name stays. */
    void extend(Path library, ClassLoader loader, PrintStream err) {
        if (!Extensions.brings(library, Command.class)) {
            return;
        }
        for (Command command : Extensions.fresh(Command.class, loader, byName.values())) {
            if (!add(command)) {
                err.println("%" + command.name() + " of " + library.getFileName()
                        + " is left out: there is a command of this name");
            }
        }
    }
}
