package crosscountry.kernel.command.graph;

import crosscountry.graph.Graph;
import crosscountry.graph.Tensor;
import crosscountry.jacobian.Jacobian;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.declaration.Whole;
import crosscountry.kernel.command.option.JacobianOptions;
import crosscountry.kernel.command.option.KeptVariable;
import crosscountry.kernel.command.option.Names;
import crosscountry.kernel.command.option.PointOption;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.jacobian.JacobianTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code %jacobian}: values and derivatives at a point. */
public final class JacobianCommand extends Magic {
    public JacobianCommand() {
        super("%jacobian");
    }

    @Override
    protected Call call() {
        return new Evaluate();
    }

    @Command
    private static final class Evaluate implements Call {
        @Mixin
        private JacobianOptions options;

        @Option(
                names = "--batch",
                paramLabel = "N",
                description = "Evaluates N points around this one, each number changed by up to a tenth: the mean as a"
                        + " heat map, and a table of mean, deviation, least, largest and how many are not finite.",
                converter = Whole.From2.class)
        private Integer batch;

        @Option(
                names = "--check",
                description = "Compares every entry with central differences of the method itself (of the graph, where"
                        + " there is no method) and prints the largest difference.")
        private boolean check;

        @Option(names = "--table", description = "Shows a table of numbers instead of the heat map.")
        private boolean table;

        @Option(
                names = "--pattern",
                description = "Shows the sparsity pattern: the entries that may be other than zero.")
        private boolean pattern;

        @Option(
                names = "--time",
                description = "Prints how long one Jacobian takes in a batch, in turns with reverse mode.")
        private boolean time;

        @Mixin
        private KeptVariable kept;

        @Override
        public Object run(CommandContext context, String body) {
            Names names = new Names.OfSession(context);
            Graph graph = options.graph(names);
            if (Stream.of(batch != null, options.showsFormulas(), pattern, table)
                            .filter(shown -> shown)
                            .count()
                    > 1) {
                throw new IllegalArgumentException(
                        "%jacobian shows one thing: --batch, --latex, --pattern and --table exclude each other");
            }
            Optional<List<Tensor>> point = options.point(names, graph);
            if (point.isEmpty()) {
                return exported(names, graph);
            }
            double[] x = PointOption.numbers(point.get());
            return evaluated(context, names, path(context, graph, x), point.get(), x);
        }

        private Object exported(Names names, Graph graph) {
            if (!options.exports()
                    || batch != null
                    || check
                    || table
                    || pattern
                    || time
                    || kept.name().isPresent()) {
                throw new IllegalArgumentException("%jacobian needs a point: --at POINT");
            }
            JacobianPlan plan = options.plan(names, graph);
            options.write(plan);
            return options.latex(plan).map(Evaluate::formulas).orElse(null);
        }

        private Object evaluated(CommandContext context, Names names, Graph graph, List<Tensor> point, double[] x) {
            JacobianPlan plan = options.plan(names, graph);
            Jacobian jacobian = plan.at(point);
            if (check) {
                context.out().println(Differences.of(graph, x, jacobian).text());
            }
            options.write(plan);
            if (time) {
                ManyJacobians.print(context, plan, x);
            }
            kept.keep(context, Jacobian.class, jacobian);
            if (batch != null) {
                return ManyJacobians.batch(context, plan, x, batch);
            }
            return options.latex(plan)
                    .<Object>map(Evaluate::formulas)
                    .orElseGet(() -> pattern ? jacobian.coo() : table ? JacobianTable.of(jacobian) : jacobian);
        }

        private static MimeBundle formulas(String latex) {
            return MimeBundle.text(latex).with("text/latex", latex);
        }

        /** The graph of the point's own path: orders and code are of this one. */
        private static Graph path(CommandContext context, Graph graph, double[] x) {
            if (graph.origin().isEmpty() || graph.broken(x).isEmpty()) {
                return graph;
            }
            Graph path = graph.origin().get().at(x);
            List<String> conditions = path.conditions().stream()
                    .map(condition -> condition.text(path))
                    .toList();
            context.out()
                    .println("this point takes another path than " + graph.name() + " was last shown on: "
                            + (conditions.isEmpty() ? "one without conditions" : String.join(", ", conditions)));
            return path;
        }
    }
}
