package crosscountry.elimination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.task.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderReportTest {
    private static OrderReport report(String task, Order order) {
        Graph graph = Tasks.graph(task);
        return OrderReport.of(Elimination.run(graph, CostModel.PUBLISHED, order));
    }

    /** v1 = x y, v2 = sin v1, v3 = v2 + v1, v4 = log v2. */
    @Test
    void theRowsOfTheSmallGraphAreThoseOfItsDrawing() {
        List<OrderReport.Row> rows = report("Simple", Order.of(2, 1)).rows();
        assertEquals(
                List.of(1, 2), rows.stream().map(OrderReport.Row::fromInputs).toList());
        assertEquals(
                List.of(2, 1), rows.stream().map(OrderReport.Row::toOutputs).toList());
        assertEquals(List.of(4L, 2L), rows.stream().map(OrderReport.Row::degree).toList());
        assertEquals(List.of(2, 1), rows.stream().map(OrderReport.Row::step).toList());
        assertEquals(List.of(4L, 2L), rows.stream().map(OrderReport.Row::cost).toList());
    }

    @Test
    void forwardAndReverseFollowTheProgramExactly() {
        Graph graph = Tasks.graph("RoeFlux_1d");
        assertEquals(1, report("RoeFlux_1d", Orders.forward(graph)).correlation(OrderReport.Row::vertex), 1e-12);
        assertEquals(-1, report("RoeFlux_1d", Orders.reverse(graph)).correlation(OrderReport.Row::vertex), 1e-12);
        assertTrue(report("RoeFlux_1d", Orders.reverse(graph)).inWords().contains("mostly goes in reverse"));
    }

    /** By hand: steps 2 1 against costs 1 1 (ties): no correlation is defined. */
    @Test
    void whatDoesNotVaryHasNoCorrelation() {
        assertEquals(0, report("Simple", Order.of(2, 1)).correlation(row -> 1));
    }
}
