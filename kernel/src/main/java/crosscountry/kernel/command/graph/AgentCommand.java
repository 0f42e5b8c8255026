package crosscountry.kernel.command.graph;

import crosscountry.elimination.Order;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.option.AgentOptions;
import crosscountry.kernel.command.option.KeptVariable;
import crosscountry.kernel.command.option.Names;
import crosscountry.search.SearchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code %agent}: a trained agent orders a graph. */
public final class AgentCommand extends Magic {
    public AgentCommand() {
        super("%agent");
    }

    @Override
    protected Call call() {
        return new Play();
    }

    @Command
    private static final class Play implements Call {
        @Mixin
        private AgentOptions options;

        @Mixin
        private KeptVariable kept;

        @Override
        public Object run(CommandContext context, String body) {
            Graph graph = options.graph(new Names.OfSession(context));
            SearchResult result = options.play(graph, () -> Interrupts.heard(context));
            options.file().write(graph, result.order());
            kept.keep(context, Order.class, result.order());
            return result;
        }
    }
}
