package crosscountry.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.GraphJson;
import crosscountry.graph.PrimalValues;
import crosscountry.graph.Shape;
import crosscountry.graph.Tensor;
import crosscountry.jacobian.Jacobians;
import java.util.List;
import org.junit.jupiter.api.Test;

class VarTest {
    private static final Tensor MATRIX = new Tensor(Shape.of(2, 3), new double[] {1, 2, 3, 4, 5, 6});

    private static List<String> primitives(Graph graph) {
        return graph.vertices().stream()
                .map(vertex -> vertex.primitive().label())
                .toList();
    }

    private static double[] value(TensorFunction function, Tensor... at) {
        Graph graph = Trace.of("f", List.of(at).stream().map(Tensor::shape).toList(), function);
        assertEquals(
                GraphJson.write(graph),
                GraphJson.write(GraphJson.read(GraphJson.write(graph), "f")),
                "a traced graph survives its file");
        return PrimalValues.of(graph, List.of(at)).outputs().get(0).data();
    }

    static Var quadratic(Var x, Var a) {
        Var image = a.dot(x);
        return x.dot(image);
    }

    @Test
    void aMethodIsTracedWithItsNamesAndLines() {
        Graph graph = Trace.ofTensors(VarTest.class, "quadratic", Shape.of(2), Shape.of(2, 2));
        assertEquals(List.of("dot_general", "dot_general"), primitives(graph));
        assertEquals(
                List.of("x", "a"),
                graph.inputs().stream().map(input -> input.name()).toList());
        int line = graph.vertices().get(0).source().orElseThrow().line();
        assertEquals(
                "quadratic:" + (line + 1),
                graph.vertices().get(1).source().orElseThrow().toString());
        // d(x'Ax)/dx = (A + A')x, d/dA = xx'
        double[] row = Jacobians.of(graph, Orders.reverse(graph))
                .at(2, 3, 1, 10, 100, 1000)
                .matrix()[0];
        assertArrayEquals(new double[] {2 * 2 + 110 * 3, 110 * 2 + 2000 * 3, 4, 6, 6, 9}, row, 1e-12);
    }

    @Test
    void shapesStretchAsInNumPy() {
        Tensor row = Tensor.vector(10, 20, 30);
        assertArrayEquals(new double[] {11, 22, 33, 14, 25, 36}, value(x -> x[0].plus(x[1]), MATRIX, row));
        assertArrayEquals(new double[] {-9, -18, -27, -6, -15, -24}, value(x -> x[0].minus(x[1]), MATRIX, row));
        assertArrayEquals(new double[] {9, 18, 27, 6, 15, 24}, value(x -> x[1].minus(x[0]), MATRIX, row));
        assertArrayEquals(
                new double[] {2, 4, 6, 8, 10, 12}, value(x -> Var.of(2).times(x[0]), MATRIX));
        assertArrayEquals(new double[] {2, 3, 4, 5, 6, 7}, value(x -> x[0].plus(x[1]), MATRIX, Tensor.scalar(1)));
    }

    @Test
    void roundingLogarithmsAndRemaindersGoEntryByEntry() {
        Tensor row = Tensor.vector(-2.5, 0.3, 8);
        assertArrayEquals(new double[] {-3, 0, 8}, value(x -> x[0].floor(), row));
        assertArrayEquals(new double[] {-2, 1, 8}, value(x -> x[0].ceil(), row));
        assertArrayEquals(new double[] {-2, 0, 8}, value(x -> x[0].rint(), row), 0);
        assertArrayEquals(new double[] {-2, 0, 8}, value(x -> x[0].trunc(), row), 0);
        assertArrayEquals(new double[] {-0.5, 0.3, 0}, value(x -> x[0].rem(Var.of(2)), row), 1e-15);
        assertArrayEquals(new double[] {2.5, -0.3, 8}, value(x -> x[0].copySign(x[1]), row, Tensor.vector(1, -1, 2)));
        assertArrayEquals(
                new double[] {5, 5, 13},
                value(x -> x[0].hypot(x[1]), Tensor.vector(3, -4, 5), Tensor.vector(4, 3, -12)));
        assertArrayEquals(new double[] {0, 3, -1}, value(x -> x[0].log2(), Tensor.vector(1, 8, 0.5)));
        assertArrayEquals(new double[] {0, 2, -1}, value(x -> x[0].log10(), Tensor.vector(1, 100, 0.1)), 1e-15);
    }

