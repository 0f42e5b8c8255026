package crosscountry.jacobian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.GraphJson;
import crosscountry.graph.PrimalValues;
import crosscountry.graph.Reference;
import crosscountry.graph.Shape;
import crosscountry.graph.Tensor;
import crosscountry.jacobian.program.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

public class JacobianTest {
    private final Graph simple = Reference.graph("Simple");

    /** y1 = sin(ab) + ab, y2 = log(sin(ab)). */
    @Test
    void bothOrdersOfTheSmallGraphGiveItsDerivatives() {
        double a = 0.7;
        double b = 1.3;
        double p = a * b;
        double[][] expected = {
            {b * (Math.cos(p) + 1), a * (Math.cos(p) + 1)},
            {b * Math.cos(p) / Math.sin(p), a * Math.cos(p) / Math.sin(p)}
        };
        for (Order order : List.of(Order.of(1, 2), Order.of(2, 1))) {
            for (JacobianPlan plan : List.of(Jacobians.interpreted(simple, order), Jacobians.of(simple, order))) {
                Jacobian jacobian = plan.at(a, b);
                assertArrayEquals(expected[0], jacobian.matrix()[0], 1e-15);
                assertArrayEquals(expected[1], jacobian.matrix()[1], 1e-15);
                assertArrayEquals(new double[] {Math.sin(p) + p, Math.log(Math.sin(p))}, jacobian.outputs(), 1e-15);
            }
        }
    }

    @Test
    void productsByOneAreFree() {
        Program program = Jacobians.interpreted(simple, Order.of(2, 1)).program();
        // v2: cos * 1 is free, 1/v2 * cos; v1: two rows by two columns
        assertEquals(5, program.multiplications());
        assertEquals(1, program.additions());
        assertEquals(
                6, Elimination.run(simple, CostModel.PUBLISHED, Order.of(2, 1)).total());
    }

    @Test
    void everyEntrySaysWhichProductsMadeIt() {
        Program program = Jacobians.interpreted(simple, Order.of(2, 1)).program();
        List<Integer> vertices = program.products().stream()
                .map(Program.EntryProduct::vertex)
                .distinct()
                .toList();
        assertEquals(List.of(2, 1, 3, 4), vertices);
    }

    @Test
    void anIncompleteOrderIsRefused() {
        String message = assertThrows(GraphException.class, () -> Jacobians.of(simple, Order.of(2)))
                .getMessage();
        assertEquals("the order is not complete: it leaves vertices 1", message);
    }

    @Test
    void aPointOfTheWrongSizeIsRefused() {
        JacobianPlan plan = Jacobians.of(simple, Order.of(2, 1));
        assertEquals(
                "Simple takes 2 numbers, got 3",
                assertThrows(GraphException.class, () -> plan.at(1, 2, 3)).getMessage());
    }

    public static List<Order> orders(Graph graph) {
        List<Order> orders = new ArrayList<>(List.of(Orders.forward(graph), Orders.reverse(graph)));
        orders.add(Orders.markowitz(graph, CostModel.PUBLISHED));
        List<Integer> shuffled = new ArrayList<>(Orders.forward(graph).vertices());
        Collections.shuffle(shuffled, new Random(5));
        orders.add(new Order(shuffled));
        return orders;
    }

    @TestFactory
    Stream<DynamicTest> everyTaskHasTheReferenceJacobianInEveryOrder() {
        return Reference.TASKS.stream()
                .map(task -> DynamicTest.dynamicTest(task, () -> {
                    Graph graph = Reference.graph(task);
                    JsonNode points = Reference.json("graphs/" + task + ".json").get("points");
                    for (Order order : orders(graph)) {
                        JacobianPlan interpreted = Jacobians.interpreted(graph, order);
                        JacobianPlan compiled = Jacobians.of(graph, order);
                        JacobianPlan narrow = Jacobians.float32(graph, order);
                        for (JsonNode point : points) {
                            double[] expected = Reference.numbers(point.get("jacobian"));
                            List<Tensor> at = Reference.inputs(graph, point);
                            compare(expected, interpreted.at(at).matrix(), 1e-9);
                            compare(expected, compiled.at(at).matrix(), 1e-9);
                            if (fitsFloat32(narrow.program(), Points.flat(graph, at))) {
                                compareNorm(expected, narrow.at(at).matrix(), 2e-3);
                            }
                        }
                    }
                }));
    }

