package crosscountry.kernel.cli;

import crosscountry.edge.Rules;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.WholeFile;
import crosscountry.kernel.display.graph.OrderText;
import crosscountry.search.Best;
import crosscountry.search.Budget;
import crosscountry.search.Methods;
import crosscountry.search.SearchResult;
import crosscountry.search.Solver;
import crosscountry.search.bound.Certificate;
import crosscountry.tuning.RuntimeResult;
import crosscountry.tuning.RuntimeSearch;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sun.misc.Signal;

/** {@code search}: looks for a cheap order; an interrupt ends it and keeps the best. */
@Command(name = "search", description = "Looks for a cheap order, and says how good it provably is.", mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "GRAPH", description = "A task's name or a graph file.")
    private String graph;

    @Option(names = "--seconds", required = true, description = "How long at most; a proved optimum ends it earlier.")
    private double seconds;

    @Option(names = "--method", defaultValue = "portfolio", description = "portfolio (default), annealing, windows, beam, tree, exact, random, ...")
    private String method;

    @Option(names = "--seed", defaultValue = "0", description = "Of the random numbers (0).")
    private long seed;

    @Option(names = "--threads", description = "All cores by default.")
    private Integer threads;

    @Option(names = "--cost", defaultValue = "published", description = "published (default), algebra, multiplications, flops, memory or runtime (measured; in JSON its total is in ns).")
    private String cost;

    @Option(names = "--certificate", paramLabel = "FILE", description = "Writes the proof of the bound.")
    private Path certificate;

    @Option(names = "--write", paramLabel = "FILE", description = "Writes the order: .json, .py (a Python list for Graphax), .dot (with elimination times).")
    private Path write;

    @Option(names = "--json", description = "One JSON object instead of a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    record Found(String graph, String cost, String method, long total, List<Integer> order, long lowerBound, boolean optimal, double seconds, long evaluations) {}

    @Override
    public Integer call() {
        if (!(seconds > 0)) {
            throw new GraphException("--seconds must be above 0, not " + seconds);
        }
        Rules rules = cost.equals("runtime") ? null : Named.cost(cost);
        Graph searched = Named.graph(graph);
        AtomicBoolean stopped = new AtomicBoolean();
        Signal.handle(new Signal("INT"), signal -> stopped.set(true));
        Signal.handle(new Signal("TERM"), signal -> stopped.set(true));
        if (rules == null) {
            return runtime(searched, stopped);
        }
        int used = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        SearchResult result = new Solver(Methods.named(method), Budget.seconds(seconds), seed, used, stopped::get, this::tell).solve(searched, rules);
        if (certificate != null) {
            WholeFile.write(certificate, result.certificate().map(Certificate::json).orElseThrow(() -> new GraphException(
                    "there is no certificate for " + searched.name() + ": bounds are known for the costs published and algebra only")) + "\n");
        }
        if (write != null) {
            WholeFile.write(write, OrderText.of(searched, result.order(), write));
        }
        spec.commandLine().getOut().println(json
                ? Answer.json(new Found(searched.name(), cost, method, result.total(), result.order().vertices(), result.lowerBound(),
                        result.optimal(), result.seconds(), result.evaluations()))
                : result + "\n" + result.order());
        return 0;
    }

    private int runtime(Graph searched, AtomicBoolean stopped) {
        if (certificate != null || threads != null || !method.equals("portfolio")) {
            throw new GraphException("run time is searched in one way, on one thread, without a bound; --method, --threads and --certificate do not go with --cost runtime");
        }
        RuntimeResult result = RuntimeSearch.solve(searched, RuntimeSearch.somewhere(searched), seconds, seed, stopped::get);
        if (write != null) {
            WholeFile.write(write, OrderText.of(searched, result.order(), write));
        }
        spec.commandLine().getOut().println(json
                ? Answer.json(new Found(searched.name(), cost, "runtime", Math.round(result.best().timing().nanos()), result.order().vertices(), 0, false,
                        result.seconds(), result.measured() + result.guessed()))
                : result + "\n" + result.order());
        return 0;
    }

    private void tell(Best best) {
        spec.commandLine().getErr().println(String.format(Locale.ROOT, "%8.2f s  %d", best.seconds(), best.total()));
    }
}
