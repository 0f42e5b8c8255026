package crosscountry.kernel.command.graph;

import crosscountry.edge.Rules;
import crosscountry.elimination.Order;
import crosscountry.elimination.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Tensor;
import crosscountry.graph.derivative.Jacobian;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.Points;
import crosscountry.kernel.command.Words;
import crosscountry.kernel.display.jacobian.JacobianTable;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code %jacobian}: values and derivatives at a point. */
public final class JacobianCommand implements Command {
    @Override
    public String name() {
        return "jacobian";
    }

    @Override
    public String synopsis() {
        return "%jacobian GRAPH --at POINT [--order ORDER] [--dtype float64|float32] [--check] [--table] [--to NAME]  the Jacobian at a point";
    }

    @Override
    public String help() {
        return """
                Accumulates the Jacobian by the order and shows it as a heat map.
                  --at POINT       numbers with commas between them, a JSON file with one list an input, or a double[] variable
                  --order ORDER    forward, reverse (default), markowitz, vertices, a JSON file or a variable
                  --dtype TYPE     float64 (default) or float32
                  --check          compares every entry with central differences and prints the largest difference
                  --table          shows a table of numbers instead of the heat map
                  --to NAME        keeps the Jacobian in a variable of this name""";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        Words words = Words.of("%jacobian", line, Set.of("at", "order", "dtype", "to"), Set.of("check", "table"));
        if (words.plain().size() != 1 || !words.has("at")) {
            throw new IllegalArgumentException("%jacobian needs one graph and a point: " + synopsis().split("  ")[0]);
        }
        Graph graph = Named.graph(context, words.plain().get(0));
        Order order = words.option("order").map(word -> OrderWord.read(context, word, graph, Rules.PUBLISHED)).orElseGet(() -> Orders.reverse(graph));
        List<Tensor> point = point(context, words.option("at").orElseThrow(), graph);
        JacobianPlan plan = plan(graph, order, words.option("dtype").orElse("float64"));
        Jacobian jacobian = plan.at(point);
        if (words.has("check")) {
            context.out().printf(Locale.ROOT, "largest difference from central differences: %.1e (relative to entries above 1)%n",
                    Differences.largest(JacobianPlan.compiled(graph, order), point, jacobian));
        }
        words.option("to").ifPresent(to -> context.bind(to, "crosscountry.graph.derivative.Jacobian", jacobian));
        return words.has("table") ? JacobianTable.of(jacobian) : jacobian;
    }

    private static List<Tensor> point(CommandContext context, String word, Graph graph) {
        return context.variables().containsKey(word) && context.variable(word).orElse(null) instanceof double[] values
                ? Points.flat(values, graph) : Points.parse(word, graph);
    }

    private static JacobianPlan plan(Graph graph, Order order, String dtype) {
        return switch (dtype) {
            case "float64" -> JacobianPlan.compiled(graph, order);
            case "float32" -> JacobianPlan.compiledFloat32(graph, order);
            default -> throw new IllegalArgumentException("%jacobian: --dtype is float64 or float32, not \"" + dtype + "\"");
        };
    }

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        return OrderWord.completions(context, argsBeforeCursor, List.of("--at", "--order", "--dtype", "--check", "--table", "--to"));
    }
}
