package crosscountry.kernel.command.option;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.kernel.command.declaration.Whole;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An order of a graph whose cost is asked for. */
@Command(
        description = {
            "What orders cost.",
            "In a notebook, without an order, a table of the standard orders and their costs; --to and --write then"
                    + " take forward."
        })
public final class CountOptions {
    @Mixin
    private GraphAndOrder words;

    @Option(
            names = "--best-of",
            paramLabel = "N",
            description = "The cheapest of N Markowitz orders with ties broken at random.",
            converter = Whole.From1.class)
    private Integer bestOf;

    @Mixin
    private SeedOption seed;

    @Mixin
    private CostOption cost;

    @Mixin
    private OrderFile file;

    public Graph graph(Names names) {
        return words.graph(names);
    }

    public CostModel rules() {
        return cost.rules();
    }

    /** How the order is called; empty where none was given. */
    public Optional<String> name() {
        Optional<String> word = words.word();
        if (bestOf != null && word.isPresent()) {
            throw new GraphException("--best-of makes an order of its own: leave out " + word.get());
        }
        return bestOf == null ? word : Optional.of("best of " + bestOf + " Markowitz");
    }

    /** The order, if one was given. */
    public Optional<Order> order(Names names, Graph of) {
        return bestOf == null
                ? words.order(names, of, rules())
                : Optional.of(Orders.bestOfMarkowitz(of, rules(), bestOf, seed.seed()));
    }

    public OrderFile file() {
        return file;
    }
}
