package crosscountry.jacobian;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosscountry.RandomGraphs;
import crosscountry.elimination.Order;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.PrimalValues;
import crosscountry.graph.Tensor;
import crosscountry.jacobian.batch.BackEndsTest;
import crosscountry.jacobian.code.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JacobianPropertiesTest {
    private static final double LARGEST_VALUE = 20;

    @Provide
    Arbitrary<Graph> scalarGraphs() {
        return RandomGraphs.scalar(14);
    }

    @Provide
    Arbitrary<Graph> smoothGraphs() {
        return RandomGraphs.smooth(9);
    }

    @Provide
    Arbitrary<Graph> anyGraphs() {
        return RandomGraphs.any(12);
    }

    @Provide
    Arbitrary<Graph> deepGraphs() {
        return RandomGraphs.deep(8);
    }

    @Property(tries = 150)
    void everyOrderOfAScalarFunctionGivesOneJacobian(@ForAll("scalarGraphs") Graph graph, @ForAll long seed) {
        oneJacobian(graph, seed);
    }

    @Property(tries = 150)
    void everyOrderOfATensorFunctionGivesOneJacobian(@ForAll("anyGraphs") Graph graph, @ForAll long seed) {
        oneJacobian(graph, seed);
    }

    @Property(tries = 100)
    void theJacobianOfAScalarFunctionIsThatOfFiniteDifferences(@ForAll("scalarGraphs") Graph graph, @ForAll long seed) {
        finiteDifferences(graph, seed);
    }

    @Property(tries = 150)
    void theJacobianOfATensorFunctionIsThatOfFiniteDifferences(@ForAll("smoothGraphs") Graph graph, @ForAll long seed) {
        finiteDifferences(graph, seed);
    }

    @Property(tries = 100)
    void everyOrderOfAFunctionOfAnyRankGivesOneJacobian(@ForAll("deepGraphs") Graph graph, @ForAll long seed) {
        oneJacobian(graph, seed);
    }

    @Property(tries = 100)
    void theJacobianOfAFunctionOfAnyRankIsThatOfFiniteDifferences(
            @ForAll("deepGraphs") Graph graph, @ForAll long seed) {
        finiteDifferences(graph, seed);
    }

    private static void oneJacobian(Graph graph, long seed) {
        Random random = new Random(seed);
        List<Tensor> point = point(graph, random);
        Assume.that(tame(graph, point));
        Jacobian reverse = Jacobians.interpreted(graph, Orders.reverse(graph)).at(point);
        List<Integer> shuffled = new ArrayList<>(Orders.forward(graph).vertices());
        Collections.shuffle(shuffled, random);
        same(reverse, Jacobians.of(graph, Orders.forward(graph)).at(point));
        same(reverse, Jacobians.interpreted(graph, new Order(shuffled)).at(point));
        same(reverse, Jacobians.of(graph, new Order(shuffled)).at(point));
    }

    private static void same(Jacobian expected, Jacobian actual) {
        for (int row = 0; row < expected.matrix().length; row++) {
            assertEquals(expected.outputs()[row], actual.outputs()[row], 1e-12 * LARGEST_VALUE);
            for (int column = 0; column < expected.matrix()[row].length; column++) {
                assertEquals(
                        expected.matrix()[row][column], actual.matrix()[row][column], 1e-9 * (1 + largest(expected)));
            }
        }
    }

    private static void finiteDifferences(Graph graph, long seed) {
        List<Tensor> point = point(graph, new Random(seed));
        Assume.that(tame(graph, point));
        JacobianPlan plan = Jacobians.of(graph, Orders.reverse(graph));
        double[] x = Points.flat(graph, point);
        for (double[][] results : BackEndsTest.results(plan.program(), Precision.FLOAT64, new double[][] {x, x, x})) {
            finiteDifferences(graph, point, ((StraightPlan) plan).jacobian(results[2]));
        }
    }

    private static void finiteDifferences(Graph graph, List<Tensor> point, Jacobian jacobian) {
        int column = 0;
        for (int input = 0; input < point.size(); input++) {
            for (int entry = 0; entry < point.get(input).data().length; entry++) {
                double[] wide = central(graph, point, input, entry, 2e-3);
                double[] narrow = central(graph, point, input, entry, 1e-3);
                for (int row = 0; row < wide.length; row++) {
                    double slope = (4 * narrow[row] - wide[row]) / 3;
                    double unsure = Math.abs(narrow[row] - wide[row]);
                    assertEquals(
                            slope, jacobian.matrix()[row][column], 1e-8 + unsure, "row " + row + ", column " + column);
                }
                column++;
            }
        }
    }

    private static double[] central(Graph graph, List<Tensor> point, int input, int entry, double h) {
        double[] up = outputs(graph, point, input, entry, h);
        double[] down = outputs(graph, point, input, entry, -h);
        for (int row = 0; row < up.length; row++) {
            up[row] = (up[row] - down[row]) / (2 * h);
        }
        return up;
    }

    private static double[] outputs(Graph graph, List<Tensor> point, int input, int entry, double h) {
        List<Tensor> moved = new ArrayList<>(point);
        double[] data = point.get(input).data().clone();
        data[entry] += h;
        moved.set(input, new Tensor(point.get(input).shape(), data));
        return PrimalValues.of(graph, moved).outputs().stream()
                .flatMapToDouble(t -> Arrays.stream(t.data()))
                .toArray();
    }

    private static List<Tensor> point(Graph graph, Random random) {
        List<Tensor> point = new ArrayList<>();
        for (Input input : graph.inputs()) {
            point.add(new Tensor(
                    input.shape(),
                    random.doubles(input.shape().size(), 0.2, 0.9).toArray()));
        }
        return point;
    }

    /** Large values drown differences of finite steps, and leave nothing to compare after cancellation. */
    private static boolean tame(Graph graph, List<Tensor> point) {
        PrimalValues evaluation = PrimalValues.of(graph, point);
        for (int id = 1; id <= graph.inputs().size() + graph.vertices().size(); id++) {
            if (!Arrays.stream(evaluation.value(id).data()).allMatch(x -> Math.abs(x) < LARGEST_VALUE)) {
                return false;
            }
        }
        return true;
    }

    private static double largest(Jacobian jacobian) {
        return Arrays.stream(jacobian.matrix())
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }
}
