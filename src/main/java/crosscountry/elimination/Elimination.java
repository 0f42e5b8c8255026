package crosscountry.elimination;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import java.util.ArrayList;
import java.util.List;

/** A whole elimination: one step for every eliminable vertex of the graph. */
public record Elimination(Graph graph, CostModel rules, Order order, List<Step> steps) {
    public Elimination {
        steps = List.copyOf(steps);
    }

    /** Plays the order to its end; an order that leaves vertices open is an error that names them. */
    public static Elimination run(Graph graph, CostModel rules, Order order) {
        Linearization state = Linearization.of(graph, rules);
        List<Step> steps = new ArrayList<>();
        for (int vertex : order.vertices()) {
            Step step = state.eliminate(vertex);
            steps.add(step);
            state = step.after();
        }
        if (!state.isFinished()) {
            throw Legality.incomplete(state.open());
        }
        return new Elimination(graph, rules, order, steps);
    }

    /** The cost of all steps: their sum, but for memory, where it is the largest. */
    public long total() {
        return steps.stream().mapToLong(Step::cost).reduce(0, rules::combine);
    }

    public List<Long> perStep() {
        return steps.stream().map(Step::cost).toList();
    }
}
