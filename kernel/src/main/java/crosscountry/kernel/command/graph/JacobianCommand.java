package crosscountry.kernel.command.graph;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Tensor;
import crosscountry.jacobian.Jacobian;
import crosscountry.jacobian.JacobianBatch;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.jacobian.Jacobians;
import crosscountry.jacobian.export.JavaSource;
import crosscountry.jacobian.export.Latex;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.Points;
import crosscountry.kernel.command.WholeFile;
import crosscountry.kernel.command.Words;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.jacobian.BatchTable;
import crosscountry.kernel.display.jacobian.JacobianRenderer;
import crosscountry.kernel.display.jacobian.JacobianTable;
import crosscountry.tuning.Stopwatch;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** {@code %jacobian}: values and derivatives at a point. */
public final class JacobianCommand implements Command {
    private static final int TIMED_ROUNDS = 41;

    @Override
    public String name() {
        return "jacobian";
    }

    @Override
    public String synopsis() {
        return "%jacobian GRAPH --at POINT [--order ORDER] [--dtype float64|float32] [--batch N] [--check] [--table] [--pattern] [--time] [--java FILE] [--latex] [--to NAME]  the Jacobian at a point";
    }

    @Override
    public String help() {
        return """
                Accumulates the Jacobian by the order and shows it as a heat map.
                  --at POINT       numbers with commas between them, a JSON file with one list an input, or a double[] variable
                  --order ORDER    forward, reverse (default), markowitz, best (of a short search), vertices, a JSON file or a variable
                  --dtype TYPE     float64 (default) or float32
                  --batch N        at N points around this one, each number changed by up to a tenth: the mean as a heat map,
                                   and a table of mean, deviation, least, largest and how many are not finite
                  --check          compares every entry with central differences of the method itself (of the graph, where
                                   there is no method) and prints the largest difference
                  --table          shows a table of numbers instead of the heat map
                  --pattern        shows which entries are not zero at every point
                  --time           prints how long one Jacobian takes in a batch, in turns with reverse mode
                  --java FILE      writes the derivative code as Java that compiles by itself
                  --latex          shows the derivatives of a small graph as formulas
                  --to NAME        keeps the Jacobian in a variable of this name""";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        Words words = Words.of(
                "%jacobian",
                line,
                Set.of("at", "order", "dtype", "batch", "java", "to"),
                Set.of("check", "table", "pattern", "time", "latex"));
        if (words.plain().size() != 1 || !words.has("at")) {
            throw new IllegalArgumentException(
                    "%jacobian needs one graph and a point: " + synopsis().split("  ")[0]);
        }
        Graph named = Named.graph(context, words.plain().get(0));
        List<Tensor> point = point(context, words.option("at").orElseThrow(), named);
        double[] x = point.stream()
                .flatMapToDouble(value -> Arrays.stream(value.data()))
                .toArray();
        Graph graph = path(context, named, x);
        Order order =
                words.option("order").map(word -> order(context, word, graph)).orElseGet(() -> Orders.reverse(graph));
        JacobianPlan plan = plan(graph, order, words.option("dtype").orElse("float64"));
        Jacobian jacobian = plan.at(point);
        if (words.has("check")) {
            context.out().println(Differences.of(graph, x, jacobian).text());
        }
        words.option("java").ifPresent(file -> WholeFile.write(Path.of(file), JavaSource.of(plan, javaName(file))));
        if (words.has("time")) {
            Stopwatch watch = new Stopwatch(Jacobians.of(graph, Orders.reverse(graph)), x, 0);
            context.out().println(watch.time(List.of(plan), x, TIMED_ROUNDS).get(0) + " (reverse mode, float64)");
            if (plan.lanes() == 1) {
                context.out()
                        .println("batches take points one by one here; a kernel or terminal that is started with "
                                + "JDK_JAVA_OPTIONS=--add-modules=jdk.incubator.vector takes them in vector registers");
            }
        }
        words.option("to").ifPresent(to -> context.bind(to, "crosscountry.jacobian.Jacobian", jacobian));
        if (words.has("batch")) {
            JacobianBatch batch = plan.batch(around(x, words.number("%jacobian", "batch", 1, 2)));
            context.display(new JacobianRenderer().render(BatchTable.mean(batch)));
            return BatchTable.of(batch);
        }
        if (words.has("latex")) {
            String latex = Latex.of(plan);
            return MimeBundle.text(latex).with("text/latex", latex);
        }
        return words.has("pattern") ? jacobian.coo() : words.has("table") ? JacobianTable.of(jacobian) : jacobian;
    }

    /** The graph of the point's own path: orders and code are of this one. */
    private static Graph path(CommandContext context, Graph graph, double[] x) {
        if (graph.origin().isEmpty() || graph.broken(x).isEmpty()) {
            return graph;
        }
        Graph path = graph.origin().get().at(x);
        context.out()
                .println("this point takes another path than " + graph.name() + " was last shown on: "
                        + (path.conditions().isEmpty()
                                ? "one without conditions"
                                : String.join(
                                        ", ",
                                        path.conditions().stream()
                                                .map(condition -> condition.text(path))
                                                .toList())));
        return path;
    }

    private static Order order(CommandContext context, String word, Graph graph) {
        return word.equals("best")
                ? Jacobians.of(graph).order()
                : OrderWord.read(context, word, graph, CostModel.PUBLISHED);
    }

    /** A Java file is named after its class. */
    private static String javaName(String file) {
        String name = Path.of(file).getFileName().toString();
        if (!name.endsWith(".java")) {
            throw new IllegalArgumentException(
                    "%jacobian: --java takes a file named like its class, such as FluxJacobian.java, not \"" + file
                            + "\"");
        }
        return name.substring(0, name.length() - ".java".length());
    }

    /** Each number changed by up to a tenth, the same way each time. */
    private static double[][] around(double[] x, int count) {
        Random random = new Random(0);
        double[][] points = new double[count][x.length];
        for (double[] one : points) {
            Arrays.setAll(one, k -> x[k] * (0.9 + 0.2 * random.nextDouble()));
        }
        return points;
    }

    private static List<Tensor> point(CommandContext context, String word, Graph graph) {
        return context.variables().containsKey(word) && context.variable(word).orElse(null) instanceof double[] values
                ? graph.point(values)
                : Points.parse(word, graph);
    }

    private static JacobianPlan plan(Graph graph, Order order, String dtype) {
        return switch (dtype) {
            case "float64" -> Jacobians.of(graph, order);
            case "float32" -> Jacobians.float32(graph, order);
            default ->
                throw new IllegalArgumentException("%jacobian: --dtype is float64 or float32, not \"" + dtype + "\"");
        };
    }

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        return OrderWord.completions(context, this, argsBeforeCursor);
    }
}
