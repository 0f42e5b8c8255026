package crosscountry.kernel.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The commands for scripts, each made when it is called or listed. */
enum ScriptCommand {
    TASKS(TasksCommand::new),
    GRAPH(GraphCommand::new),
    COUNT(CountCommand::new),
    JACOBIAN(JacobianCommand::new),
    SEARCH(SearchCommand::new),
    AGENT(AgentCommand::new),
    TRAIN(TrainCommand::new),
    REPL(ReplCommand::new);

    private final Supplier<Object> declared;

    ScriptCommand(Supplier<Object> declared) {
        this.declared = declared;
    }

    static Optional<ScriptCommand> named(String word) {
        return Arrays.stream(values())
                .filter(command -> command.label().equals(word))
                .findFirst();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A new object with picocli's annotations. */
    Object declared() {
        return declared.get();
    }
}
