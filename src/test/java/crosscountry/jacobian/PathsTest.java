package crosscountry.jacobian;

import static crosscountry.Piecewise.alone;
import static crosscountry.Piecewise.between;
import static crosscountry.Piecewise.when;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.Piecewise;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.GraphJson;
import crosscountry.graph.Relation;
import crosscountry.jacobian.code.Precision;
import crosscountry.trace.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Functions that decide: a point is answered by the graph of its own path or not at all. */
class PathsTest {
    /** x > 1 ? x * x : 3 * x. */
    private final Piecewise kink = new Piecewise()
            .piece(Trace.of(x -> x * x).named("kink"), when(1, Relation.GT, 1))
            .piece(Trace.of(x -> 3 * x).named("kink"), when(1, Relation.NOT_GT, 1));

    /**
     * The larger one divides: x > y ? {y / x, x} : {x / y, x * y}, so that the second output has other entries on each
     * side.
     */
    private final Piecewise pivot = new Piecewise()
            .piece(Trace.of((x, y) -> new double[] {y / x, x}).named("pivot"), between(1, Relation.GT, 2))
            .piece(Trace.of((x, y) -> new double[] {x / y, x * y}).named("pivot"), between(1, Relation.NOT_GT, 2));

    /** A table by (int) x: one graph an entry, and the decisions between them are no comparisons. */
    private static Piecewise table(int entries) {
        Piecewise table = new Piecewise();
        for (int k = 0; k < entries; k++) {
            double value = k + 0.5;
            table.piece(Trace.of(x -> value * x * x).named("table"), when(1, Relation.AS_INT, k));
        }
        return table;
    }

    private static JacobianPlan compiled(Graph graph) {
        return Jacobians.of(graph, Orders.reverse(graph));
    }

    private static Stream<Function<Graph, JacobianPlan>> makers() {
        return Stream.<BiFunction<Graph, crosscountry.elimination.Order, JacobianPlan>>of(
                        Jacobians::interpreted, Jacobians::of, Jacobians::float32)
                .map(maker -> graph -> maker.apply(graph, Orders.reverse(graph)));
    }

    @Test
    void aPointIsAnsweredByThePathThatItTakes() {
        makers().forEach(maker -> {
            JacobianPlan plan = maker.apply(kink.graph(0));
            assertEquals(9, plan.at(3).outputs()[0]);
            assertEquals(6, plan.at(3).matrix()[0][0]);
            assertEquals(1.5, plan.at(0.5).outputs()[0]);
            assertEquals(3, plan.at(0.5).matrix()[0][0]);
            assertEquals(3, plan.at(1).matrix()[0][0]);
            assertEquals(kink.graph(1).conditions(), plan.at(0.5).graph().conditions());
            assertEquals(3, plan.at(kink.graph(0).point(0.5)).matrix()[0][0]);
        });
    }

    @Test
    void whatIsNotANumberTakesThePathOfTheFunction() {
        assertTrue(Double.isNaN(compiled(kink.graph(0)).at(Double.NaN).outputs()[0]));
        assertEquals(3, compiled(kink.graph(0)).at(Double.NaN).matrix()[0][0]);
    }

    @Test
    void productsGradientsAndSelectionsPickThePath() {
        makers().forEach(maker -> {
            JacobianPlan plan = maker.apply(pivot.graph(0));
            assertArrayEquals(new double[] {-0.25, 1}, plan.jvp(new double[] {2, 1}, new double[] {1, 0}));
            assertArrayEquals(new double[] {0.5, 2}, plan.jvp(new double[] {1, 2}, new double[] {1, 0}));
            assertArrayEquals(new double[] {2, 1}, plan.vjp(new double[] {1, 2}, new double[] {0, 1}));
            assertArrayEquals(new double[] {1, 0}, plan.rows(1).gradient(2, 1));
            assertArrayEquals(new double[] {2, 1}, plan.rows(1).gradient(1, 2));
            assertArrayEquals(
                    new double[][] {{1}, {-0.25}},
                    plan.columns(1).rows(1, 0).at(1, 2).matrix());
            assertEquals(3, plan.coo(2, 1).values().length);
            assertEquals(4, plan.coo(1, 2).values().length);
            assertFalse(plan.at(2, 1).structure()[1][1]);
            assertTrue(plan.at(1, 2).structure()[1][1]);
        });
    }

