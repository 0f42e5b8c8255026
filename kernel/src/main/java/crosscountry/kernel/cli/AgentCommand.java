package crosscountry.kernel.cli;

import crosscountry.edge.Rules;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.kernel.command.AgentWord;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.WholeFile;
import crosscountry.kernel.display.graph.OrderText;
import crosscountry.search.SearchResult;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sun.misc.Signal;

/** {@code agent}: a trained agent orders a graph, at once or with some search of its own. */
@Command(name = "agent", description = "A trained agent orders a graph that it has never seen.", mixinStandardHelpOptions = true)
final class AgentCommand implements Callable<Integer> {
    @Parameters(paramLabel = "GRAPH", description = "A task's name or a graph file.")
    private String graph;

    @Option(names = "--model", paramLabel = "FILE", description = "The shipped model by default.")
    private Path model;

    @Option(names = "--simulations", description = "Before each move; 0 for the agent's policy alone.")
    private Integer simulations;

    @Option(names = "--seconds", description = "Plays game after game for so long (1, where neither is given).")
    private Double seconds;

    @Option(names = "--seed", defaultValue = "0", description = "Of the random numbers (0).")
    private long seed;

    @Option(names = "--threads", description = "All cores by default.")
    private Integer threads;

    @Option(names = "--cost", defaultValue = "published", description = "published (default), algebra, multiplications, flops or memory.")
    private String cost;

    @Option(names = "--write", paramLabel = "FILE", description = "Writes the order: .json, .py (a Python list for Graphax), .dot (with elimination times).")
    private Path write;

    @Option(names = "--json", description = "One JSON object instead of a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (simulations != null && seconds != null) {
            throw new GraphException("--simulations and --seconds exclude each other");
        }
        Rules rules = Named.cost(cost);
        Graph played = Named.graph(graph);
        AtomicBoolean stopped = new AtomicBoolean();
        Signal.handle(new Signal("INT"), signal -> stopped.set(true));
        Signal.handle(new Signal("TERM"), signal -> stopped.set(true));
        int used = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        SearchResult result = new AgentWord(model, simulations, seconds == null ? 1 : seconds, seed, used).play(played, rules, stopped::get, best -> { });
        if (write != null) {
            WholeFile.write(write, OrderText.of(played, result.order(), write));
        }
        spec.commandLine().getOut().println(json
                ? Answer.json(new SearchCommand.Found(played.name(), cost, result.method(), result.total(), result.order().vertices(), result.lowerBound(),
                        result.optimal(), result.seconds(), result.evaluations()))
                : result + "\n" + result.order());
        return 0;
    }
}
