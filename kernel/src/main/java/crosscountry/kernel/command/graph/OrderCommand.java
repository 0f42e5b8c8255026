package crosscountry.kernel.command.graph;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %order}: makes an order, or lists the standard ones with their counts. */
public final class OrderCommand implements Command {
    @Override
    public String name() {
        return "order";
    }

    @Override
    public String synopsis() {
        return "%order GRAPH [ORDER | --best-of N [--seed S]] [--cost NAME] [--to NAME] [--write FILE]  what orders cost";
    }

    @Override
    public String help() {
        return """
                Without an ORDER, a table of the standard orders and their costs. With one, its count; ORDER is forward,
                reverse, markowitz, vertex numbers with commas between them, a JSON file, or a variable that holds an Order.
                  --best-of N      the cheapest of N Markowitz orders with ties broken at random
                  --seed S         the random numbers' seed (0)
                  --cost NAME      published (default), algebra, multiplications, flops or memory
                  --to NAME        keep the Order in a variable of this name
                  --write FILE     write it: .json, .py (a Python list for Graphax) or .dot (with elimination times)""";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        Words words = Words.of("%order", line, Set.of("best-of", "seed", "cost", "to", "write"), Set.of());
        if (words.plain().isEmpty() || words.plain().size() > 2) {
            throw new IllegalArgumentException(
                    "%order needs a graph and at most one order: " + synopsis().split("  ")[0]);
        }
        Graph graph = Named.graph(context, words.plain().get(0));
        CostModel rules = Named.cost(words.option("cost").orElse("published"));
        Map<String, Order> orders = new LinkedHashMap<>();
        if (words.has("best-of")) {
            int n = words.number("%order", "best-of", 1, 1);
            orders.put(
                    "best of " + n + " Markowitz",
                    Orders.bestOfMarkowitz(graph, rules, n, words.number("%order", "seed", 0, 0)));
        } else if (words.plain().size() == 2) {
            orders.put(
                    words.plain().get(1), OrderWord.read(context, words.plain().get(1), graph, rules));
        } else {
            orders.put("forward", Orders.forward(graph));
            orders.put("reverse", Orders.reverse(graph));
            orders.put("markowitz", Orders.markowitz(graph, rules));
        }
        StateTemplate template = StateTemplate.of(graph, rules);
        Table table = Table.create(
                graph.name() + ", cost " + rules.label(),
                StringColumn.create("order"),
                LongColumn.create(rules.isAdditive() && !rules.countsGenerated() ? "multiplications" : rules.label()),
                StringColumn.create("vertices"));
        orders.forEach((name, order) -> {
            table.stringColumn(0).append(name);
            ((LongColumn) table.column(1)).append(template.start().total(template.indices(order)));
            table.stringColumn(2).append(OrderWord.brief(order));
        });
        words.option("to")
                .ifPresent(to -> context.bind(
                        to,
                        "crosscountry.elimination.Order",
                        orders.values().iterator().next()));
        words.option("write")
                .ifPresent(file ->
                        OrderWord.write(graph, orders.values().iterator().next(), file));
        return table;
    }

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        return OrderWord.completions(context, this, argsBeforeCursor);
    }
}
