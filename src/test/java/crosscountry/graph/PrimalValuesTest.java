package crosscountry.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PrimalValuesTest {
    @TestFactory
    Stream<DynamicTest> everyTaskHasTheValuesOfTheReferencePoints() {
        return Reference.TASKS.stream()
                .map(task -> DynamicTest.dynamicTest(task, () -> {
                    Graph graph = Reference.graph(task);
                    for (JsonNode point :
                            Reference.json("graphs/" + task + ".json").get("points")) {
                        List<Tensor> outputs = PrimalValues.of(graph, Reference.inputs(graph, point))
                                .outputs();
                        for (int k = 0; k < outputs.size(); k++) {
                            double[] expected =
                                    Reference.numbers(point.get("outputs").get(k));
                            for (int entry = 0; entry < expected.length; entry++) {
                                if (!Double.isNaN(expected[entry])) {
                                    double tolerance = 1e-9 * Math.max(1, Math.abs(expected[entry]));
                                    assertEquals(
                                            expected[entry],
                                            outputs.get(k).data()[entry],
                                            tolerance,
                                            task + " output " + k);
                                }
                            }
                        }
                    }
                }));
    }

    private static double[] value(Primitive primitive, Params params, Tensor... operands) {
        List<Input> inputs = new ArrayList<>();
        List<Operand> refs = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        for (Tensor operand : operands) {
            inputs.add(new Input(inputs.size() + 1, "x", operand.shape()));
            refs.add(new Operand.Ref(inputs.size()));
            shapes.add(operand.shape());
        }
        Shape shape = ShapeRules.result(primitive, params, shapes);
        Vertex vertex = new Vertex(1, inputs.size() + 1, primitive, params, refs, shape, Optional.empty());
        Graph graph =
                new Graph("one", inputs, List.of(vertex), List.of(new Operand.Ref(vertex.id())), Optional.empty());
        return PrimalValues.of(graph, List.of(operands)).outputs().get(0).data();
    }

    private final Tensor matrix = new Tensor(Shape.of(2, 3), new double[] {1, 2, 3, 4, 5, 6});

    @Test
    void operationsThatMoveEntriesMoveThem() {
        assertArrayEquals(
                new double[] {1, 4, 2, 5, 3, 6},
                value(Primitive.TRANSPOSE, new Params.Permutation(List.of(1, 0)), matrix));
        assertArrayEquals(
                new double[] {3, 6},
                value(Primitive.SLICE, new Params.Slice(List.of(0, 2), List.of(2, 3), List.of(1, 1)), matrix));
        assertArrayEquals(
                new double[] {1, 3},
                value(Primitive.SLICE, new Params.Slice(List.of(0, 0), List.of(1, 3), List.of(1, 2)), matrix));
        assertArrayEquals(
                new double[] {5, 6},
                value(
                        Primitive.DYNAMIC_SLICE,
                        new Params.DynamicSlice(List.of(1, 2)),
                        matrix,
                        Tensor.scalar(1),
                        Tensor.scalar(7)));
        assertArrayEquals(
                new double[] {1, 2, 1, 2, 1, 2},
                value(
                        Primitive.BROADCAST_IN_DIM,
                        new Params.Broadcast(Shape.of(3, 2), List.of(1)),
                        Tensor.vector(1, 2)));
        assertArrayEquals(new double[] {0, 0, 1, 1}, value(Primitive.IOTA, new Params.Iota(Shape.of(2, 2), 0)));
        assertArrayEquals(
                new double[] {1, 2, 3, 1, 4, 5, 6, 4},
                value(
                        Primitive.CONCATENATE,
                        new Params.Concatenate(1),
                        matrix,
                        new Tensor(Shape.of(2, 1), new double[] {1, 4})));
    }

    @Test
    void reductionsAndProductsSumOverTheirAxes() {
        assertArrayEquals(new double[] {5, 7, 9}, value(Primitive.REDUCE_SUM, new Params.Axes(List.of(0)), matrix));
        assertArrayEquals(new double[] {3, 6}, value(Primitive.REDUCE_MAX, new Params.Axes(List.of(1)), matrix));
        assertArrayEquals(new double[] {1}, value(Primitive.REDUCE_MIN, new Params.Axes(List.of(0, 1)), matrix));
        Params product = new Params.DotGeneral(List.of(1), List.of(1), List.of(), List.of());
        assertArrayEquals(new double[] {14, 32, 32, 77}, value(Primitive.DOT_GENERAL, product, matrix, matrix));
        Params batched = new Params.DotGeneral(List.of(1), List.of(1), List.of(0), List.of(0));
        assertArrayEquals(new double[] {14, 77}, value(Primitive.DOT_GENERAL, batched, matrix, matrix));
    }

    @Test
    void axesOfExtentOneSpread() {
        Tensor column = new Tensor(Shape.of(2, 1), new double[] {10, 20});
        assertArrayEquals(new double[] {11, 12, 13, 24, 25, 26}, value(Primitive.ADD, Params.NONE, matrix, column));
    }

    @Test
    void aValueOfTheWrongShapeIsNamed() {
        Graph simple = Reference.graph("Simple");
        String message = assertThrows(
                        GraphException.class,
                        () -> PrimalValues.of(simple, List.of(Tensor.scalar(1), Tensor.vector(1, 2))))
                .getMessage();
        assertEquals("input 2 (x2) of Simple has shape [], got a value of shape [2]", message);
    }
}
