package crosscountry.kernel.command.graph;

import crosscountry.corpus.Corpus;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.elimination.state.Orders;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.option.TasksOptions;
import crosscountry.task.Tasks;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %graphs}: the graphs of the session and the built-in tasks, with what the standard orders cost. */
public final class GraphsCommand extends Magic {
    private static final String[] NUMBERS = {
        "inputs", "vertices", "eliminable", "outputs", "edges", "forward", "reverse", "Markowitz"
    };

    public GraphsCommand() {
        super("%graphs");
    }

    @Override
    protected Call call() {
        return new Listing();
    }

    @Command(
            description = {
                "The session's graphs and the built-in tasks, with sizes and counts.",
                "A Tablesaw table: inputs, vertices, those to eliminate, outputs, edges, and the multiplications (cost"
                        + " published) of the orders forward, reverse and Markowitz."
            })
    private static final class Listing implements Call {
        @Mixin
        private TasksOptions options;

        @Override
        public Object run(CommandContext context, String body) throws InterruptedException {
            return options.corpus() ? functions(context) : graphs(context);
        }
    }

    private static Table graphs(CommandContext context) {
        Map<String, Graph> graphs = new LinkedHashMap<>(Named.graphs(context));
        Tasks.names().forEach(name -> graphs.putIfAbsent(name, Tasks.graph(name)));
        Table table = table("Graphs", "graph");
        graphs.forEach((name, graph) -> row(table, graph, name));
        return table;
    }

    private static Table functions(CommandContext context) throws InterruptedException {
        Table table = table("Corpus", "graph", "field", "split");
        for (String name : Corpus.names()) {
            context.checkInterrupt();
            row(table, Corpus.graph(name), name, Corpus.field(name), TasksOptions.split(name));
        }
        return table;
    }

    private static Table table(String title, String... words) {
        Table table = Table.create(title);
        for (String word : words) {
            table.addColumns(StringColumn.create(word));
        }
        for (String number : NUMBERS) {
            table.addColumns(LongColumn.create(number));
        }
        return table;
    }

    private static void row(Table table, Graph graph, String... words) {
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
        for (int k = 0; k < words.length; k++) {
            table.stringColumn(k).append(words[k]);
        }
        for (int k = 0; k < values.length; k++) {
            ((LongColumn) table.column(words.length + k)).append(values[k]);
        }
    }
}
