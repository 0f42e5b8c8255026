package crosscountry.jacobian.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.PrimitiveEdgesTest;
import crosscountry.graph.PrimitiveEdgesTest.Row;
import crosscountry.graph.Shape;
import crosscountry.graph.Vertex;
import crosscountry.jacobian.Layout;
import crosscountry.jacobian.code.Precision;
import crosscountry.jacobian.program.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every primitive with its partials, at the edges, in every way to compute it. */
class PrimitiveBackEndsTest {
    /** What vector code computes with the same operations as scalar code. */
    private static final Set<Primitive> SAME = Set.of(
            Primitive.NEG,
            Primitive.ABS,
            Primitive.SIGN,
            Primitive.SQUARE,
            Primitive.SQRT,
            Primitive.RSQRT,
            Primitive.ADD,
            Primitive.SUB,
            Primitive.MUL,
            Primitive.DIV,
            Primitive.MAX,
            Primitive.MIN,
            Primitive.EQ,
            Primitive.NE,
            Primitive.LT,
            Primitive.LE,
            Primitive.GT,
            Primitive.GE,
            Primitive.FLOOR,
            Primitive.CEIL,
            Primitive.RINT,
            Primitive.TRUNC,
            Primitive.REM,
            Primitive.COPYSIGN,
            Primitive.INVERSION,
            Primitive.LOG2);

    private record Case(Primitive primitive, Params params) {
        Graph graph() {
            List<Input> inputs = new ArrayList<>();
            for (int id = 1; id <= (primitive.isBinary() ? 2 : 1); id++) {
                inputs.add(new Input(id, "x" + id, Shape.SCALAR));
            }
            List<Operand> operands = inputs.stream()
                    .<Operand>map(input -> new Operand.Ref(input.id()))
                    .toList();
            int id = inputs.size() + 1;
            return new Graph(
                    primitive.label(),
                    inputs,
                    List.of(new Vertex(1, id, primitive, params, operands, Shape.SCALAR, Optional.empty())),
                    List.of(new Operand.Ref(id)),
                    Optional.empty());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyBackEndAgreesWithTheInterpreterAtTheEdges() {
        Map<Case, List<Row>> cases = new LinkedHashMap<>();
        PrimitiveEdgesTest.rows()
                .forEach(row -> cases.computeIfAbsent(new Case(row.primitive(), row.params()), key -> new ArrayList<>())
                        .add(row));
        return cases.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey().toString(), () -> {
                    Graph graph = entry.getKey().graph();
                    Program program = Program.of(graph, Orders.forward(graph));
                    double[][] points = entry.getValue().stream().map(Row::x).toArray(double[][]::new);
                    List<PointRange> ways = BackEndsTest.backEnds(program, Precision.FLOAT64);
                    for (PointRange way : ways) {
                        double[][] results =
                                BackEndsTest.results(way, program, Precision.FLOAT64, Layout.COLUMNS, points);
                        for (int k = 0; k < points.length; k++) {
                            compare(
                                    entry.getKey(),
                                    program,
                                    points[k],
                                    results[k],
                                    way == ways.get(0)
                                            || SAME.contains(entry.getKey().primitive()));
                        }
                    }
                }));
    }

    private static void compare(Case of, Program program, double[] x, double[] results, boolean toTheBit) {
        double[] values = program.evaluate(x);
        int[] nodes = IntStream.concat(
                        program.outputs().stream().mapToInt(k -> k),
                        program.entries().stream().mapToInt(Program.Entry::node))
                .toArray();
        for (int k = 0; k < nodes.length; k++) {
            double expected = values[nodes[k]];
            String place = of + ", result " + k + " at " + Arrays.toString(x);
            if (toTheBit) {
                assertEquals(expected, results[k], place);
            } else {
                assertTrue(
                        PrimitiveEdgesTest.ulps(expected, results[k]) <= 4,
                        place + ": " + results[k] + " instead of " + expected);
            }
        }
    }
}
