package crosscountry.jacobian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Operand;
import crosscountry.graph.Reference;
import crosscountry.jacobian.program.LinearProgram;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a plan gives: products, selections, sparse results, gradients, second derivatives. */
class DerivativeTest {
    private final Graph simple = Reference.graph("Simple");
    private final Graph blackScholes = Reference.graph("BlackScholes");

    /** Tasks without NaN in their reference Jacobians; the two largest take long and are like the others. */
    private static final List<String> TASKS = List.of(
            "BlackScholes",
            "BlackScholes_Jacobian",
            "CloudSchemes_step",
            "FreeEnergy",
            "Helmholtz",
            "Hole",
            "HumanHeartDipole",
            "Lighthouse",
            "Perceptron",
            "PropaneCombustion",
            "RobotArm_6DOF",
            "RoeFlux_1d",
            "RoeFlux_3d",
            "Simple");

    private record Point(double[] x, double[][] jacobian) {}

    private static Point point(String task, int k) {
        JsonNode point =
                Reference.json("graphs/" + task + ".json").get("points").get(k);
        double[] x = Points.flat(Reference.graph(task), Reference.inputs(Reference.graph(task), point));
        double[] flat = Reference.numbers(point.get("jacobian"));
        int rows = flat.length / x.length;
        return new Point(
                x,
                IntStream.range(0, rows)
                        .mapToObj(row -> Arrays.copyOfRange(flat, row * x.length, (row + 1) * x.length))
                        .toArray(double[][]::new));
    }

    private static void assertNear(double[] expected, double[] actual) {
        double scale = 1 + Arrays.stream(expected).map(Math::abs).max().orElse(0);
        assertArrayEquals(expected, actual, 1e-9 * scale);
    }

    @TestFactory
    Stream<DynamicTest> productsAreThoseWithTheReferenceJacobian() {
        return TASKS.stream()
                .map(task -> DynamicTest.dynamicTest(task, () -> {
                    Graph graph = Reference.graph(task);
                    JacobianPlan plan = Jacobians.interpreted(graph, Orders.reverse(graph));
                    Point point = point(task, 0);
                    Random random = new Random(7);
                    double[] direction = random.doubles(point.x().length, -1, 1).toArray();
                    double[] weights =
                            random.doubles(point.jacobian().length, -1, 1).toArray();
                    double[] along = new double[weights.length];
                    double[] across = new double[direction.length];
                    for (int row = 0; row < weights.length; row++) {
                        for (int column = 0; column < direction.length; column++) {
                            along[row] += point.jacobian()[row][column] * direction[column];
                            across[column] += point.jacobian()[row][column] * weights[row];
                        }
                    }
                    assertNear(along, plan.jvp(point.x(), direction));
                    assertNear(across, plan.vjp(point.x(), weights));
                }));
    }

    /** Every edge of a scalar graph is used at most once, in either direction. */
    @TestFactory
    Stream<DynamicTest> aProductCostsAtMostOneMultiplicationAnEdge() {
        return Stream.of("RoeFlux_1d", "RobotArm_6DOF", "HumanHeartDipole", "PropaneCombustion", "BlackScholes")
                .map(task -> DynamicTest.dynamicTest(task, () -> {
                    Graph graph = Reference.graph(task);
                    long edges = graph.vertices().stream()
                            .mapToLong(vertex -> vertex.operands().stream()
                                    .filter(Operand.Ref.class::isInstance)
                                    .count())
                            .sum();
                    JacobianPlan plan = Jacobians.interpreted(graph, Orders.reverse(graph));
                    long forward =
                            LinearProgram.forward(graph, plan.selection()).multiplications();
                    long reverse =
                            LinearProgram.reverse(graph, plan.selection()).multiplications();
                    assertTrue(forward > 0 && forward <= edges, () -> forward + " of " + edges);
                    assertTrue(reverse > 0 && reverse <= edges, () -> reverse + " of " + edges);
                }));
    }

