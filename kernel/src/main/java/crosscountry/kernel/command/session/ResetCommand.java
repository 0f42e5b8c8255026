package crosscountry.kernel.command.session;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import java.util.List;

/** {@code %reset}: forgets what was declared. */
public final class ResetCommand implements Command {
    @Override
    public String name() {
        return "reset";
    }

    @Override
    public String synopsis() {
        return "%reset [NAME...]  forget variables, methods and classes: all, or those of these names";
    }

    @Override
    public String help() {
        return "Imports and the class path stay.";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        if (line.isBlank()) {
            context.out().println("forgotten: " + context.forgetAll());
            return null;
        }
        for (String name : line.strip().split("\\s+")) {
            if (!context.forget(name)) {
                throw new IllegalArgumentException("nothing of the name " + name + " was declared in this session");
            }
        }
        return null;
    }

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        return List.copyOf(context.variables().keySet());
    }
}
