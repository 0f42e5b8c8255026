package crosscountry.kernel.command.graph;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.Words;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.search.SearchRenderer;
import crosscountry.search.Search;
import crosscountry.search.SearchResult;
import crosscountry.search.Status;
import crosscountry.search.method.Best;
import crosscountry.search.method.SearchMethod;
import crosscountry.tuning.RuntimeResult;
import crosscountry.tuning.RuntimeSearch;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** {@code %search}: looks for a cheap order, with a line that follows it. */
public final class SearchCommand implements Command {
    @Override
    public String name() {
        return "search";
    }

    @Override
    public String synopsis() {
        return "%search GRAPH [--seconds S] [--method NAME] [--seed N] [--threads T] [--cost NAME] [--to NAME] [--write FILE]  look for a cheap order";
    }

    @Override
    public String help() {
        return """
                Looks for an order with a low cost and shows the best over time, beside a lower bound where one is known.
                An interrupt ends it and keeps the best; a proved optimum ends it early.
                  --seconds S      how long at most (10)
                  --method NAME    portfolio (default) or one of: annealing, lns, beam, tree, exact, random, forward, reverse,
                                   markowitz, cheapest, relative-markowitz, minimal-fill, minimal-damage, overall-reduction, eliad,
                                   branch-and-bound, cp-sat, lookahead, gumbel
                  --seed N         of the random numbers (0)         --threads T   all cores by default
                  --cost NAME      published (default), algebra, multiplications, flops, memory or runtime (measured)
                  --to NAME        keeps the Order in a variable of this name
                  --write FILE     writes it: .json, .py (a Python list for Graphax) or .dot (with elimination times)""";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        Words words = Words.of(
                "%search", line, Set.of("seconds", "method", "seed", "threads", "cost", "to", "write"), Set.of());
        if (words.plain().size() != 1) {
            throw new IllegalArgumentException(
                    "%search needs one graph: " + synopsis().split("  ")[0]);
        }
        Graph graph = Named.graph(context, words.plain().get(0));
        if (words.option("cost").orElse("").equals("runtime")) {
            return runtime(context, words, graph);
        }
        CostModel rules = Named.cost(words.option("cost").orElse("published"));
        double seconds = seconds("%search", words.option("seconds").orElse("10"));
        int threads = words.number("%search", "threads", Runtime.getRuntime().availableProcessors(), 1);
        String shown = context.display(MimeBundle.text("searching " + graph.name() + " for " + seconds + " s"));
        List<Best> found = new CopyOnWriteArrayList<>();
        SearchResult result = Search.of(graph)
                .cost(rules)
                .method(words.option("method").orElse("portfolio"))
                .seconds(seconds)
                .seed(words.number("%search", "seed", 0, Integer.MIN_VALUE))
                .threads(threads)
                .stopWhen(() -> interrupted(context))
                .onBest(found::add)
                .onStatus(status -> context.updateDisplay(
                        shown, SearchRenderer.live(line(graph, status), graph, rules, found, status)))
                .run();
        context.updateDisplay(shown, MimeBundle.text(result.toString()));
        words.option("write").ifPresent(file -> OrderWord.write(graph, result.order(), file));
        words.option("to").ifPresent(to -> context.bind(to, "crosscountry.elimination.Order", result.order()));
        return result;
    }

    private static RuntimeResult runtime(CommandContext context, Words words, Graph graph) {
        if (words.has("method") || words.has("threads")) {
            throw new IllegalArgumentException(
                    "%search: run time is searched in one way, on one thread; --method and --threads do not go with --cost runtime");
        }
        double seconds = seconds("%search", words.option("seconds").orElse("10"));
        RuntimeResult result = RuntimeSearch.solve(
                graph,
                RuntimeSearch.somewhere(graph),
                seconds,
                words.number("%search", "seed", 0, Integer.MIN_VALUE),
                () -> interrupted(context));
        words.option("write").ifPresent(file -> OrderWord.write(graph, result.order(), file));
        words.option("to").ifPresent(to -> context.bind(to, "crosscountry.elimination.Order", result.order()));
        return result;
    }

    /** A number of seconds above 0. */
    static double seconds(String command, String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds > 0) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // the sentence below says what would do
        }
        throw new IllegalArgumentException(command + ": --seconds is a number above 0, not \"" + text + "\"");
    }

    static boolean interrupted(CommandContext context) {
        try {
            context.checkInterrupt();
            return false;
        } catch (InterruptedException e) {
            return true;
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

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        String begin = argsBeforeCursor.substring(argsBeforeCursor.lastIndexOf(' ') + 1);
        if (argsBeforeCursor.endsWith("--method " + begin)) {
            return SearchMethod.all().stream()
                    .map(SearchMethod::name)
                    .filter(name -> name.startsWith(begin))
                    .toList();
        }
        return OrderWord.completions(context, this, argsBeforeCursor);
    }
}