    @Test
    void someRowsAndColumnsAreThoseOfTheWholeAndNeedLess() {
        Graph graph = Reference.graph("RoeFlux_1d");
        Point point = point("RoeFlux_1d", 0);
        JacobianPlan whole = Jacobians.of(graph, Orders.reverse(graph));
        JacobianPlan part = whole.rows(2, 0).columns(5, 1, 3).rows(1);
        Jacobian jacobian = part.at(point.x());
        assertArrayEquals(
                new double[] {point.jacobian()[0][5], point.jacobian()[0][1], point.jacobian()[0][3]},
                jacobian.matrix()[0],
                1e-11);
        assertEquals(List.of("y1"), jacobian.outputNames());
        assertEquals(
                List.of(
                        whole.at(point.x()).inputNames().get(5),
                        whole.at(point.x()).inputNames().get(1),
                        whole.at(point.x()).inputNames().get(3)),
                jacobian.inputNames());
        assertTrue(part.program().multiplications() < whole.program().multiplications() / 2);
        assertArrayEquals(
                new double[] {point.jacobian()[0][1]}, part.columns(1).jvp(point.x(), new double[] {1}), 1e-11);
        assertEquals(
                "there is no row 3 in the Jacobian; rows are 0..2",
                assertThrows(GraphException.class, () -> whole.rows(3)).getMessage());
    }

    @Test
    void allRowsAndColumnsCountWhatTheWholeCounts() {
        for (String task : List.of("RoeFlux_1d", "HumanHeartDipole", "PropaneCombustion")) {
            Graph graph = Reference.graph(task);
            JacobianPlan whole = Jacobians.interpreted(graph, Orders.forward(graph));
            JacobianPlan same = whole.rows(
                    IntStream.range(0, whole.selection().rows().size()).toArray());
            assertTrue(same.program().multiplications() <= whole.program().multiplications());
            assertTrue(same.program().additions() <= whole.program().additions());
        }
    }

    @Test
    void theGradientOfAFunctionWithOneOutputIsItsJacobian() {
        Point point = point("BlackScholes", 0);
        assertNear(
                point.jacobian()[0],
                Jacobians.of(blackScholes, Orders.forward(blackScholes)).gradient(point.x()));
        assertEquals(
                "a gradient belongs to one output; Simple has 2: choose one with rows(k), or weigh them with vjp",
                assertThrows(
                                GraphException.class,
                                () -> Jacobians.of(simple, Orders.forward(simple))
                                        .gradient(1, 2))
                        .getMessage());
    }

    /**
     * The task BlackScholes_Jacobian is the gradient of BlackScholes by JAX: its outputs and Jacobian are independent
     * of ours.
     */
    @Test
    void theHessianOfBlackScholesIsTheJacobianOfTheTaskBlackScholesJacobian() {
        int points = Reference.json("graphs/BlackScholes_Jacobian.json")
                .get("points")
                .size();
        Graph gradient =
                Jacobians.of(blackScholes, Orders.reverse(blackScholes)).derivativeGraph();
        Graph task = Reference.graph("BlackScholes_Jacobian");
        JacobianPlan hessian = Jacobians.of(gradient, Orders.reverse(gradient));
        JacobianPlan reference = Jacobians.interpreted(task, Orders.forward(task));
        for (int k = 0; k < points; k++) {
            Point point = point("BlackScholes_Jacobian", k);
            Jacobian second = hessian.at(point.x());
            assertNear(reference.at(point.x()).outputs(), second.outputs());
            for (int row = 0; row < 5; row++) {
                assertNear(point.jacobian()[row], second.matrix()[row]);
            }
        }
    }

    /** Scalars only, as the program has: no reshaping vertices, and equal subexpressions are one. */
    @Test
    void theGradientGraphIsSmallerThanTheTracedOneAndCheaperToDifferentiate() {
        Graph task = Reference.graph("BlackScholes_Jacobian");
        Graph gradient =
                Jacobians.of(blackScholes, Orders.reverse(blackScholes)).derivativeGraph();
        assertTrue(gradient.vertices().size() < task.vertices().size());
        assertTrue(Elimination.run(gradient, CostModel.PUBLISHED, Orders.markowitz(gradient, CostModel.PUBLISHED))
                        .total()
                < Elimination.run(task, CostModel.PUBLISHED, Orders.markowitz(task, CostModel.PUBLISHED))
                        .total());
    }

    /** Against central differences of the reference graph's own Jacobian. */
    @Test
    void secondDerivativesOfAVectorFunctionAreDifferencesOfItsJacobian() {
        Graph graph = Reference.graph("HumanHeartDipole");
        double[] x = point("HumanHeartDipole", 0).x();
        JacobianPlan first = Jacobians.of(graph, Orders.reverse(graph));
        Graph derivative = first.derivativeGraph();
        Jacobian second = Jacobians.of(derivative, Orders.reverse(derivative)).at(x);
        int columns = x.length;
        for (int column = 0; column < columns; column++) {
            double step = 1e-5 * Math.max(1, Math.abs(x[column]));
            double[] up = x.clone();
            double[] down = x.clone();
            up[column] += step;
            down[column] -= step;
            double[][] above = first.at(up).matrix();
            double[][] below = first.at(down).matrix();
            for (int row = 0; row < above.length; row++) {
                for (int inner = 0; inner < columns; inner++) {
                    double expected = (above[row][inner] - below[row][inner]) / (2 * step);
                    assertEquals(
                            expected, second.matrix()[row * columns + inner][column], 1e-5 * (1 + Math.abs(expected)));
                }
            }
        }
    }

