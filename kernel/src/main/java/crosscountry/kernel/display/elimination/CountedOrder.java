package crosscountry.kernel.display.elimination;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.Orders;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import java.util.ArrayList;
import java.util.List;

/**
 * An order by name, with what each step costs.
 *
 * @param perStep the cost of each step
 */
record CountedOrder(String name, CostModel rules, List<Integer> order, long[] perStep) {
    static CountedOrder of(String name, Elimination elimination) {
        return new CountedOrder(
                name,
                elimination.rules(),
                elimination.order().vertices(),
                elimination.perStep().stream().mapToLong(Long::longValue).toArray());
    }

    /** Forward, reverse and Markowitz. */
    static List<CountedOrder> standard(Graph graph, CostModel rules) {
        StateTemplate template = StateTemplate.of(graph, rules);
        List<CountedOrder> runs = new ArrayList<>();
        runs.add(play("forward", template, Orders.forward(graph)));
        runs.add(play("reverse", template, Orders.reverse(graph)));
        runs.add(play("Markowitz", template, Orders.markowitz(graph, rules)));
        return runs;
    }

    private static CountedOrder play(String name, StateTemplate template, Order order) {
        BitsetState game = template.start();
        int[] indices = template.indices(order);
        long[] perStep = new long[indices.length];
        for (int k = 0; k < indices.length; k++) {
            perStep[k] = game.eliminate(indices[k]);
        }
        return new CountedOrder(name, template.rules(), order.vertices(), perStep);
    }

    long total() {
        long sum = 0;
        for (long cost : perStep) {
            sum = rules.combine(sum, cost);
        }
        return sum;
    }

    /** The cost up to and with each step. */
    long[] sums() {
        long[] sums = perStep.clone();
        for (int k = 1; k < sums.length; k++) {
            sums[k] = rules.combine(sums[k - 1], sums[k]);
        }
        return sums;
    }
}
