package crosscountry.kernel.command.session;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.SessionWords;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %reset}: forgets what was declared. */
public final class ResetCommand extends Magic {
    public ResetCommand() {
        super("%reset");
    }

    @Override
    protected Call call() {
        return new Forget();
    }

    @Command(
            description = {
                "Forgets variables, methods and classes: all, or those of these names.",
                "Imports and the class path stay."
            })
    private static final class Forget implements Call {
        @Parameters(
                arity = "0..*",
                paramLabel = "NAME...",
                description = "What to forget.",
                completionCandidates = Variables.class)
        private List<String> names = List.of();

        @Override
        public Object run(CommandContext context, String body) {
            if (names.isEmpty()) {
                context.out().println("forgotten: " + context.forgetAll());
            }
            for (String name : names) {
                if (!context.forget(name)) {
                    throw new IllegalArgumentException("nothing of the name " + name + " was declared in this session");
                }
            }
            return null;
        }
    }

    /** The variables of the session. */
    static final class Variables implements SessionWords {
        @Override
        public Stream<String> of(CommandContext context, String begin) {
            return context.variables().keySet().stream();
        }
    }
}
