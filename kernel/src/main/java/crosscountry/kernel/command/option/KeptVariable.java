package crosscountry.kernel.command.option;

import crosscountry.kernel.command.CommandContext;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The variable of the notebook that keeps the result of a command. */
public final class KeptVariable {
    @Option(names = "--to", paramLabel = "NAME", description = "Keeps the result in a variable of this name.")
    private String name;

    /** Its name, if one was given. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Sets the variable, if one was named. */
    public void keep(CommandContext context, Class<?> type, Object value) {
        name().ifPresent(to -> context.bind(to, type.getCanonicalName(), value));
    }
}
