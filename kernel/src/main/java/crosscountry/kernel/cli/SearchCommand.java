package crosscountry.kernel.cli;

import crosscountry.graph.AtomicFile;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.option.Names;
import crosscountry.kernel.command.option.OrderSearchOptions;
import crosscountry.search.Search;
import crosscountry.search.SearchResult;
import crosscountry.search.bound.Certificate;
import crosscountry.search.method.Best;
import crosscountry.tuning.RuntimeResult;
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
@Command(mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
    @Mixin
    private OrderSearchOptions options;

    @Option(names = "--certificate", paramLabel = "FILE", description = "Writes the proof of the bound.")
    private Path certificate;

    @Mixin
    private OrderAnswer answer;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Graph searched = options.graph(new Names.BuiltIn());
        BooleanSupplier stopped = Interrupts.heard();
        return options.measures() ? measured(searched, stopped) : counted(searched, stopped);
    }

    private int counted(Graph searched, BooleanSupplier stopped) {
        Search search = options.search(searched, stopped);
        if (certificate != null && Named.cost(options.cost()).countsGenerated()) {
            throw new GraphException("bounds are known for the costs published and algebra only:"
                    + " --certificate does not go with --cost " + options.cost());
        }
        SearchResult result = search.onBest(this::tell).run();
        int status = answer.give(
                options.file(),
                searched,
                result.order(),
                OrderAnswer.Found.of(searched, options.cost(), options.method(), result),
                result + "\n" + result.order());
        if (certificate != null) {
            AtomicFile.write(
                    certificate,
                    result.certificate()
                                    .map(Certificate::json)
                                    .orElseThrow(() -> new GraphException("there is no certificate for "
                                            + searched.name() + ": the graph is too large for a bound"))
                            + "\n");
        }
        return status;
    }

    private int measured(Graph searched, BooleanSupplier stopped) {
        if (certificate != null) {
            throw new GraphException("run time has no bound: --certificate does not go with --cost runtime");
        }
        RuntimeResult result = options.measured(searched, stopped);
        return answer.give(
                options.file(),
                searched,
                result.order(),
                new OrderAnswer.Found(
                        searched.name(),
                        options.cost(),
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
