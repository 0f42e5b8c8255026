package crosscountry.kernel.cli;

import crosscountry.graph.Graph;
import crosscountry.graph.Tensor;
import crosscountry.jacobian.Jacobian;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.kernel.command.option.JacobianOptions;
import crosscountry.kernel.command.option.Names;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
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
@Command(mixinStandardHelpOptions = true)
final class JacobianCommand implements Callable<Integer> {
    @Mixin
    private JacobianOptions options;

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    record Answered(String graph, List<double[]> outputs, double[][] jacobian, long multiplications, long additions) {}

    @Override
    public Integer call() {
        Names names = new Names.BuiltIn();
        Graph evaluated = options.graph(names);
        if (json && options.showsFormulas()) {
            throw new ParameterException(spec.commandLine(), "--json and --latex exclude each other");
        }
        Optional<List<Tensor>> point = options.point(names, evaluated);
        if (point.isEmpty() && (json || !options.exports())) {
            throw new ParameterException(spec.commandLine(), "a point is missing: --at POINT");
        }
        JacobianPlan plan = options.plan(names, evaluated);
        PrintWriter out = spec.commandLine().getOut();
        options.write(plan);
        options.latex(plan).ifPresent(out::println);
        point.map(plan::at)
                .map(result -> json ? Answer.json(answered(result)) : result)
                .ifPresent(out::println);
        return 0;
    }

    private static Answered answered(Jacobian result) {
        return new Answered(
                result.graph().name(),
                Outputs.of(result),
                result.matrix(),
                result.multiplications(),
                result.additions());
    }
}
