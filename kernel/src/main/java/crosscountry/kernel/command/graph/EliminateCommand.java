package crosscountry.kernel.command.graph;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.Linearization;
import crosscountry.elimination.Order;
import crosscountry.elimination.Step;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.option.CostOption;
import crosscountry.kernel.command.option.GraphAndOrder;
import crosscountry.kernel.command.option.Names;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code %eliminate}: a whole order with its chart, or some vertices with the picture of what is left. */
public final class EliminateCommand extends Magic {
    public EliminateCommand() {
        super("%eliminate");
    }

    @Override
    protected Call call() {
        return new Eliminate();
    }

    @Command(
            description = {
                "Eliminates some vertices or all.",
                "A complete order shows the cost of every step against the standard orders. A list that leaves vertices"
                        + " shows the graph that is left, with the Markowitz degrees of the open vertices. Without an"
                        + " order: the graph as it is, with these degrees."
            })
    private static final class Eliminate implements Call {
        @Mixin
        private GraphAndOrder words;

        @Mixin
        private CostOption cost;

        @Override
        public Object run(CommandContext context, String body) {
            Names names = new Names.OfSession(context);
            Graph graph = words.graph(names);
            CostModel rules = cost.rules();
            Linearization start = Linearization.of(graph, rules);
            Optional<Order> given = words.order(names, graph, rules);
            if (given.isEmpty()) {
                return start;
            }
            return given.get().vertices().size() >= start.open().size()
                    ? Elimination.run(graph, rules, given.get())
                    : stepByStep(context, start, given.get(), rules);
        }

        private static Linearization stepByStep(
                CommandContext context, Linearization start, Order order, CostModel rules) {
            Linearization state = start;
            long sum = 0;
            for (int vertex : order.vertices()) {
                Step step = state.eliminate(vertex);
                long filled = step.products().stream()
                        .filter(product -> product.fillIn())
                        .count();
                sum = rules.combine(sum, step.cost());
                context.out()
                        .println("v" + vertex + ": " + step.cost() + " " + rules.unit() + ", " + filled + " new edges, "
                                + sum + " so far");
                state = step.after();
            }
            return state;
        }
    }
}