    @Test
    void reductionsSlicesAndMovesHaveNumPysValues() {
        assertArrayEquals(new double[] {21}, value(x -> x[0].sum(), MATRIX));
        assertArrayEquals(new double[] {5, 7, 9}, value(x -> x[0].sum(0), MATRIX));
        assertArrayEquals(new double[] {2, 5}, value(x -> x[0].mean(-1), MATRIX));
        assertArrayEquals(new double[] {3, 6}, value(x -> x[0].maxOver(1), MATRIX));
        assertArrayEquals(new double[] {1, 2, 3}, value(x -> x[0].minOver(0), MATRIX));
        assertArrayEquals(new double[] {4, 5, 6}, value(x -> x[0].get(1), MATRIX));
        assertArrayEquals(new double[] {2, 3, 5, 6}, value(x -> x[0].slice(1, 1, 3), MATRIX));
        assertArrayEquals(new double[] {1, 4, 2, 5, 3, 6}, value(x -> x[0].transpose(), MATRIX));
        assertArrayEquals(
                new double[] {1, 2, 3, 4, 5, 6, 0, 0, 0}, value(x -> Var.concat(0, x[0], Var.zeros(1, 3)), MATRIX));
        assertArrayEquals(
                new double[] {1, 1, 2, 2, 3, 3},
                value(x -> x[0].get(0).expand(1).broadcast(3, 2), MATRIX));
    }

    @Test
    void matrixProductsAreThoseOfLinearAlgebra() {
        Tensor vector = Tensor.vector(1, 10, 100);
        assertArrayEquals(new double[] {321, 654}, value(x -> x[0].dot(x[1]), MATRIX, vector));
        assertArrayEquals(new double[] {14, 32, 32, 77}, value(x -> x[0].dot(x[0].transpose()), MATRIX));
        assertArrayEquals(new double[] {14, 32, 32, 77}, value(x -> x[0].dot(x[0], 1, 1), MATRIX));
        assertArrayEquals(new double[] {10101}, value(x -> x[0].dot(x[0]), vector));
    }

    @Test
    void matricesSideBySideAreMultipliedOneByOne() {
        Tensor left = new Tensor(Shape.of(2, 1, 2), new double[] {1, 2, 3, 4});
        Tensor right = new Tensor(Shape.of(2, 2, 3), new double[] {1, 0, 2, 0, 1, 3, 1, 1, 1, 2, 2, 2});
        assertArrayEquals(new double[] {1, 2, 8, 11, 11, 11}, value(x -> x[0].matmul(x[1]), left, right));
        assertArrayEquals(new double[] {14, 32, 32, 77}, value(x -> x[0].matmul(x[0].transpose()), MATRIX));
        assertTrue(assertThrows(GraphException.class, () -> value(x -> x[0].matmul(x[1]), left, MATRIX))
                .getMessage()
                .contains("two values of equal rank"));
    }

    @Test
    void softmaxSumsToOneAndItsJacobianIsTheKnownOne() {
        Graph graph = Trace.of("softmax", List.of(Shape.of(3)), x -> x[0].softmax(0));
        var jacobian = Jacobians.of(graph, Orders.reverse(graph)).at(1, 2, 4);
        double total = Math.exp(1) + Math.exp(2) + Math.exp(4);
        double[] p = {Math.exp(1) / total, Math.exp(2) / total, Math.exp(4) / total};
        for (int i = 0; i < 3; i++) {
            assertEquals(p[i], jacobian.outputs()[i], 1e-15);
            for (int j = 0; j < 3; j++) {
                assertEquals(p[i] * ((i == j ? 1 : 0) - p[j]), jacobian.matrix()[i][j], 1e-15);
            }
        }
    }

    @Test
    void shapesThatDoNotFitAreNamedWithTheirPlace() {
        String message = assertThrows(
                        GraphException.class,
                        () -> Trace.of("f", List.of(Shape.of(2), Shape.of(3)), x -> x[0].plus(x[1])))
                .getMessage();
        assertTrue(message.matches("lambda:\\d+: add of shapes \\[2\\] and \\[3\\]: .*"), message);
        assertTrue(assertThrows(GraphException.class, () -> Trace.of("f", List.of(Shape.of(2)), x -> x[0].sum(1)))
                .getMessage()
                .contains("no axis 1 in shape [2]"));
        assertTrue(assertThrows(GraphException.class, () -> Trace.of("f", List.of(Shape.of(2)), x -> "text"))
                .getMessage()
                .contains("must return a Var"));
        assertTrue(assertThrows(GraphException.class, () -> Trace.ofTensors(VarTest.class, "quadratic", Shape.of(2)))
                .getMessage()
                .contains("one parameter of type Var for each of the 1 shapes"));
        Var[] stolen = new Var[1];
        Trace.of("f", List.of(Shape.of(2)), x -> stolen[0] = x[0].neg());
        assertTrue(assertThrows(
                        GraphException.class, () -> Trace.of("g", List.of(Shape.of(2)), x -> x[0].plus(stolen[0])))
                .getMessage()
                .contains("a value of another function"));
    }
}
