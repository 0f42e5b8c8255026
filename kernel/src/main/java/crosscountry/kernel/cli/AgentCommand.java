package crosscountry.kernel.cli;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.kernel.command.AgentWord;
import crosscountry.kernel.command.Named;
import crosscountry.search.SearchResult;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code agent}: a trained agent orders a graph, at once or with some search of its own. */
@Command(
        name = "agent",
        description = "A trained agent orders a graph that it has never seen.",
        mixinStandardHelpOptions = true)
final class AgentCommand implements Callable<Integer> {
    @Mixin
    private GraphWord word;

    @Option(names = "--model", paramLabel = "FILE", description = "The shipped model by default.")
    private Path model;

    @Option(names = "--simulations", description = "Before each move; 0 for the agent's policy alone.")
    private Integer simulations;

    @Option(
            names = "--seconds",
            description = "Half of them its own games, then annealing from its best order (1, where neither is given).")
    private Double seconds;

    @Mixin
    private Effort effort;

    @Option(
            names = "--cost",
            defaultValue = "published",
            description = "published (default), algebra, multiplications, flops or memory.")
    private String cost;

    @Mixin
    private OrderAnswer answer;

    @Override
    public Integer call() {
        if (simulations != null && seconds != null) {
            throw new GraphException("--simulations and --seconds exclude each other");
        }
        CostModel rules = Named.cost(cost);
        Graph played = word.graph();
        SearchResult result = new AgentWord(
                        model, simulations, seconds == null ? 1 : seconds, effort.seed(), effort.threads())
                .play(played, rules, effort.stopped(), best -> {});
        return answer.give(
                played,
                result.order(),
                new OrderAnswer.Found(
                        played.name(),
                        cost,
                        result.method(),
                        result.total(),
                        result.order().vertices(),
                        result.lowerBound(),
                        result.optimal(),
                        result.seconds(),
                        result.evaluations()),
                result + "\n" + result.order());
    }
}
