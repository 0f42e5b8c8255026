package example.census;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.Words;
import java.util.List;
import java.util.Set;

/** {@code %census}: the primitives of a graph. Its flags are completed from the synopsis. */
public final class CensusCommand implements Command {
    @Override
    public String name() {
        return "census";
    }

    @Override
    public String synopsis() {
        return "%census GRAPH [--to NAME]  how often each primitive stands in a graph";
    }

    @Override
    public String help() {
        return "GRAPH is a variable, a built-in task or a graph file.\n  --to NAME   keeps the Census in a variable of this name";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        Words words = Words.of("%census", line, Set.of("to"), Set.of());
        if (words.plain().size() != 1) {
            throw new IllegalArgumentException("%census needs one graph: %census GRAPH");
        }
        Census census = Census.of(Named.graph(context, words.plain().get(0)));
        words.option("to").ifPresent(name -> context.bind(name, census));
        return census;
    }

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        return Named.completions(context, argsBeforeCursor.strip());
    }
}
