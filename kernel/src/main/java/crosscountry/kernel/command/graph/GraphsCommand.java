package crosscountry.kernel.command.graph;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.elimination.state.Orders;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.task.Tasks;
import java.util.LinkedHashMap;
import java.util.Map;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %graphs}: the graphs of the session and the built-in tasks, with what the standard orders cost. */
public final class GraphsCommand implements Command {
    @Override
    public String name() {
        return "graphs";
    }

    @Override
    public String synopsis() {
        return "%graphs  the session's graphs and the built-in tasks, with sizes and counts";
    }

    @Override
    public String help() {
        return "A Tablesaw table: inputs, vertices, those to eliminate, outputs, edges, and the multiplications (cost published) of\n"
                + "the orders forward, reverse and Markowitz.";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        Map<String, Graph> graphs = new LinkedHashMap<>(Named.graphs(context));
        Tasks.names().forEach(name -> graphs.putIfAbsent(name, Tasks.graph(name)));
        Table table = Table.create("Graphs", StringColumn.create("graph"));
        String[] numbers = {"inputs", "vertices", "eliminable", "outputs", "edges", "forward", "reverse", "Markowitz"};
        for (String number : numbers) {
            table.addColumns(LongColumn.create(number));
        }
        graphs.forEach((name, graph) -> row(table, name, graph));
        return table;
    }

    private static void row(Table table, String name, Graph graph) {
        StateTemplate template = StateTemplate.of(graph, CostModel.PUBLISHED);
        var game = template.start();
        long[] values = {
            graph.inputs().size(),
            graph.vertices().size(),
            template.size(),
            graph.outputs().size(),
            InitialEdges.of(graph, CostModel.PUBLISHED).size(),
            game.total(template.indices(Orders.forward(graph))),
            game.total(template.indices(Orders.reverse(graph))),
            game.total(template.indices(Orders.markowitz(graph, CostModel.PUBLISHED)))
        };
        table.stringColumn(0).append(name);
        for (int k = 0; k < values.length; k++) {
            ((LongColumn) table.column(k + 1)).append(values[k]);
        }
    }
}