    /** False where g and f leave float32's range or the real numbers on the way. */
    public static boolean fitsFloat32(Program program, double[] x) {
        return java.util.Arrays.stream(program.evaluate(x))
                .allMatch(v -> Math.abs(v) < 1e30 && (v == 0 || Math.abs(v) > 1e-30));
    }

    private static double scale(double[] expected) {
        double scale = 0;
        for (double entry : expected) {
            scale = Double.isNaN(entry) ? scale : Math.max(scale, Math.abs(entry));
        }
        return scale;
    }

    /** Relative to the entry, or to 1e-3 of the largest entry where cancellation leaves a small one. */
    private static void compare(double[] expected, double[][] matrix, double relative) {
        double floor = 1e-3 * scale(expected);
        int place = 0;
        for (double[] row : matrix) {
            for (double entry : row) {
                double want = expected[place++];
                if (!Double.isNaN(want)) {
                    assertEquals(want, entry, relative * Math.max(Math.abs(want), floor), "entry " + (place - 1));
                }
            }
        }
        assertEquals(expected.length, place);
    }

    private static void compareNorm(double[] expected, double[][] matrix, double relative) {
        double scale = scale(expected);
        int place = 0;
        for (double[] row : matrix) {
            for (double entry : row) {
                double want = expected[place++];
                if (!Double.isNaN(want) && !Double.isNaN(entry)) {
                    assertEquals(want, entry, relative * Math.max(1, scale), "entry " + (place - 1));
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> tenOrdersGiveOneJacobianOnEveryRandomGraph() {
        List<JsonNode> graphs = new ArrayList<>();
        Reference.json("random_graphs.json").get("graphs").forEach(graphs::add);
        return graphs.stream()
                .map(json -> DynamicTest.dynamicTest(json.get("name").asText(), () -> {
                    Graph graph =
                            GraphJson.read(json, json.get("name").asText()).withoutEdges();
                    Random random = new Random(11);
                    double[] x = random.doubles(
                                    graph.inputs().stream()
                                            .mapToInt(i -> i.shape().size())
                                            .sum(),
                                    0.2,
                                    0.9)
                            .toArray();
                    List<Integer> order = new ArrayList<>(Orders.forward(graph).vertices());
                    JacobianPlan forward = Jacobians.interpreted(graph, new Order(order));
                    // some of these functions divide by zero everywhere: there infinity times zero differs between
                    // orders
                    Assumptions.assumeTrue(
                            java.util.Arrays.stream(forward.program().evaluate(x))
                                    .allMatch(Double::isFinite));
                    double[][] first = forward.at(x).matrix();
                    double[] flat = Stream.of(first)
                            .flatMapToDouble(java.util.Arrays::stream)
                            .toArray();
                    for (int k = 0; k < 10; k++) {
                        Collections.shuffle(order, random);
                        compare(
                                flat,
                                Jacobians.of(graph, new Order(order)).at(x).matrix(),
                                1e-6);
                    }
                }));
    }

    @Test
    void finiteDifferencesAgreeOnATensorTask() {
        Graph graph = Reference.graph("Perceptron");
        JsonNode point = Reference.json("graphs/Perceptron.json").get("points").get(0);
        double[] x = Reference.inputs(graph, point).stream()
                .flatMapToDouble(t -> java.util.Arrays.stream(t.data()))
                .toArray();
        Jacobian jacobian = Jacobians.of(graph, Orders.reverse(graph)).at(x);
        for (int column = 0; column < x.length; column += 7) {
            double h = 1e-6;
            double up = output(graph, x, column, h);
            double down = output(graph, x, column, -h);
            assertEquals((up - down) / (2 * h), jacobian.matrix()[0][column], 1e-6, "column " + column);
        }
        assertTrue(jacobian.nonZeros() > x.length / 2);
    }

    private static double output(Graph graph, double[] x, int column, double h) {
        double[] moved = x.clone();
        moved[column] += h;
        List<Tensor> inputs = new ArrayList<>();
        int place = 0;
        for (var input : graph.inputs()) {
            Shape shape = input.shape();
            inputs.add(new Tensor(shape, java.util.Arrays.copyOfRange(moved, place, place + shape.size())));
            place += shape.size();
        }
        return PrimalValues.of(graph, inputs).outputs().get(0).data()[0];
    }
}
