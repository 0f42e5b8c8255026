package crosscountry.jacobian.program;

import crosscountry.graph.Condition;
import crosscountry.graph.Graph;
import java.util.ArrayList;
import java.util.List;

/**
 * What a graph's conditions compare, as nodes: two for each condition, left and right. The nodes of the graph's values
 * and these come first in every program that accumulates the graph's Jacobian, so they are the same in all of them.
 */
public record Decisions(Nodes nodes, List<Integer> compared) {
    public static Decisions of(Graph graph) {
        NodeTable table = new NodeTable();
        List<Integer> compared = add(graph, new Unrolling(graph, table));
        return new Decisions(table.nodes(), compared);
    }

    /** The compared nodes in the programs of this graph. */
    public static List<Integer> compared(Graph graph) {
        return graph.conditions().isEmpty() ? List.of() : of(graph).compared();
    }

    static List<Integer> add(Graph graph, Unrolling values) {
        List<Integer> compared = new ArrayList<>();
        for (Condition condition : graph.conditions()) {
            compared.add(values.value(condition.left())[0]);
            compared.add(values.value(condition.right())[0]);
        }
        return compared;
    }

    /** Computes the compared numbers and nothing else. */
    public Program program(int inputs) {
        return new Program(inputs, nodes, compared, List.of(), new EntryProducts(), 0, 0);
    }
}
