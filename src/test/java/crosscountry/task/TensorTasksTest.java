package crosscountry.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Reference;
import crosscountry.jacobian.Jacobian;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.jacobian.Jacobians;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TensorTasksTest {
    private static List<String> names() {
        return TensorTasks.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theJavaFormHasTheInputsValuesAndJacobiansOfTheReference(String name) {
        Graph graph = TensorTasks.graph(name);
        Graph published = Reference.graph(name);
        assertEquals(
                published.inputs().stream().map(input -> input.shape()).toList(),
                graph.inputs().stream().map(input -> input.shape()).toList());
        for (Order order :
                List.of(Orders.forward(graph), Orders.reverse(graph), Orders.markowitz(graph, CostModel.ALGEBRA))) {
            JacobianPlan plan = Jacobians.of(graph, order);
            for (JsonNode point : Reference.json("graphs/" + name + ".json").get("points")) {
                Jacobian jacobian = plan.at(Reference.inputs(graph, point));
                List<Double> outputs = flat(point.get("outputs"));
                List<Double> entries = flat(point.get("jacobian"));
                assertEquals(entries.size(), jacobian.matrix().length * jacobian.matrix()[0].length);
                for (int row = 0; row < jacobian.matrix().length; row++) {
                    close(outputs.get(row), jacobian.outputs()[row], name + " output " + row);
                    for (int column = 0; column < jacobian.matrix()[row].length; column++) {
                        close(
                                entries.get(row * jacobian.matrix()[row].length + column),
                                jacobian.matrix()[row][column],
                                name + " " + row + "," + column);
                    }
                }
            }
        }
    }

    private static void close(double expected, double actual, String where) {
        if (!Double.isNaN(expected)) {
            assertTrue(
                    Math.abs(expected - actual) <= 1e-9 * Math.max(1, Math.abs(expected)),
                    () -> where + ": " + expected + " " + actual);
        }
    }

    private static List<Double> flat(JsonNode node) {
        List<Double> values = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(part -> values.addAll(flat(part)));
        } else {
            values.add(node.isNumber() ? node.asDouble() : Double.NaN);
        }
        return values;
    }
}
