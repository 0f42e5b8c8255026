package crosscountry.kernel.command.graph;

import crosscountry.edge.Rules;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.Words;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.search.Best;
import crosscountry.search.Budget;
import crosscountry.search.Methods;
import crosscountry.search.SearchMethod;
import crosscountry.search.SearchResult;
import crosscountry.search.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code %search}: looks for a cheap order, with a line that follows it. */
public final class SearchCommand implements Command {
    private static final double BETWEEN_LINES = 0.5;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String synopsis() {
        return "%search GRAPH [--seconds S] [--method NAME] [--seed N] [--threads T] [--cost NAME] [--to NAME]  look for a cheap order";
    }

    @Override
    public String help() {
        return """
                Looks for an order with a low cost and shows the best over time, beside a lower bound where one is known.
                An interrupt ends it and keeps the best; a proved optimum ends it early.
                  --seconds S      how long at most (10)
                  --method NAME    portfolio (default) or one of: annealing, windows, beam, tree, exact, random, forward, reverse,
                                   markowitz, cheapest, relative-markowitz, minimal-fill, minimal-damage, overall-reduction, eliad
                  --seed N         of the random numbers (0)         --threads T   all cores by default
                  --cost NAME      published (default), algebra, multiplications, flops or memory
                  --to NAME        keeps the Order in a variable of this name""";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        Words words = Words.of("%search", line, Set.of("seconds", "method", "seed", "threads", "cost", "to"), Set.of());
        if (words.plain().size() != 1) {
            throw new IllegalArgumentException("%search needs one graph: " + synopsis().split("  ")[0]);
        }
        Graph graph = Named.graph(context, words.plain().get(0));
        Rules rules = Named.cost(words.option("cost").orElse("published"));
        double seconds = seconds(words.option("seconds").orElse("10"));
        int threads = words.number("%search", "threads", Runtime.getRuntime().availableProcessors(), 1);
        String shown = context.display(MimeBundle.text("searching " + graph.name() + " for " + seconds + " s"));
        double[] last = {-BETWEEN_LINES};
        SearchResult result = new Solver(Methods.named(words.option("method").orElse("portfolio")), Budget.seconds(seconds),
                words.number("%search", "seed", 0, Integer.MIN_VALUE), threads, () -> interrupted(context), best -> {
                    if (best.seconds() - last[0] >= BETWEEN_LINES) { // at most twice a second
                        last[0] = best.seconds();
                        context.updateDisplay(shown, MimeBundle.text(text(graph, best, seconds)));
                    }
                }).solve(graph, rules);
        context.updateDisplay(shown, MimeBundle.text(result.toString()));
        words.option("to").ifPresent(to -> context.bind(to, "crosscountry.elimination.Order", result.order()));
        return result;
    }

    private static double seconds(String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds > 0) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // the sentence below says what would do
        }
        throw new IllegalArgumentException("%search: --seconds is a number above 0, not \"" + text + "\"");
    }

    private static boolean interrupted(CommandContext context) {
        try {
            context.checkInterrupt();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static String text(Graph graph, Best best, double seconds) {
        return String.format(Locale.ROOT, "%s: %d multiplications after %.1f of %.0f s", graph.name(), best.total(), best.seconds(), seconds);
    }

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        String begin = argsBeforeCursor.substring(argsBeforeCursor.lastIndexOf(' ') + 1);
        if (argsBeforeCursor.endsWith("--method " + begin)) {
            return Methods.all().stream().map(SearchMethod::name).filter(name -> name.startsWith(begin)).toList();
        }
        List<String> words = new ArrayList<>(OrderWord.completions(context, argsBeforeCursor,
                List.of("--seconds", "--method", "--seed", "--threads", "--cost", "--to")));
        words.removeAll(List.of("forward", "reverse", "markowitz"));
        return words;
    }
}