    @Test
    void theCallersArraysHaveAPlaceForEveryEntryOfEveryPath() {
        makers().forEach(maker -> {
            JacobianPlan plan = maker.apply(pivot.graph(0));
            assertEquals(6, plan.resultSize());
            double[] result = new double[7];
            for (double[] x : new double[][] {{1, 2}, {2, 1}, {4, 8}, {8, 4}}) {
                Arrays.fill(result, 77);
                plan.into(x, result);
                double[][] matrix = plan.at(x).matrix();
                assertArrayEquals(plan.at(x).outputs(), Arrays.copyOf(result, 2));
                for (int row = 0; row < 2; row++) {
                    for (int column = 0; column < 2; column++) {
                        assertEquals(matrix[row][column], result[plan.place(row, column)]);
                    }
                }
                assertEquals(77, result[6]);
            }
        });
        JacobianPlan narrow = Jacobians.float32(pivot.graph(1), Orders.forward(pivot.graph(1)));
        float[] result = {7, 7, 7, 7, 7, 7};
        narrow.into(new float[] {2, 1}, result);
        assertArrayEquals(new float[] {0.5f, 2, -0.25f, 0.5f, 1, 0}, result);
    }

    @Test
    void aBatchIsItsPointsOneByOneInEveryLayoutAndType() {
        for (Piecewise function : List.of(pivot, twice())) {
            makers().forEach(maker -> {
                for (int count : new int[] {0, 1, 2, 65, 3000}) {
                    same(maker.apply(function.graph(0)), points(count, 2));
                }
            });
        }
    }

    /** Three decisions one after the other, about values that are computed. */
    private static Piecewise twice() {
        Graph first = Trace.of((x, y) -> {
                    double s = x * y;
                    double d = x - y;
                    return new double[] {s * d, Math.sin(s)};
                })
                .named("twice");
        Graph second = Trace.of((x, y) -> {
                    double s = x * y;
                    double d = x - y;
                    return new double[] {Math.exp(d), 2};
                })
                .named("twice");
        Graph third = Trace.of((x, y) -> {
                    double s = x * y;
                    double d = x - y;
                    return new double[] {s / (2 + d), x};
                })
                .named("twice");
        Graph fourth = Trace.of((x, y) -> {
                    double s = x * y;
                    return new double[] {y, s};
                })
                .named("twice");
        return new Piecewise()
                .piece(first, when(3, Relation.GT, 0), when(4, Relation.GT, 0.3))
                .piece(second, when(3, Relation.GT, 0), when(4, Relation.NOT_GT, 0.3), when(2, Relation.LT, 0.5))
                .piece(third, when(3, Relation.GT, 0), when(4, Relation.NOT_GT, 0.3), when(2, Relation.NOT_LT, 0.5))
                .piece(fourth, when(3, Relation.NOT_GT, 0));
    }

    private static double[][] points(int count, int inputs) {
        Random random = new Random(5);
        return IntStream.range(0, count)
                .mapToObj(k -> random.doubles(inputs, -1, 1).map(x -> (float) x).toArray())
                .toArray(double[][]::new);
    }

