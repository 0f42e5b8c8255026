package crosscountry.jacobian.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import crosscountry.RandomGraphs;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Reference;
import crosscountry.jacobian.JacobianTest;
import crosscountry.jacobian.Jacobians;
import crosscountry.jacobian.Layout;
import crosscountry.jacobian.code.BackEnd;
import crosscountry.jacobian.code.Precision;
import crosscountry.jacobian.code.VectorProgram;
import crosscountry.jacobian.code.Vectors;
import crosscountry.jacobian.program.Program;
import crosscountry.trace.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every way to compute a batch gives what one point at a time gives; vector code where this JVM has the module. */
public class BackEndsTest {
    /** Larger programs are compared in other orders: in the interpreter, vector operations take their time. */
    private static final int MOST_NODES = 25_000;

    static List<PointRange> backEnds(Program program, Precision precision) {
        List<PointRange> ways = new ArrayList<>();
        ways.add(new OneByOne(precision, BackEnd.compiler(precision).executor().apply(program)));
        if (Vectors.lanes(precision) > 1) {
            ways.add(new VectorRange(program, precision, VectorProgram.generated(program, precision)));
            ways.add(new VectorRange(program, precision, VectorProgram.tape(program, precision)));
        }
        return ways;
    }

    /** Results point by point of every back end, from columns. */
    public static List<double[][]> results(Program program, Precision precision, double[][] points) {
        return backEnds(program, precision).stream()
                .map(way -> results(way, program, precision, Layout.COLUMNS, points))
                .toList();
    }

    /** Results point by point, whatever the layout. */
    static double[][] results(PointRange way, Program program, Precision precision, Layout layout, double[][] points) {
        int n = points.length;
        Object xs = precision.newArray(n * program.inputs());
        Object all = precision.newArray(n * program.results());
        double[] flat = Stream.of(points).flatMapToDouble(Arrays::stream).toArray();
        for (int k = 0; k < flat.length; k++) {
            int at = layout == Layout.POINTS ? k : k % program.inputs() * n + k / program.inputs();
            java.lang.reflect.Array.set(
                    xs, at, precision == Precision.FLOAT64 ? (Object) flat[k] : (Object) (float) flat[k]);
        }
        way.run(0, n, grid(layout, xs, n, program.inputs()), grid(layout, all, n, program.results()));
        double[][] results = new double[n][program.results()];
        for (int point = 0; point < n; point++) {
            for (int k = 0; k < program.results(); k++) {
                int at = layout == Layout.POINTS ? point * program.results() + k : k * n + point;
                results[point][k] = ((Number) java.lang.reflect.Array.get(all, at)).doubleValue();
            }
        }
        return results;
    }

    private static Grid grid(Layout layout, Object array, int points, int numbers) {
        return layout == Layout.POINTS ? Grid.rows(array, numbers) : Grid.columns(array, points, numbers);
    }

    @TestFactory
    Stream<DynamicTest> everyTaskHasTheReferenceJacobiansInEveryOrderTypeAndBackEnd() {
        return Reference.TASKS.stream()
                .map(task -> DynamicTest.dynamicTest(task, () -> {
                    Graph graph = Reference.graph(task);
                    List<double[]> at = new ArrayList<>();
                    List<double[]> expected = new ArrayList<>();
                    for (JsonNode point :
                            Reference.json("graphs/" + task + ".json").get("points")) {
                        at.add(Reference.inputs(graph, point).stream()
                                .flatMapToDouble(t -> Arrays.stream(t.data()))
                                .toArray());
                        expected.add(Reference.numbers(point.get("jacobian")));
                    }
                    double[][] points = new double[35][]; // four registers of eight and a ragged end
                    Arrays.setAll(points, k -> at.get(k % at.size()));
                    for (Order order : JacobianTest.orders(graph)) {
                        Program program = Program.of(graph, order);
                        for (Precision precision :
                                program.nodes().size() > MOST_NODES ? new Precision[0] : Precision.values()) {
                            for (PointRange way : backEnds(program, precision)) {
                                for (Layout layout : Layout.values()) {
                                    double[][] results = results(way, program, precision, layout, points);
                                    for (int k = 0; k < points.length; k++) {
                                        if (precision == Precision.FLOAT64
                                                || JacobianTest.fitsFloat32(program, points[k])) {
                                            compare(
                                                    program,
                                                    expected.get(k % at.size()),
                                                    results[k],
                                                    precision == Precision.FLOAT64 ? 1e-10 : 2e-3);
                                        }
                                    }
                                }
                            }
                        }
                    }
                }));
    }

