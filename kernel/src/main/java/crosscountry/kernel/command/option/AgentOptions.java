package crosscountry.kernel.command.option;

import crosscountry.agent.Agent;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.declaration.Positive;
import crosscountry.kernel.command.declaration.Whole;
import crosscountry.search.SearchResult;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which agent orders a graph, and how much it searches. */
@Command(description = "A trained agent orders a graph that it has never seen.")
public final class AgentOptions {
    @Mixin
    private GraphWord graph;

    @ArgGroup
    private Budget budget;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A learned score (JSON) or a network (safetensors); the built-in agent by default.")
    private Path model;

    @Mixin
    private EffortOptions effort;

    @Mixin
    private CostOption cost;

    @Mixin
    private OrderFile file;

    /** How much it searches; an agent that is told nothing plays for a second. */
    private static final class Budget {
        @Option(
                names = "--simulations",
                paramLabel = "K",
                description = "Simulations of tree search before each move; 0 plays the agent's policy alone.",
                converter = Whole.From0.class)
        private Integer simulations;

        @Option(
                names = "--seconds",
                paramLabel = "S",
                description = "How long it plays: half by lookahead and tree search, half by annealing from its best"
                        + " order (1, where neither is given).",
                converter = Positive.class)
        private Double seconds;

        Agent of(Agent agent) {
            return simulations != null ? agent.simulations(simulations) : agent.seconds(seconds);
        }
    }

    public Graph graph(Names names) {
        return graph.graph(names);
    }

    public CostOption cost() {
        return cost;
    }

    public OrderFile file() {
        return file;
    }

    public SearchResult play(Graph played, BooleanSupplier stopped) {
        Agent agent = model == null ? Agent.shipped() : Agent.read(model);
        return (budget == null ? agent : budget.of(agent))
                .cost(cost.rules())
                .seed(effort.seed())
                .threads(effort.threads())
                .stopWhen(stopped)
                .search(played);
    }
}