    /** Vector registers may round the last bit otherwise. */
    static void same(JacobianPlan plan, double[][] points) {
        int n = points.length;
        int inputs = plan.selection().columns().size();
        int size = plan.resultSize();
        JacobianBatch batch = plan.batch(points);
        double[] byPoint = new double[n * size];
        double[] byNumber = new double[n * size];
        Arrays.fill(byPoint, 77);
        Arrays.fill(byNumber, 77);
        double[] xs = Stream.of(points).flatMapToDouble(Arrays::stream).toArray();
        double[] columns = new double[xs.length];
        Arrays.setAll(columns, k -> points[k % n][k / n]);
        plan.batch(n, Layout.POINTS, xs, byPoint);
        plan.batch(n, Layout.COLUMNS, columns, byNumber);
        float[] narrow = null;
        if (plan instanceof PathsPlan paths && paths.precision() == Precision.FLOAT32) {
            narrow = new float[n * size];
            float[] narrowColumns = new float[xs.length];
            for (int k = 0; k < xs.length; k++) {
                narrowColumns[k] = (float) columns[k];
            }
            plan.batch(n, Layout.COLUMNS, narrowColumns, narrow);
        }
        double tolerance = narrow == null ? 1e-12 : 1e-4;
        for (int k = 0; k < n; k++) {
            Jacobian one = plan.at(points[k]);
            Jacobian of = batch.at(k);
            assertEquals(one.graph().conditions(), batch.path(k).conditions());
            assertTrue(Arrays.deepEquals(one.structure(), of.structure()));
            near(one.outputs(), of.outputs(), tolerance);
            for (int row = 0; row < one.outputs().length; row++) {
                near(one.matrix()[row], of.matrix()[row], tolerance);
                near(one.outputs()[row], byPoint[k * size + row], tolerance);
                near(one.outputs()[row], byNumber[row * n + k], tolerance);
                for (int column = 0; column < inputs; column++) {
                    double expected = one.matrix()[row][column];
                    int place = plan.place(row, column);
                    if (place < 0) {
                        assertEquals(0, expected);
                        continue;
                    }
                    near(expected, byPoint[k * size + place], tolerance);
                    near(expected, byNumber[place * n + k], tolerance);
                    if (narrow != null) {
                        near(expected, narrow[place * n + k], tolerance);
                    }
                }
            }
        }
        for (int row = 0; row < plan.selection().rows().size() && n > 0; row++) {
            for (int column = 0; column < inputs; column++) {
                assertEquals(batch.at(n - 1).matrix()[row][column], batch.entry(row, column)[n - 1]);
            }
            assertEquals(batch.at(0).outputs()[row], batch.output(row)[0]);
        }
    }

    static void near(double[] expected, double[] actual, double tolerance) {
        assertEquals(expected.length, actual.length);
        for (int k = 0; k < expected.length; k++) {
            near(expected[k], actual[k], tolerance);
        }
    }

