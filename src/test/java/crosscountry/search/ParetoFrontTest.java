package crosscountry.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.Legality;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.task.Tasks;
import crosscountry.trace.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {
    @Test
    void theFrontOfASmallGraphIsThatOfAllItsOrders() {
        Graph graph = Trace.of((double x, double y, double z) -> {
            double a = Math.sin(x * y);
            double b = Math.exp(a * z);
            return a * b + Math.cos(b) * z;
        });
        List<List<Integer>> orders = new ArrayList<>();
        all(new ArrayList<>(Legality.eliminable(graph)), new ArrayList<>(), orders);
        Set<List<Long>> costs = new HashSet<>();
        for (List<Integer> order : orders) {
            costs.add(List.of(
                    Elimination.run(graph, CostModel.MULTIPLICATIONS, new Order(order))
                            .total(),
                    Elimination.run(graph, CostModel.MEMORY, new Order(order)).total()));
        }
        Set<List<Long>> best = new HashSet<>(costs);
        best.removeIf(one -> costs.stream()
                .anyMatch(other -> !other.equals(one) && other.get(0) <= one.get(0) && other.get(1) <= one.get(1)));
        ParetoFront front = ParetoFront.of(graph, CostModel.MULTIPLICATIONS, CostModel.MEMORY, 1.5, 1, () -> false);
        assertEquals(
                best,
                new HashSet<>(front.points().stream()
                        .map(point -> List.of(point.first(), point.second()))
                        .toList()));
    }

    @Test
    void pointsAreWhatTheirOrdersCostAndNoneIsBetterInBoth() {
        Graph graph = Tasks.graph("RobotArm_6DOF");
        ParetoFront front = ParetoFront.of(graph, CostModel.MULTIPLICATIONS, CostModel.MEMORY, 1, 1, () -> false);
        for (int k = 0; k < front.points().size(); k++) {
            ParetoFront.Point point = front.points().get(k);
            assertEquals(
                    point.first(),
                    Elimination.run(graph, CostModel.MULTIPLICATIONS, point.order())
                            .total());
            assertEquals(
                    point.second(),
                    Elimination.run(graph, CostModel.MEMORY, point.order()).total());
            assertTrue(k == 0
                    || front.points().get(k - 1).second() > point.second()
                            && front.points().get(k - 1).first() < point.first());
        }
        assertThrows(
                GraphException.class, () -> ParetoFront.of(graph, CostModel.FLOPS, CostModel.FLOPS, 1, 1, () -> false));
    }

    private static void all(List<Integer> left, List<Integer> order, List<List<Integer>> orders) {
        if (left.isEmpty()) {
            orders.add(List.copyOf(order));
        }
        for (int vertex : List.copyOf(left)) {
            left.remove((Integer) vertex);
            order.add(vertex);
            all(left, order, orders);
            order.remove(order.size() - 1);
            left.add(vertex);
        }
    }
}
