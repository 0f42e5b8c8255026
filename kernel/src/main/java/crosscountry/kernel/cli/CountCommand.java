package crosscountry.kernel.cli;

import crosscountry.edge.Rules;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.Orders;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.WholeFile;
import crosscountry.kernel.display.graph.OrderText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code count}: what an order costs, in all and step by step. */
@Command(name = "count", description = "What an order costs.", mixinStandardHelpOptions = true)
final class CountCommand implements Callable<Integer> {
    @Parameters(paramLabel = "GRAPH", description = "A task's name or a graph file.")
    private String graph;

    @Option(names = "--order", required = true, description = "forward, reverse, markowitz, vertices with commas, or a JSON file.")
    private String order;

    @Option(names = "--cost", defaultValue = "published", description = "published (default), algebra, multiplications, flops or memory.")
    private String cost;

    @Option(names = "--write", paramLabel = "FILE", description = "Writes the order: .json, .py (a Python list for Graphax), .dot (with elimination times).")
    private Path write;

    @Option(names = "--json", description = "One JSON object instead of a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    record Count(String graph, String cost, List<Integer> order, long total, List<Long> perStep) {}

    @Override
    public Integer call() {
        Rules rules = Named.cost(cost);
        Graph counted = Named.graph(graph);
        Elimination elimination = Elimination.run(counted, rules, Orders.parse(order, counted, rules));
        if (write != null) {
            WholeFile.write(write, OrderText.of(counted, elimination.order(), write));
        }
        spec.commandLine().getOut().println(json
                ? Answer.json(new Count(counted.name(), cost, elimination.order().vertices(), elimination.total(), elimination.perStep()))
                : counted.name() + ": " + elimination.total() + " " + rules.unit() + " (" + cost + ")");
        return 0;
    }
}