    /** Within a part of the largest entry: cancellation leaves small entries with the rounding of large ones. */
    private static void compare(Program program, double[] expected, double[] results, double tolerance) {
        double scale = Arrays.stream(expected)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        int place = program.outputs().size();
        for (Program.Entry entry : program.entries()) {
            double want = expected[entry.row() * program.inputs() + entry.column()];
            double is = results[place++];
            if (!Double.isNaN(want) && !(tolerance > 1e-6 && Double.isNaN(is))) {
                assertEquals(want, is, tolerance * Math.max(1, scale), "entry " + entry.row() + ", " + entry.column());
            }
        }
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return RandomGraphs.any(12);
    }

    @Property(tries = 60)
    void tenOrdersOfARandomFunctionGiveOneJacobianAloneAndInABatch(@ForAll("graphs") Graph graph, @ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>(Orders.forward(graph).vertices());
        Program first = Program.of(graph, new Order(order));
        double[][] points = new double[11][];
        Arrays.setAll(points, k -> random.doubles(first.inputs(), 0.2, 0.9).toArray());
        boolean tame = Stream.of(points)
                .flatMapToDouble(x -> Arrays.stream(first.evaluate(x)))
                .allMatch(v -> Math.abs(v) < 1e4);
        net.jqwik.api.Assume.that(tame); // what is left of larger values after cancellation differs between orders
        double[][] expected = dense(
                first,
                results(backEnds(first, Precision.FLOAT64).get(0), first, Precision.FLOAT64, Layout.POINTS, points));
        for (int k = 0; k < 10; k++) {
            Collections.shuffle(order, random);
            Program program = Program.of(graph, new Order(order));
            for (PointRange way : backEnds(program, Precision.FLOAT64)) {
                double[][] actual = dense(program, results(way, program, Precision.FLOAT64, Layout.COLUMNS, points));
                for (int point = 0; point < points.length; point++) {
                    double scale =
                            Arrays.stream(expected[point]).map(Math::abs).max().orElse(0);
                    for (int entry = 0; entry < expected[point].length; entry++) {
                        assertEquals(
                                expected[point][entry], actual[point][entry], 1e-9 * (1 + scale), "entry " + entry);
                    }
                }
            }
        }
    }

    private static double[][] dense(Program program, double[][] results) {
        return Stream.of(results)
                .map(result -> {
                    double[] dense = new double[program.outputs().size() * program.inputs()];
                    int place = program.outputs().size();
                    for (Program.Entry entry : program.entries()) {
                        dense[entry.row() * program.inputs() + entry.column()] = result[place++];
                    }
                    return dense;
                })
                .toArray(double[][]::new);
    }

    /** Arithmetic alone is the same to the last bit in every back end; functions may differ in it. */
    @Test
    void notANumberAndInfinityGoTheSameWayInEveryBackEnd() {
        double[] special = {
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -0.0, 1, -2, 1e-320, 1e300
        };
        double[][] points = new double[special.length * special.length][];
        Arrays.setAll(points, k -> new double[] {special[k / special.length], special[k % special.length]});
        Graph graph = Trace.of((double x, double y) -> {
            double a = x / y - x * y;
            return Math.max(a, y) + Math.abs(x) * Math.sqrt(y) + Math.min(x, -y) / (x - y) + x * x * x;
        });
        Program program = Program.of(graph, Orders.markowitz(graph, CostModel.ALGEBRA));
        for (PointRange way : backEnds(program, Precision.FLOAT64)) {
            double[][] results = results(way, program, Precision.FLOAT64, Layout.COLUMNS, points);
            for (int k = 0; k < points.length; k++) {
                double[] values = program.evaluate(points[k]);
                assertEquals(values[program.outputs().get(0)], results[k][0], "value at " + Arrays.toString(points[k]));
                int place = 1;
                for (Program.Entry entry : program.entries()) {
                    assertEquals(values[entry.node()], results[k][place++], "entry at " + Arrays.toString(points[k]));
                }
            }
        }
    }

    @Test
    void aStructuralZeroIsZeroAndAFactorOfZeroIsNot() {
        Graph graph = Trace.of((double x, double y) -> new double[] {0 * x, y});
        double[][] matrix = Jacobians.of(graph, Orders.forward(graph))
                .at(Double.NaN, Double.NaN)
                .matrix();
        assertEquals(0, matrix[0][1]); // y is not on any path
        assertEquals(0, matrix[0][0]); // the partial of 0 x is the literal 0
        assertTrue(Double.isNaN(
                Jacobians.of(graph, Orders.forward(graph)).at(Double.NaN, 1).outputs()[0]));
    }
}
