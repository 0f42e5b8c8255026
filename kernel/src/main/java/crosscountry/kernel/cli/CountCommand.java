package crosscountry.kernel.cli;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.SparseState;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.option.CountOptions;
import crosscountry.kernel.command.option.Names;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code count}: what an order costs, in all and step by step. */
@Command(mixinStandardHelpOptions = true)
final class CountCommand implements Callable<Integer> {
    /** Every step of the readable game copies the graph. */
    private static final int READABLE = 1000;

    @Mixin
    private CountOptions options;

    @Mixin
    private OrderAnswer answer;

    @Spec
    private CommandSpec spec;

    record Count(String graph, String cost, List<Integer> order, long total, List<Long> perStep) {}

    @Override
    public Integer call() {
        CostModel rules = options.rules();
        if (options.name().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "an order is missing: --order ORDER");
        }
        Graph counted = options.graph(new Names.BuiltIn());
        Count result = counted.vertices().size() > READABLE && SparseState.plays(counted, rules)
                ? sparse(counted, rules)
                : readable(counted, rules);
        return answer.give(
                options.file(),
                counted,
                new Order(result.order()),
                result,
                counted.name() + ": " + result.total() + " " + rules.unit() + " (" + rules.label() + ")");
    }

    private Count readable(Graph counted, CostModel rules) {
        Elimination elimination = Elimination.run(counted, rules, order(counted));
        return new Count(
                counted.name(),
                rules.label(),
                elimination.order().vertices(),
                elimination.total(),
                elimination.perStep());
    }

    private Count sparse(Graph counted, CostModel rules) {
        Order played = order(counted);
        List<Long> perStep = Arrays.stream(SparseState.of(counted, rules).play(played))
                .boxed()
                .toList();
        return new Count(
                counted.name(),
                rules.label(),
                played.vertices(),
                perStep.stream().mapToLong(Long::longValue).sum(),
                perStep);
    }

    private Order order(Graph counted) {
        return options.order(new Names.BuiltIn(), counted).orElseThrow();
    }
}
