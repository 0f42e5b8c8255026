package crosscountry.kernel.command.graph;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.option.CountOptions;
import crosscountry.kernel.command.option.KeptVariable;
import crosscountry.kernel.command.option.Names;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %order}: makes an order, or lists the standard ones with their counts. */
public final class OrderCommand extends Magic {
    private static final int SHOWN = 10;

    public OrderCommand() {
        super("%order");
    }

    @Override
    protected Call call() {
        return new Count();
    }

    @Command
    private static final class Count implements Call {
        @Mixin
        private CountOptions options;

        @Mixin
        private KeptVariable kept;

        @Override
        public Object run(CommandContext context, String body) {
            Names names = new Names.OfSession(context);
            Graph graph = options.graph(names);
            Map<String, Order> orders = options.name()
                    .map(name -> Map.of(name, options.order(names, graph).orElseThrow()))
                    .orElseGet(() -> standard(graph, options.rules()));
            Table table = table(graph, options.rules(), orders);
            Order first = orders.values().iterator().next();
            kept.keep(context, Order.class, first);
            options.file().write(graph, first);
            return table;
        }
    }

    private static Map<String, Order> standard(Graph graph, CostModel rules) {
        Map<String, Order> orders = new LinkedHashMap<>();
        orders.put("forward", Orders.forward(graph));
        orders.put("reverse", Orders.reverse(graph));
        orders.put("markowitz", Orders.markowitz(graph, rules));
        return orders;
    }

    private static Table table(Graph graph, CostModel rules, Map<String, Order> orders) {
        StateTemplate template = StateTemplate.of(graph, rules);
        Table table = Table.create(
                graph.name() + ", cost " + rules.label(),
                StringColumn.create("order"),
                LongColumn.create(rules.isAdditive() && !rules.countsGenerated() ? "multiplications" : rules.label()),
                StringColumn.create("vertices"));
        orders.forEach((name, order) -> {
            table.stringColumn(0).append(name);
            ((LongColumn) table.column(1)).append(template.start().total(template.indices(order)));
            table.stringColumn(2).append(brief(order));
        });
        return table;
    }

    private static String brief(Order order) {
        return order.vertices().stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(" "))
                + (order.vertices().size() > SHOWN ? " ..." : "");
    }
}
