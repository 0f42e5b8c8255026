package crosscountry.kernel.command.graph;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.Linearization;
import crosscountry.elimination.Order;
import crosscountry.elimination.Step;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.Words;
import java.util.List;
import java.util.Set;

/** {@code %eliminate}: a whole order with its chart, or some vertices with the picture of what is left. */
public final class EliminateCommand implements Command {
    @Override
    public String name() {
        return "eliminate";
    }

    @Override
    public String synopsis() {
        return "%eliminate GRAPH [ORDER] [--cost NAME]  eliminate some vertices or all";
    }

    @Override
    public String help() {
        return """
                A complete ORDER (forward, reverse, markowitz, vertex numbers with commas between them, a JSON file, a variable)
                shows the cost of every step against the standard orders. A list that leaves vertices shows the graph that is
                left, with the Markowitz degrees of the open vertices. Without ORDER: the graph as it is, with these degrees.
                  --cost NAME      published (default), algebra, multiplications, flops or memory""";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        Words words = Words.of("%eliminate", line, Set.of("cost"), Set.of());
        if (words.plain().isEmpty() || words.plain().size() > 2) {
            throw new IllegalArgumentException("%eliminate needs a graph and at most one order: "
                    + synopsis().split("  ")[0]);
        }
        Graph graph = Named.graph(context, words.plain().get(0));
        CostModel rules = Named.cost(words.option("cost").orElse("published"));
        Linearization state = Linearization.of(graph, rules);
        if (words.plain().size() == 1) {
            return state;
        }
        Order order = OrderWord.read(context, words.plain().get(1), graph, rules);
        if (order.vertices().size() >= state.open().size()) {
            return Elimination.run(graph, rules, order);
        }
        long sum = 0;
        for (int vertex : order.vertices()) {
            Step step = state.eliminate(vertex);
            context.out()
                    .println("v" + vertex + ": " + step.cost() + " " + rules.unit() + ", "
                            + step.products().stream()
                                    .filter(product -> product.fillIn())
                                    .count() + " new edges, " + (sum = rules.combine(sum, step.cost())) + " so far");
            state = step.after();
        }
        return state;
    }

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        return OrderWord.completions(context, this, argsBeforeCursor);
    }
}
