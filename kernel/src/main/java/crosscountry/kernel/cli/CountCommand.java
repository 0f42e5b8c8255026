package crosscountry.kernel.cli;

import crosscountry.edge.Rules;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.Order;
import crosscountry.elimination.Orders;
import crosscountry.game.SparseGame;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.WholeFile;
import crosscountry.kernel.display.graph.OrderText;
import java.nio.file.Path;
import java.util.Arrays;
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

    /** Every step of the readable game copies the graph. */
    private static final int READABLE = 1000;

    record Count(String graph, String cost, List<Integer> order, long total, List<Long> perStep) {}

    @Override
    public Integer call() {
        Rules rules = Named.cost(cost);
        Graph counted = Named.graph(graph);
        Count result = counted.vertices().size() > READABLE && SparseGame.plays(counted, rules) ? sparse(counted, rules) : readable(counted, rules);
        if (write != null) {
            WholeFile.write(write, OrderText.of(counted, new Order(result.order()), write));
        }
        spec.commandLine().getOut().println(json
                ? Answer.json(result)
                : counted.name() + ": " + result.total() + " " + rules.unit() + " (" + cost + ")");
        return 0;
    }

    private Count readable(Graph counted, Rules rules) {
        Elimination elimination = Elimination.run(counted, rules, Orders.parse(order, counted, rules));
        return new Count(counted.name(), cost, elimination.order().vertices(), elimination.total(), elimination.perStep());
    }

    private Count sparse(Graph counted, Rules rules) {
        int inputs = counted.inputs().size();
        Order played = order.strip().equals("markowitz")
                ? new Order(Arrays.stream(SparseGame.of(counted, rules).markowitz()).mapToObj(id -> id - inputs).toList())
                : Orders.parse(order, counted, rules);
        List<Long> perStep = Arrays.stream(SparseGame.of(counted, rules).play(played)).boxed().toList();
        return new Count(counted.name(), cost, played.vertices(), perStep.stream().mapToLong(Long::longValue).sum(), perStep);
    }
}
