package crosscountry.kernel.cli;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Tensor;
import crosscountry.jacobian.Jacobian;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.jacobian.Jacobians;
import crosscountry.jacobian.export.JavaSource;
import crosscountry.jacobian.export.Latex;
import crosscountry.kernel.command.Points;
import crosscountry.kernel.command.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code jacobian}: values and derivatives at a point. In JSON, entries that are no numbers are the words of Java:
 * "NaN", "Infinity".
 */
@Command(name = "jacobian", description = "Values and derivatives at a point.", mixinStandardHelpOptions = true)
final class JacobianCommand implements Callable<Integer> {
    @Mixin
    private GraphWord word;

    @Option(
            names = "--at",
            paramLabel = "POINT",
            description = "Numbers with commas between them, or a JSON file with one (nested) list an input.")
    private String at;

    @Option(
            names = "--order",
            defaultValue = "reverse",
            description =
                    "forward, reverse (default), markowitz, best (of a short search), vertices with commas, or a JSON file.")
    private String order;

    @Option(names = "--dtype", defaultValue = "float64", description = "float64 (default) or float32.")
    private String dtype;

    @Option(
            names = "--java",
            paramLabel = "FILE",
            description =
                    "Writes the derivative code as Java that compiles by itself; the file is named like its class.")
    private Path java;

    @Option(names = "--latex", description = "Prints the derivatives of a small graph as LaTeX.")
    private boolean latex;

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    record Answered(String graph, List<double[]> outputs, double[][] jacobian, long multiplications, long additions) {}

    @Override
    public Integer call() {
        Graph evaluated = word.graph();
        JacobianPlan plan = plan(
                evaluated,
                order.equals("best")
                        ? Jacobians.of(evaluated).order()
                        : Orders.parse(order, evaluated, CostModel.PUBLISHED));
        if (java != null) {
            String file = java.getFileName().toString();
            if (!file.endsWith(".java")) {
                throw new GraphException(
                        "--java takes a file named like its class, such as FluxJacobian.java, not \"" + java + "\"");
            }
            WholeFile.write(java, JavaSource.of(plan, file.substring(0, file.length() - ".java".length())));
        }
        if (latex) {
            spec.commandLine().getOut().println(Latex.of(plan));
        }
        if (at == null) {
            if (java == null && !latex || json) {
                throw new ParameterException(spec.commandLine(), "jacobian needs a point: --at POINT");
            }
            return 0;
        }
        List<Tensor> point = Points.parse(at, evaluated);
        Jacobian result = plan.at(point);
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Answer.json(new Answered(
                                        evaluated.name(),
                                        Outputs.of(result),
                                        result.matrix(),
                                        result.multiplications(),
                                        result.additions()))
                                : result.toString());
        return 0;
    }

    private JacobianPlan plan(Graph evaluated, Order by) {
        return switch (dtype) {
            case "float64" -> Jacobians.of(evaluated, by);
            case "float32" -> Jacobians.float32(evaluated, by);
            default -> throw new GraphException("there is no dtype \"" + dtype + "\"; dtypes are float64, float32");
        };
    }
}
