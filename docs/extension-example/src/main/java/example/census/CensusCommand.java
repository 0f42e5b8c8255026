package example.census;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.option.GraphWord;
import crosscountry.kernel.command.option.KeptVariable;
import crosscountry.kernel.command.option.Names;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code %census}: the primitives of a graph. Help and completion come from its declaration. */
public final class CensusCommand extends Magic {
    public CensusCommand() {
        super("%census");
    }

    @Override
    protected Call call() {
        return new Count();
    }

    @Command(description = "How often each primitive stands in a graph.")
    private static final class Count implements Call {
        @Mixin
        private GraphWord word;

        @Mixin
        private KeptVariable kept;

        @Override
        public Object run(CommandContext context, String body) {
            Census census = Census.of(word.graph(new Names.OfSession(context)));
            kept.keep(context, Census.class, census);
            return census;
        }
    }
}
