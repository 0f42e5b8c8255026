package crosscountry.kernel.command.graph;

import crosscountry.elimination.Order;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.option.KeptVariable;
import crosscountry.kernel.command.option.Names;
import crosscountry.kernel.command.option.OrderSearchOptions;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.search.SearchRenderer;
import crosscountry.search.Search;
import crosscountry.search.SearchResult;
import crosscountry.search.Status;
import crosscountry.search.method.Best;
import crosscountry.tuning.RuntimeResult;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code %search}: looks for a cheap order, with a line that follows it. */
public final class SearchCommand extends Magic {
    public SearchCommand() {
        super("%search");
    }

    @Override
    protected Call call() {
        return new Look();
    }

    @Command
    private static final class Look implements Call {
        @Mixin
        private OrderSearchOptions options;

        @Mixin
        private KeptVariable kept;

        @Override
        public Object run(CommandContext context, String body) {
            Graph graph = options.graph(new Names.OfSession(context));
            if (options.measures()) {
                RuntimeResult measured = options.measured(graph, () -> Interrupts.heard(context));
                keep(context, graph, measured.order());
                return measured;
            }
            SearchResult result = followed(context, graph);
            keep(context, graph, result.order());
            return result;
        }

        private SearchResult followed(CommandContext context, Graph graph) {
            Search search = options.search(graph, () -> Interrupts.heard(context));
            String shown =
                    context.display(MimeBundle.text("searching " + graph.name() + " for " + options.seconds() + " s"));
            List<Best> found = new CopyOnWriteArrayList<>();
            SearchResult result = search.onBest(found::add)
                    .onStatus(status -> context.updateDisplay(
                            shown,
                            SearchRenderer.live(line(graph, status), graph, Named.cost(options.cost()), found, status)))
                    .run();
            context.updateDisplay(shown, MimeBundle.text(result.toString()));
            return result;
        }

        private void keep(CommandContext context, Graph graph, Order order) {
            options.file().write(graph, order);
            kept.keep(context, Order.class, order);
        }
    }

    private static String line(Graph graph, Status status) {
        return String.format(
                Locale.ROOT,
                "%s: %d, %s; %,.0f orders a second; %.0f s gone, %.0f s to go",
                graph.name(),
                status.best().total(),
                status.lowerBound() > 0 ? "none below " + status.lowerBound() : "no bound",
                status.rate(),
                status.seconds(),
                status.remaining());
    }
}
