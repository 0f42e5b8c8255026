package crosscountry.jacobian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Primitive;
import crosscountry.graph.Vertex;
import crosscountry.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions of Java's Math at edges that users of other systems have stumbled over. */
class EdgeCasesTest {
    private static void at(Graph graph, double[] x, double value, double... partials) {
        var jacobian = Jacobians.of(graph, Orders.reverse(graph)).at(x);
        assertEquals(value, jacobian.outputs()[0], Math.ulp(value));
        assertArrayEquals(partials, jacobian.matrix()[0], 1e-15);
    }

    private static double[] point(double... x) {
        return x;
    }

    /** jax-ml/jax#14397. */
    @Test
    void thePowerAtZeroZeroHasTheDerivativesZero() {
        at(Trace.of((double x, double y) -> Math.pow(x, y)), point(0, 0), 1, 0, 0);
    }

    /** casadi/casadi#1595. */
    @Test
    void hypotNeitherOverflowsNorUnderflows() {
        Graph graph = Trace.of((double x, double y) -> Math.hypot(x, y));
        at(graph, point(3e200, 4e200), 5e200, 0.6, 0.8);
        at(graph, point(3e-200, 4e-200), 5e-200, 0.6, 0.8);
    }

    @Test
    void roundingAndSignsAreTracedAsOneVertexEach() {
        Graph graph = Trace.of((double x, double y) -> new double[] {
            Math.floor(x), Math.ceil(x), Math.rint(x), Math.copySign(x, y), Math.hypot(x, y), Math.log10(x)
        });
        assertEquals(
                List.of(
                        Primitive.FLOOR,
                        Primitive.CEIL,
                        Primitive.RINT,
                        Primitive.COPYSIGN,
                        Primitive.HYPOT,
                        Primitive.LOG10),
                graph.vertices().stream().map(Vertex::primitive).toList());
        double[][] matrix =
                Jacobians.of(graph, Orders.forward(graph)).at(2.5, -6).matrix();
        assertArrayEquals(
                new double[][] {{0, 0}, {0, 0}, {0, 0}, {-1, 0}, {2.5 / 6.5, -6 / 6.5}, {1 / (2.5 * Math.log(10)), 0}},
                matrix);
    }

    /** Math.pow of a literal integer is a vertex of its own kind, with the same bits. */
    @Test
    void integerPowersAreMathPowToTheLastBit() {
        for (double x : new double[] {0.4301699650834756, 3.865326403282122, -1.7, 5.088937722097145E120, 1e-40}) {
            for (double n : new double[] {-1, 2, 3, 7, -4, 100}) {
                Graph graph = power(n);
                assertEquals(Primitive.INTEGER_POW, graph.vertices().get(0).primitive());
                assertEquals(
                        Math.pow(x, n),
                        Jacobians.of(graph, Orders.reverse(graph)).at(x).outputs()[0]);
            }
        }
    }

    private static Graph power(double n) {
        return Trace.of((double a) -> Math.pow(a, n));
    }

    /** What the formulas of partials are made of is differentiated again. */
    @Test
    void secondDerivativesAreRightFarOutToo() {
        Graph graph = Trace.of((double x, double y) ->
                Math.tanh(x) + Math.atan2(y, 2 * y + x) + Math.hypot(x, y) + Math.pow(y, x) + Math.atan(x));
        double[] x = {3.5, 0.7};
        Graph first = Jacobians.of(graph, Orders.reverse(graph)).derivativeGraph();
        double[][] hessian = Jacobians.of(first, Orders.reverse(first)).at(x).matrix();
        double h = 1e-5;
        for (int column = 0; column < 2; column++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[column] += h;
            down[column] -= h;
            double[] above =
                    Jacobians.interpreted(graph, Orders.reverse(graph)).at(up).matrix()[0];
            double[] below =
                    Jacobians.interpreted(graph, Orders.reverse(graph)).at(down).matrix()[0];
            for (int row = 0; row < 2; row++) {
                assertEquals((above[row] - below[row]) / (2 * h), hessian[row][column], 1e-8);
            }
        }
    }
}
