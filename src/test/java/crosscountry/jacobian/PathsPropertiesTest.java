package crosscountry.jacobian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosscountry.Piecewise;
import crosscountry.RandomGraphs;
import crosscountry.RandomPiecewise;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.GraphJson;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random functions that decide, beside their pieces called with numbers. */
class PathsPropertiesTest {
    private static final double LARGEST = 20;

    @Provide
    Arbitrary<List<Graph>> pieces() {
        return RandomGraphs.scalar(7).list().ofMinSize(2).ofMaxSize(6);
    }

    private static double[][] points(Piecewise function, int count, Random random) {
        int inputs = function.graph(0).inputs().size();
        return Stream.generate(() ->
                        random.doubles(inputs, 0.2, 0.9).map(x -> (float) x).toArray())
                .limit(count)
                .filter(x -> Arrays.stream(function.call(x)).allMatch(y -> Math.abs(y) < LARGEST))
                .toArray(double[][]::new);
    }

    private static JacobianPlan plan(Graph graph) {
        return Jacobians.of(graph, Orders.reverse(graph));
    }

    @Property(tries = 100)
    void valuesAreTheFunctionsAndDerivativesItsDifferences(@ForAll("pieces") List<Graph> pieces, @ForAll long seed) {
        Random random = new Random(seed);
        Piecewise function = RandomPiecewise.of(pieces, random);
        JacobianPlan plan = plan(function.graph(random.nextInt(function.size())));
        for (double[] x : points(function, 20, random)) {
            Jacobian jacobian = plan.at(x);
            assertEquals(
                    function.graph(function.pieceAt(x)).conditions(),
                    jacobian.graph().conditions());
            assertArrayEquals(function.call(x), jacobian.outputs(), 1e-12 * LARGEST);
            for (int column = 0; column < x.length; column++) {
                differences(function, x, column, jacobian);
            }
        }
    }

    /**
     * Where all five points take one path; points at which rounding or curvature drown the differences say so
     * themselves.
     */
    private static void differences(Piecewise function, double[] x, int column, Jacobian jacobian) {
        double[][] slopes = new double[2][];
        for (int k = 0; k < 2; k++) {
            double h = 1e-3 * (2 - k);
            double[] up = x.clone();
            double[] down = x.clone();
            up[column] += h;
            down[column] -= h;
            if (function.pieceAt(up) != function.pieceAt(x) || function.pieceAt(down) != function.pieceAt(x)) {
                return;
            }
            double[] above = function.call(up);
            double[] below = function.call(down);
            slopes[k] = new double[above.length];
            Arrays.setAll(slopes[k], row -> (above[row] - below[row]) / (2 * h));
        }
        for (int row = 0; row < slopes[0].length; row++) {
            double unsure = Math.abs(slopes[1][row] - slopes[0][row]);
            assertEquals(
                    (4 * slopes[1][row] - slopes[0][row]) / 3,
                    jacobian.matrix()[row][column],
                    1e-8 + unsure,
                    "row " + row + ", column " + column);
        }
    }

    @Property(tries = 60)
    void batchesAreTheirPointsInEveryLayoutAndType(@ForAll("pieces") List<Graph> pieces, @ForAll long seed) {
        Random random = new Random(seed);
        Piecewise function = RandomPiecewise.of(pieces, random);
        Graph graph = function.graph(random.nextInt(function.size()));
        double[][] points = points(function, 150, random);
        PathsTest.same(plan(graph), points);
        PathsTest.same(plan(graph).rows(1).columns(0), points);
        PathsTest.same(Jacobians.interpreted(graph, Orders.forward(graph)), points);
    }

    @Property(tries = 60)
    void productsAndSecondDerivativesAreThoseOfThePath(@ForAll("pieces") List<Graph> pieces, @ForAll long seed) {
        Random random = new Random(seed);
        Piecewise function = RandomPiecewise.of(pieces, random);
        JacobianPlan plan = plan(function.graph(random.nextInt(function.size())));
        JacobianPlan second = plan(plan.derivativeGraph());
        for (double[] x : points(function, 10, random)) {
            Graph own = Piecewise.alone(function.graph(function.pieceAt(x)));
            JacobianPlan straight =
                    plan(new Graph(own.name(), own.inputs(), own.vertices(), own.outputs(), own.edges()));
            double[] weights = {1, 0.5};
            double[] direction = random.doubles(x.length).toArray();
            PathsTest.near(straight.vjp(x, weights), plan.vjp(x, weights), 1e-12);
            PathsTest.near(straight.jvp(x, direction), plan.jvp(x, direction), 1e-12);
            PathsTest.near(straight.rows(0).gradient(x), plan.rows(0).gradient(x), 1e-12);
            double[][] expected = plan(straight.derivativeGraph()).at(x).matrix();
            double[][] actual = second.at(x).matrix();
            for (int row = 0; row < expected.length; row++) {
                PathsTest.near(expected[row], actual[row], 1e-10);
            }
        }
    }

    @Property(tries = 60)
    void aFileAnswersItsOwnPathAndRefusesTheOthers(@ForAll("pieces") List<Graph> pieces, @ForAll long seed) {
        Random random = new Random(seed);
        Piecewise function = RandomPiecewise.of(pieces, random);
        int piece = random.nextInt(function.size());
        JacobianPlan plan = plan(GraphJson.read(GraphJson.write(function.graph(piece)), "file"));
        for (double[] x : points(function, 20, random)) {
            if (function.pieceAt(x) == piece) {
                assertArrayEquals(function.call(x), plan.at(x).outputs(), 1e-12 * LARGEST);
            } else if (!function.graph(piece).conditions().isEmpty()) {
                assertThrows(GraphException.class, () -> plan.at(x));
                assertThrows(GraphException.class, () -> plan.batch(new double[][] {x}));
            }
        }
    }
}