    @Test
    void oneCallSearchesOnceAndRemembersTheGraph() {
        JacobianPlan plan = Jacobians.of(simple);
        assertSame(plan, Jacobians.of(Reference.graph("Simple")));
        assertArrayEquals(
                Jacobians.interpreted(simple, Order.of(2, 1)).at(0.7, 1.1).matrix()[1],
                plan.at(0.7, 1.1).matrix()[1],
                1e-14);
        assertEquals(
                "the order is not complete: it leaves vertices 1",
                assertThrows(GraphException.class, () -> Jacobians.of(simple, Order.of(2)))
                        .getMessage());
        assertArrayEquals(
                new double[] {plan.at(0.7, 1.1).matrix()[0][1]},
                Jacobians.of(simple, Order.of(1, 2))
                        .rows(0)
                        .columns(1)
                        .at(0.7, 1.1)
                        .matrix()[0],
                1e-14);
    }

    @Test
    void sparseFormsHoldTheSamePatternAtEveryPoint() {
        Graph graph = Reference.graph("CloudSchemes_step");
        JacobianPlan plan = Jacobians.of(graph, Orders.reverse(graph));
        Jacobian jacobian = plan.at(point("CloudSchemes_step", 0).x());
        Coo direct = plan.coo(point("CloudSchemes_step", 0).x());
        assertEquals(jacobian.structuralNonZeros(), direct.values().length);
        assertTrue(Arrays.deepEquals(jacobian.matrix(), direct.dense()));
        assertTrue(Arrays.deepEquals(jacobian.matrix(), jacobian.coo().dense()));
        assertTrue(Arrays.deepEquals(jacobian.matrix(), jacobian.csr().dense()));
        double[] ones = new double[jacobian.inputNames().size()];
        Arrays.fill(ones, 1);
        assertArrayEquals(
                plan.jvp(point("CloudSchemes_step", 0).x(), ones),
                jacobian.csr().times(ones),
                1e-9);
    }

    /** y2 = log(sin(ab)) at a = 0: the logarithm of zero, divided by zero. */
    @Test
    void whatIsNotFiniteIsNamed() {
        Jacobian jacobian = Jacobians.of(simple, Order.of(2, 1)).at(0, 1);
        String a = jacobian.inputNames().get(0);
        String b = jacobian.inputNames().get(1);
        assertEquals(
                List.of("y2 is -Infinity", "dy2/d" + a + " is Infinity", "dy2/d" + b + " is NaN"),
                jacobian.nonFinite());
        assertTrue(jacobian.toString().contains("not finite: y2 is -Infinity"), jacobian::toString);
    }

    @Test
    void whatIsNotFiniteSomewhereInABatchIsNamedWithItsFirstPoint() {
        JacobianPlan plan = Jacobians.of(simple, Order.of(2, 1));
        double[][] points = {{1, 1}, {0, 1}, {0.5, 1}, {0, 2}};
        String a = plan.at(0, 1).inputNames().get(0);
        String b = plan.at(0, 1).inputNames().get(1);
        List<String> expected = Stream.of("y2", "dy2/d" + a, "dy2/d" + b)
                .map(name -> name + " is not finite at 2 of 4 points, first at point 1")
                .toList();
        assertEquals(expected, plan.batch(points).nonFinite());
        assertEquals(
                expected.subList(0, 2), plan.rows(1).columns(0).batch(points).nonFinite());
    }

    @Test
    void manyThreadsShareAPlan() {
        Graph graph = Reference.graph("RobotArm_6DOF");
        JacobianPlan plan = Jacobians.of(graph, Orders.reverse(graph));
        double[] x = point("RobotArm_6DOF", 0).x();
        double[] weights = new double[plan.selection().rows().size()];
        Arrays.fill(weights, 1);
        double[] expected = plan.vjp(x, weights);
        double[][] matrix = plan.at(x).matrix();
        assertTrue(IntStream.range(0, 2000)
                .parallel()
                .allMatch(k -> Arrays.equals(expected, plan.vjp(x, weights))
                        && Arrays.deepEquals(matrix, plan.at(x).matrix())));
    }
}
