package crosscountry.kernel.command.session;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;

/** {@code %time}: how long code takes, once. */
public final class TimeCommand implements Command {
    @Override
    public String name() {
        return "time";
    }

    @Override
    public String synopsis() {
        return "%time CODE, or %%time above a cell  run it once and say how long it took";
    }

    @Override
    public String help() {
        return "Compilation of the code is part of the time. The value of the code is the value of the command.";
    }

    @Override
    public Object run(CommandContext context, String line, String body) throws Exception {
        String code = body == null ? line : line + "\n" + body;
        if (code.isBlank()) {
            throw new IllegalArgumentException("%time needs code: %time CODE, or %%time above a cell");
        }
        long start = System.nanoTime();
        try {
            return context.eval(body == null || !line.isBlank() ? code : body).value();
        } finally {
            context.out().println("took " + Durations.text(System.nanoTime() - start));
        }
    }
}
