package crosscountry.kernel.command.session;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.declaration.Verbatim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %time}: how long code takes, once. */
public final class TimeCommand extends Magic {
    public TimeCommand() {
        super("%time");
    }

    @Override
    protected Call call() {
        return new Time();
    }

    @Override
    protected boolean takesCell() {
        return true;
    }

    @Command(
            description = {
                "Runs code once and says how long it took.",
                "Compilation of the code is part of the time. The value of the code is the value of the command."
            },
            customSynopsis = "CODE, or %%time above a cell")
    private static final class Time implements Call {
        @Parameters(arity = "0..1", paramLabel = "CODE", description = "Java to run.")
        private Verbatim.Code code;

        @Override
        public Object run(CommandContext context, String body) throws Exception {
            String line = Verbatim.text(code);
            String all = body == null ? line : line.isBlank() ? body : line + "\n" + body;
            if (all.isBlank()) {
                throw new IllegalArgumentException("%time needs code: %time CODE, or %%time above a cell");
            }
            long start = System.nanoTime();
            try {
                return context.eval(all).value();
            } finally {
                context.out().println("took " + Durations.text(System.nanoTime() - start));
            }
        }
    }
}
