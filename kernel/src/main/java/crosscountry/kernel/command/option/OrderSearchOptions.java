package crosscountry.kernel.command.option;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.declaration.Positive;
import crosscountry.search.Search;
import crosscountry.tuning.RuntimeResult;
import crosscountry.tuning.RuntimeSearch;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a cheap order is looked for. */
@Command(
        description = {
            "Looks for a cheap order, and says how good it provably is.",
            "Shows the best over time, beside a lower bound where one is known. An interrupt ends it and keeps the"
                    + " best; a proved optimum ends it early."
        })
public final class OrderSearchOptions {
    static final String RUNTIME = "runtime";
    private static final String PORTFOLIO = "portfolio";

    @Mixin
    private GraphWord graph;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "How long at most; a proved optimum ends it earlier.",
            converter = Positive.class)
    private double seconds;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = PORTFOLIO,
            description =
                    "portfolio, or one of: annealing, lns, beam, tree, exact, random, forward, reverse, markowitz,"
                            + " cheapest, relative-markowitz, minimal-fill, minimal-damage, overall-reduction, eliad,"
                            + " branch-and-bound, cp-sat, lookahead, gumbel.",
            completionCandidates = Completing.Methods.class)
    private String method;

    @Mixin
    private EffortOptions effort;

    @Option(
            names = "--cost",
            paramLabel = "NAME",
            defaultValue = "published",
            description =
                    "What counts: published, algebra, multiplications, flops, memory or runtime (measured; in JSON"
                            + " its total is in ns).",
            completionCandidates = Completing.SearchCosts.class)
    private String cost;

    @Mixin
    private OrderFile file;

    public Graph graph(Names names) {
        return graph.graph(names);
    }

    public double seconds() {
        return seconds;
    }

    public String method() {
        return method;
    }

    public String cost() {
        return cost;
    }

    public OrderFile file() {
        return file;
    }

    /** Whether run time is measured, rather than a cost counted. */
    public boolean measures() {
        return cost.equals(RUNTIME);
    }

    /** The search that was asked for, where a cost is counted. */
    public Search search(Graph searched, BooleanSupplier stopped) {
        return Search.of(searched)
                .cost(Named.cost(cost))
                .method(method)
                .seconds(seconds)
                .seed(effort.seed())
                .threads(effort.threads())
                .stopWhen(stopped);
    }

    /** Searches by measured run time. */
    public RuntimeResult measured(Graph searched, BooleanSupplier stopped) {
        if (effort.namesThreads() || !method.equals(PORTFOLIO)) {
            throw new GraphException("run time is searched in one way, on one thread;"
                    + " --method and --threads do not go with --cost runtime");
        }
        return RuntimeSearch.solve(searched, RuntimeSearch.somewhere(searched), seconds, effort.seed(), stopped);
    }
}