    private static void near(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, tolerance * (1 + Math.abs(expected)));
    }

    /** Long enough for other cores and for vector registers. */
    @Test
    void aLongBatchIsItsPointsAgainAndAgain() {
        double[][] points = points(60_000, 2);
        JacobianPlan plan = compiled(twice().graph(3));
        JacobianPlan single = Jacobians.interpreted(twice().graph(0), Orders.reverse(twice().graph(0)));
        for (int round = 0; round < 5; round++) {
            JacobianBatch batch = plan.batch(points);
            for (int k = round; k < points.length; k += 97) {
                near(single.at(points[k]).outputs(), batch.at(k).outputs(), 1e-12);
                near(single.at(points[k]).matrix()[0], batch.at(k).matrix()[0], 1e-12);
                near(single.at(points[k]).matrix()[1], batch.at(k).matrix()[1], 1e-12);
            }
        }
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> plan.batch(points));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aPathIsFollowedOnceHoweverManyPointsTakeIt() {
        Piecewise table = table(40);
        JacobianPlan plan = compiled(table.graph(0));
        double[][] points = IntStream.range(0, 4000)
                .mapToObj(k -> new double[] {k % 40 + 0.25})
                .toArray(double[][]::new);
        JacobianBatch batch = plan.batch(points);
        for (int k = 0; k < points.length; k++) {
            assertEquals(2 * (k % 40 + 0.5) * points[k][0], batch.at(k).matrix()[0][0], 1e-12);
        }
        assertEquals(39, table.followed());
        plan.batch(points);
        for (double[] point : points) {
            assertEquals(
                    2 * (Math.floor(point[0]) + 0.5) * point[0], plan.at(point).matrix()[0][0], 1e-12);
        }
        assertEquals(39, table.followed());
    }

    @Test
    void morePathsThanAreKeptAreStillRight() {
        int entries = Paths.MOST + 20;
        Piecewise table = table(entries);
        JacobianPlan plan = Jacobians.interpreted(table.graph(3), Orders.reverse(table.graph(3)));
        double[][] points = IntStream.range(0, 2 * entries)
                .mapToObj(k -> new double[] {k % entries + 0.25})
                .toArray(double[][]::new);
        JacobianBatch batch = plan.batch(points);
        for (int k = 0; k < points.length; k++) {
            double expected = 2 * (k % entries + 0.5) * points[k][0];
            assertEquals(expected, batch.at(k).matrix()[0][0], 1e-12 * expected);
            assertEquals(expected, plan.at(points[k]).matrix()[0][0], 1e-12 * expected);
        }
        assertTrue(((PathsPlan) plan).paths().tree().paths().size() <= Paths.MOST);
    }

    @Test
    void withoutItsFunctionAGraphRefusesOtherPoints() {
        makers().forEach(maker -> {
            Graph read = GraphJson.read(GraphJson.write(kink.graph(0)), "kink");
            JacobianPlan plan = maker.apply(read);
            assertEquals(6, plan.at(3).matrix()[0][0]);
            String why = "kink was followed where " + read.inputs().get(0).name()
                    + " > 1, which does not hold here (left 0.5, right 1.0): "
                    + "its graph is not the function's at this point";
            for (Runnable call : List.<Runnable>of(
                    () -> plan.at(0.5),
                    () -> plan.coo(0.5),
                    () -> plan.gradient(0.5),
                    () -> plan.jvp(new double[] {0.5}, new double[] {1}),
                    () -> plan.vjp(new double[] {0.5}, new double[] {1}),
                    () -> plan.into(new double[] {0.5}, new double[2]),
                    () -> plan.rows(0).at(0.5),
                    () -> plan.hessian().at(0.5))) {
                assertTrue(assertThrows(GraphException.class, call::run)
                        .getMessage()
                        .contains(" > 1, which does not hold here (left 0.5, right 1.0)"));
            }
            assertEquals(
                    why, assertThrows(GraphException.class, () -> plan.at(0.5)).getMessage());
            assertEquals(
                    "point 2: " + why,
                    assertThrows(GraphException.class, () -> plan.batch(new double[][] {{2}, {3}, {0.5}, {0.1}}))
                            .getMessage());
            assertThrows(GraphException.class, () -> plan.at(Double.NaN));
            assertEquals(2, plan.resultSize());
            assertArrayEquals(
                    new double[] {4, 6}, plan.batch(new double[][] {{2}, {3}}).entry(0, 0));
            double[] results = new double[4];
            plan.batch(2, Layout.COLUMNS, new double[] {2, 3}, results);
            assertArrayEquals(new double[] {4, 9, 4, 6}, results);
        });
    }

    @Test
    void theConditionsOfAFloat32PlanAreThoseOfThePointItself() {
        double above = Math.nextUp(1.0);
        assertEquals(
                (float) (2 * above),
                Jacobians.float32(kink.graph(1), Orders.forward(kink.graph(1)))
                        .at(above)
                        .matrix()[0][0]);
    }

    @Test
    void theHessianPicksThePathToo() {
        Piecewise function = new Piecewise()
                .piece(Trace.of((x, y) -> x * x * y), between(1, Relation.GT, 2), when(1, Relation.LT, 100))
                .piece(Trace.of((x, y) -> Math.exp(y)), between(1, Relation.NOT_GT, 2))
                .piece(Trace.of((x, y) -> x * y), between(1, Relation.GT, 2), when(1, Relation.NOT_LT, 100));
        JacobianPlan plan = compiled(function.graph(0));
        JacobianPlan hessian = plan.hessian();
        assertArrayEquals(new double[][] {{2, 6}, {6, 0}}, hessian.at(3, 1).matrix());
        assertArrayEquals(
                new double[][] {{0, 0}, {0, Math.exp(4)}}, hessian.at(3, 4).matrix());
        assertArrayEquals(new double[][] {{0, 1}, {1, 0}}, hessian.at(200, 4).matrix());
        assertArrayEquals(
                new double[] {6, 0, 1},
                hessian.batch(new double[][] {{3, 1}, {3, 4}, {200, 4}}).entry(0, 1));
        assertEquals(
                List.of(2, 1, 2),
                plan.derivativeGraph().origin().orElseThrow().paths().stream()
                        .map(path -> path.graph().conditions().size())
                        .toList());
        assertSame(plan.derivativeGraph(), plan.derivativeGraph());
        assertArrayEquals(
                new double[] {0, Math.exp(4)},
                plan.derivativeGraph().origin().orElseThrow().call(3, 4));
        // third derivatives
        assertEquals(2, hessian.hessian().at(3, 1).matrix()[1][0]);
        assertEquals(Math.exp(4), hessian.hessian().at(3, 4).matrix()[3][1]);
    }

    @Test
    void graphsAreRememberedWithTheFunctionTheyComeFrom() {
        Piecewise other = new Piecewise()
                .piece(Trace.of(x -> x * x).named("kink"), when(1, Relation.GT, 1))
                .piece(Trace.of(x -> 5 * x).named("kink"), when(1, Relation.NOT_GT, 1));
        assertSame(Jacobians.of(kink.graph(0)), Jacobians.of(kink.graph(0)));
        assertEquals(3, Jacobians.of(kink.graph(0)).at(0).matrix()[0][0]);
        assertEquals(5, Jacobians.of(other.graph(0)).at(0).matrix()[0][0]);
        assertThrows(
                GraphException.class, () -> Jacobians.of(alone(kink.graph(0))).at(0));
        Graph straight = Trace.of(x -> x * x);
        assertSame(
                Jacobians.of(new Piecewise().piece(straight).graph(0)),
                Jacobians.of(new Piecewise().piece(straight).graph(0)));
    }

    @Test
    void pathsWithOtherNumbersOfOutputsAreRefused() {
        Piecewise uneven = new Piecewise()
                .piece(Trace.of(x -> x * x).named("uneven"), when(1, Relation.GT, 1))
                .piece(Trace.of((double x) -> new double[] {x, x}).named("uneven"), when(1, Relation.NOT_GT, 1));
        assertEquals(
                "the path of uneven takes 1 numbers to 2, that of its graph 1 to 1; a Jacobian has one size",
                assertThrows(
                                GraphException.class,
                                () -> compiled(uneven.graph(0)).at(0))
                        .getMessage());
    }

    @Test
    void manyThreadsShareThePathsOfAPlan() {
        Piecewise table = table(20);
        JacobianPlan plan = compiled(table.graph(0));
        assertTrue(IntStream.range(0, 4000)
                .parallel()
                .allMatch(k -> plan.at(k % 20 + 0.5).matrix()[0][0] == 2 * (k % 20 + 0.5) * (k % 20 + 0.5)));
        assertTrue(table.followed() >= 19);
    }

    @Test
    void graphsWithoutConditionsPayNothing() {
        Graph straight = Trace.of(x -> x * x);
        assertTrue(Jacobians.of(straight, Orders.reverse(straight)) instanceof StraightPlan);
    }
}
