package crosscountry.kernel.command.option;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A graph, and an order that may be given: behind the graph, or as an option. */
public final class GraphAndOrder {
    @Mixin
    private GraphWord graph;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ORDER",
            description = "forward, reverse, markowitz, vertices with commas between them, a JSON file or a variable.",
            completionCandidates = Completing.OrderNames.class)
    private String second;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description = "The same order, given as an option.",
            completionCandidates = Completing.OrderNames.class)
    private String option;

    public Graph graph(Names names) {
        return graph.graph(names);
    }

    /** The order's word as it was given. */
    public Optional<String> word() {
        if (second != null && option != null) {
            throw new GraphException("the order is given twice: " + second + " and --order " + option);
        }
        return Optional.ofNullable(second != null ? second : option);
    }

    public Optional<Order> order(Names names, Graph graph, CostModel rules) {
        return word().map(word -> names.order(word, graph, rules));
    }
}
