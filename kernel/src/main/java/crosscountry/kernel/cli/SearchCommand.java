package crosscountry.kernel.cli;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.WholeFile;
import crosscountry.search.Search;
import crosscountry.search.SearchResult;
import crosscountry.search.bound.Certificate;
import crosscountry.search.method.Best;
import crosscountry.tuning.RuntimeResult;
import crosscountry.tuning.RuntimeSearch;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code search}: looks for a cheap order; an interrupt ends it and keeps the best. */
@Command(
        name = "search",
        description = "Looks for a cheap order, and says how good it provably is.",
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
    @Mixin
    private GraphWord word;

    @Option(names = "--seconds", required = true, description = "How long at most; a proved optimum ends it earlier.")
    private double seconds;

    @Option(
            names = "--method",
            defaultValue = "portfolio",
            description = "portfolio (default), annealing, lns, beam, tree, exact, random, ...")
    private String method;

    @Mixin
    private Effort effort;

    @Option(
            names = "--cost",
            defaultValue = "published",
            description =
                    "published (default), algebra, multiplications, flops, memory or runtime (measured; in JSON its total is in ns).")
    private String cost;

    @Option(names = "--certificate", paramLabel = "FILE", description = "Writes the proof of the bound.")
    private Path certificate;

    @Mixin
    private OrderAnswer answer;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!(seconds > 0)) {
            throw new GraphException("--seconds must be above 0, not " + seconds);
        }
        CostModel rules = cost.equals("runtime") ? null : Named.cost(cost);
        Graph searched = word.graph();
        BooleanSupplier stopped = effort.stopped();
        if (rules == null) {
            return runtime(searched, stopped);
        }
        SearchResult result = Search.of(searched)
                .cost(rules)
                .method(method)
                .seconds(seconds)
                .seed(effort.seed())
                .threads(effort.threads())
                .stopWhen(stopped)
                .onBest(this::tell)
                .run();
        if (certificate != null) {
            WholeFile.write(
                    certificate,
                    result.certificate()
                                    .map(Certificate::json)
                                    .orElseThrow(
                                            () -> new GraphException("there is no certificate for " + searched.name()
                                                    + ": bounds are known for the costs published and algebra only"))
                            + "\n");
        }
        return answer.give(
                searched,
                result.order(),
                new OrderAnswer.Found(
                        searched.name(),
                        cost,
                        method,
                        result.total(),
                        result.order().vertices(),
                        result.lowerBound(),
                        result.optimal(),
                        result.seconds(),
                        result.evaluations()),
                result + "\n" + result.order());
    }

    private int runtime(Graph searched, BooleanSupplier stopped) {
        if (certificate != null || effort.namesThreads() || !method.equals("portfolio")) {
            throw new GraphException(
                    "run time is searched in one way, on one thread, without a bound; --method, --threads and --certificate do not go with --cost runtime");
        }
        RuntimeResult result =
                RuntimeSearch.solve(searched, RuntimeSearch.somewhere(searched), seconds, effort.seed(), stopped);
        return answer.give(
                searched,
                result.order(),
                new OrderAnswer.Found(
                        searched.name(),
                        cost,
                        "runtime",
                        Math.round(result.best().timing().nanos()),
                        result.order().vertices(),
                        0,
                        false,
                        result.seconds(),
                        result.measured() + result.guessed()),
                result + "\n" + result.order());
    }

    private void tell(Best best) {
        spec.commandLine().getErr().println(String.format(Locale.ROOT, "%8.2f s  %d", best.seconds(), best.total()));
    }
}
