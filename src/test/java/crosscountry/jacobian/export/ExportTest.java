package crosscountry.jacobian.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import crosscountry.Piecewise;
import crosscountry.elimination.Order;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Reference;
import crosscountry.graph.Relation;
import crosscountry.graph.Shape;
import crosscountry.graph.Vertex;
import crosscountry.jacobian.JacobianBatch;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.jacobian.Jacobians;
import crosscountry.trace.Trace;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Derivative code for people, and arrays for other libraries. */
class ExportTest {
    private static Class<?> compiled(String type, String source, Path folder) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + type + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignored) {
                        return source;
                    }
                };
        // an empty class path: the source must stand alone
        boolean fine = compiler.getTask(
                        messages,
                        null,
                        null,
                        List.of("-d", folder.toString(), "-cp", folder.toString(), "-Xlint:all", "-proc:none"),
                        null,
                        List.of(file))
                .call();
        assertTrue(fine, () -> messages + source);
        return Class.forName(
                type, true, new URLClassLoader(new URL[] {folder.toUri().toURL()}, null));
    }

    /** Where what is expected leaves the reals, other roundings need not. */
    private static void same(double expected, double actual, double tolerance, String place) {
        if (Double.isInfinite(expected)) {
            assertEquals(expected, actual, place);
        } else if (!Double.isNaN(expected)) {
            assertEquals(expected, actual, tolerance, place);
        }
    }

    @TestFactory
    Stream<DynamicTest> exportedJavaCompilesAloneAndAgreesWithTheReference(@TempDir Path folder) {
        return Reference.TASKS.stream()
                .map(task -> DynamicTest.dynamicTest(task, () -> {
                    Graph graph = Reference.graph(task);
                    String type = JavaSource.className(task);
                    JacobianPlan interpreted = Jacobians.interpreted(graph, Orders.reverse(graph));
                    Method evaluate = compiled(type, JavaSource.of(interpreted, type), folder)
                            .getMethod("evaluate", double[].class, double[].class, double[][].class);
                    for (JsonNode point :
                            Reference.json("graphs/" + task + ".json").get("points")) {
                        double[] x = Reference.flat(graph, point);
                        double[] flat = Reference.numbers(point.get("jacobian"));
                        double[] y = new double[flat.length / x.length];
                        double[][] jacobian = new double[y.length][x.length];
                        evaluate.invoke(null, x, y, jacobian);
                        List<Double> values = new ArrayList<>();
                        point.get("outputs")
                                .forEach(output ->
                                        Arrays.stream(Reference.numbers(output)).forEach(values::add));
                        double[][] plan = interpreted.at(x).matrix();
                        for (int row = 0; row < y.length; row++) {
                            double[] expected = Arrays.copyOfRange(flat, row * x.length, (row + 1) * x.length);
                            double scale = 1
                                    + Arrays.stream(expected)
                                            .filter(Double::isFinite)
                                            .map(Math::abs)
                                            .max()
                                            .orElse(0);
                            same(values.get(row), y[row], 1e-9 * (1 + Math.abs(values.get(row))), "output " + row);
                            for (int column = 0; column < x.length; column++) {
                                same(expected[column], jacobian[row][column], 1e-9 * scale, row + ", " + column);
                                same(plan[row][column], jacobian[row][column], 1e-12 * scale, row + ", " + column);
                            }
                        }
                    }
                }));
    }

    /** Erf stands in the source as a series; a library has it here. */
    @Test
    void exportedJavaIsTheInterpreterToTheLastBitAtTheEdges(@TempDir Path folder) throws Exception {
        List<Vertex> vertices = new ArrayList<>();
        for (Primitive primitive : Primitive.values()) {
            for (int n : !primitive.isElementwise() || primitive == Primitive.ERF
                    ? new int[0]
                    : primitive == Primitive.INTEGER_POW ? new int[] {-2, 0, 1, 2, 3, 17} : new int[1]) {
                List<Operand> operands = primitive.isBinary()
                        ? List.of(new Operand.Ref(1), new Operand.Ref(2))
                        : List.of(new Operand.Ref(1));
                Params params = primitive == Primitive.INTEGER_POW ? new Params.IntegerPow(n) : Params.NONE;
                vertices.add(new Vertex(
                        vertices.size() + 1,
                        vertices.size() + 3,
                        primitive,
                        params,
                        operands,
                        Shape.SCALAR,
                        Optional.empty()));
            }
        }
        Graph graph = new Graph(
                "All",
                List.of(new Input(1, "x", Shape.SCALAR), new Input(2, "y", Shape.SCALAR)),
                vertices,
                vertices.stream()
                        .<Operand>map(vertex -> new Operand.Ref(vertex.id()))
                        .toList(),
                Optional.empty());
        JacobianPlan plan = Jacobians.interpreted(graph, Orders.forward(graph));
        Method evaluate = compiled("All", JavaSource.of(plan, "All"), folder)
                .getMethod("evaluate", double[].class, double[].class, double[][].class);
        double[] edges = {
            0,
            -0.0,
            5e-324,
            -1e-310,
            1e-300,
            1e-160,
            -0.3,
            0.25,
            1,
            -1,
            2.5,
            -3,
            40,
            700,
            -745,
            1e160,
            -1e300,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN
        };
        for (double a : edges) {
            for (double b : edges) {
                double[] y = new double[vertices.size()];
                double[][] jacobian = new double[y.length][2];
                evaluate.invoke(null, new double[] {a, b}, y, jacobian);
                var expected = plan.at(a, b);
                for (int row = 0; row < y.length; row++) {
                    String place = vertices.get(row).primitive() + " at " + a + ", " + b;
                    assertEquals(expected.outputs()[row], y[row], place);
                    assertArrayEquals(expected.matrix()[row], jacobian[row], place);
                }
            }
        }
    }

    @Test
    void exportedJavaSaysWhichVertexMadeWhat() {
        String source = JavaSource.of(Jacobians.interpreted(Reference.graph("Simple"), Order.of(2, 1)), "Simple");
        assertTrue(
                source.contains("// the function")
                        && source.contains("// eliminating vertex 2 (sin)")
                        && source.contains("// eliminating vertex 1 (mul)"),
                source);
    }

    /** A name from a user's file must not become code. */
    @Test
    void namesThatAreNoIdentifiersStayOutOfTheSource(@TempDir Path folder) throws Exception {
        Graph simple = Reference.graph("Simple");
        Graph odd = new Graph(
                "*/ evil \\u0022",
                List.of(new Input(1, "a; System.exit(1)", Shape.SCALAR), new Input(2, "class", Shape.SCALAR)),
                simple.vertices(),
                simple.outputs(),
                simple.edges());
        String source = JavaSource.of(Jacobians.interpreted(odd, Order.of(2, 1)), JavaSource.className(odd.name()));
        compiled(JavaSource.className(odd.name()), source, folder);
        assertTrue(!source.contains("exit") && !source.contains("evil \\"), source);
        assertEquals(
                "\"a b\" is no name for a Java class",
                assertThrows(
                                GraphException.class,
                                () -> JavaSource.of(Jacobians.interpreted(odd, Order.of(2, 1)), "a b"))
                        .getMessage());
    }

    /** x > 1 and (int) y == 3 and not y / x < 0.5, for the product of both. */
    private static Graph decided() {
        Graph body = Trace.of((x, y) -> {
                    double quotient = y / x;
                    return x * y;
                })
                .named("decided");
        return new Piecewise()
                .piece(
                        body,
                        Piecewise.when(1, Relation.GT, 1),
                        Piecewise.when(2, Relation.AS_INT, 3),
                        Piecewise.when(3, Relation.NOT_LT, 0.5))
                .graph(0);
    }

    @Test
    void exportedJavaRefusesPointsOnOtherPaths(@TempDir Path folder) throws Exception {
        Graph graph = decided();
        String source = JavaSource.of(Jacobians.interpreted(graph, Orders.reverse(graph)), "Decided");
        Method evaluate = compiled("Decided", source, folder)
                .getMethod("evaluate", double[].class, double[].class, double[][].class);
        double[] y = new double[1];
        double[][] j = new double[1][2];
        evaluate.invoke(null, new double[] {2, 3.5}, y, j);
        assertArrayEquals(new double[] {7}, y);
        assertArrayEquals(new double[] {3.5, 2}, j[0]);
        assertEquals(
                "this derivative holds where x0 > 1.0, not here: left 0.5, right 1.0", refusal(evaluate, 0.5, 3.5));
        assertEquals(
                "this derivative holds where x1 as int 3.0, not here: left 4.0, right 3.0", refusal(evaluate, 2, 4));
        assertEquals(
                "this derivative holds where v1 not < 0.5, not here: left 0.30000000000000004, right 0.5",
                refusal(evaluate, 10, 3.0000000000000004));
        assertTrue(refusal(evaluate, Double.NaN, 3.5).contains("left NaN"));
        assertTrue(source.contains("decides by its numbers"));
    }

    private static String refusal(Method evaluate, double... x) {
        double[] y = {77};
        Throwable cause = assertThrows(
                        java.lang.reflect.InvocationTargetException.class,
                        () -> evaluate.invoke(null, x, y, new double[1][2]))
                .getCause();
        assertEquals(IllegalArgumentException.class, cause.getClass());
        assertEquals(77, y[0]);
        return cause.getMessage();
    }

    /** A program of several methods, whose last one compares what the first one made. */
    @Test
    void exportedJavaOfALargePathChecksItToo(@TempDir Path folder) throws Exception {
        Graph body = Trace.of(
                (double[] x) -> {
                    double[] y = new double[3000];
                    for (int k = 0; k < y.length; k++) {
                        y[k] = Math.sin(x[0] * (k + 1)) * x[1];
                    }
                    return y;
                },
                2);
        Graph graph = new Piecewise()
                .piece(body, Piecewise.when(2, Relation.GT, 1), Piecewise.when(3, Relation.LT, 100))
                .graph(0);
        String source = JavaSource.of(Jacobians.interpreted(graph, Orders.reverse(graph)), "Large");
        assertTrue(source.contains("part3("), "several methods");
        Method evaluate = compiled("Large", source, folder)
                .getMethod("evaluate", double[].class, double[].class, double[][].class);
        double[] y = new double[3000];
        evaluate.invoke(null, new double[] {0.1, 2}, y, new double[3000][2]);
        assertEquals(2 * Math.sin(0.1 * 3000), y[2999], 1e-12);
        assertTrue(assertThrows(
                        java.lang.reflect.InvocationTargetException.class,
                        () -> evaluate.invoke(null, new double[] {101, 2}, y, new double[3000][2]))
                .getCause()
                .getMessage()
                .contains("left 101.0, right 100.0"));
    }

    @Test
    void formulasSayWhereTheyHold() {
        Graph graph = decided();
        String x = Latex.of(Jacobians.interpreted(graph, Orders.reverse(graph)));
        assertTrue(
                x.contains("v_{1} &= \\frac{")
                        && x.contains("& \\text{where } ")
                        && x.contains(" > 1 \\\\\n& \\text{and } ")
                        && x.endsWith("& \\text{and } v_{1} \\not< 0.5\n\\end{align*}"),
                x);
    }

    @Test
    void aSmallPlanIsReadableAsFormulas() {
        Graph graph = Trace.of((x, y) -> Math.sin(x * y) / x);
        String latex = Latex.of(Jacobians.interpreted(graph, Orders.reverse(graph)));
        assertTrue(
                latex.startsWith("\\begin{align*}")
                        && latex.contains("\\sin\\left(v_{1}\\right)")
                        && latex.contains("\\frac{\\partial y_{1}}"),
                latex);
        Graph large = Reference.graph("RoeFlux_1d");
        assertTrue(assertThrows(
                        GraphException.class, () -> Latex.of(Jacobians.interpreted(large, Orders.reverse(large))))
                .getMessage()
                .endsWith("choose some rows or columns, or write Java"));
    }

    @Test
    void resultsBecomeArraysOfNd4j() {
        Graph graph = Reference.graph("CloudSchemes_step");
        JacobianPlan plan = Jacobians.of(graph, Orders.reverse(graph));
        double[] x = Reference.flat(
                graph,
                Reference.json("graphs/CloudSchemes_step.json").get("points").get(0));
        double[][] expected = plan.at(x).matrix();
        INDArray one = Nd4jArrays.of(plan.at(x));
        assertTrue(Arrays.deepEquals(expected, one.toDoubleMatrix()));
        assertEquals(DataType.FLOAT, Nd4jArrays.float32(plan.at(x)).dataType());
        double[] other = x.clone();
        other[0] *= 1.01;
        JacobianBatch batch = plan.batch(new double[][] {x, other, x});
        INDArray all = Nd4jArrays.matrices(batch);
        assertArrayEquals(new long[] {3, expected.length, x.length}, all.shape());
        assertTrue(Arrays.deepEquals(plan.at(other).matrix(), all.slice(1).toDoubleMatrix()));
        assertArrayEquals(
                plan.at(x).outputs(), Nd4jArrays.outputs(batch).getRow(2).toDoubleVector());
    }
}
