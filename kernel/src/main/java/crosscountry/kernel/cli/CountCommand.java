package crosscountry.kernel.cli;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.elimination.state.SparseState;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Named;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code count}: what an order costs, in all and step by step. */
@Command(name = "count", description = "What an order costs.", mixinStandardHelpOptions = true)
final class CountCommand implements Callable<Integer> {
    @Mixin
    private GraphWord word;

    @Option(
            names = "--order",
            required = true,
            description = "forward, reverse, markowitz, vertices with commas, or a JSON file.")
    private String order;

    @Option(
            names = "--cost",
            defaultValue = "published",
            description = "published (default), algebra, multiplications, flops or memory.")
    private String cost;

    @Mixin
    private OrderAnswer answer;

    /** Every step of the readable game copies the graph. */
    private static final int READABLE = 1000;

    record Count(String graph, String cost, List<Integer> order, long total, List<Long> perStep) {}

    @Override
    public Integer call() {
        CostModel rules = Named.cost(cost);
        Graph counted = word.graph();
        Count result = counted.vertices().size() > READABLE && SparseState.plays(counted, rules)
                ? sparse(counted, rules)
                : readable(counted, rules);
        return answer.give(
                counted,
                new Order(result.order()),
                result,
                counted.name() + ": " + result.total() + " " + rules.unit() + " (" + cost + ")");
    }

    private Count readable(Graph counted, CostModel rules) {
        Elimination elimination = Elimination.run(counted, rules, Orders.parse(order, counted, rules));
        return new Count(
                counted.name(), cost, elimination.order().vertices(), elimination.total(), elimination.perStep());
    }

    private Count sparse(Graph counted, CostModel rules) {
        Order played = order.strip().equals("markowitz")
                ? sparseMarkowitz(counted, rules)
                : Orders.parse(order, counted, rules);
        List<Long> perStep = Arrays.stream(SparseState.of(counted, rules).play(played))
                .boxed()
                .toList();
        return new Count(
                counted.name(),
                cost,
                played.vertices(),
                perStep.stream().mapToLong(Long::longValue).sum(),
                perStep);
    }

    private static Order sparseMarkowitz(Graph counted, CostModel rules) {
        SparseState state = SparseState.of(counted, rules);
        state.playMarkowitz();
        return state.order();
    }
}
