package crosscountry.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TracesTest {
    record Scale(double factor) {
        double of(double x) {
            return factor * x;
        }
    }

    record Pair(double first, double second) {}

    private static double product(double a, double b) {
        return a * b;
    }

    private static List<String> primitives(Graph graph) {
        return graph.vertices().stream().map(v -> v.primitive().label()).toList();
    }

    private static List<String> inputs(Graph graph) {
        return graph.inputs().stream().map(Input::name).toList();
    }

    @Test
    void aLambdaIsTracedWithItsParameterNames() {
        Graph graph = Trace.of((x, y) -> Math.sin(x) * y);
        assertEquals(List.of("x", "y"), inputs(graph));
        assertEquals(List.of("sin", "mul"), primitives(graph));
        assertEquals("lambda", graph.name());
    }

    @Test
    void capturedValuesAreLiterals() {
        double factor = Double.parseDouble("2.5");
        Graph graph = Trace.of(x -> factor * x);
        assertEquals(List.of("x"), inputs(graph));
        assertEquals(
                List.of(Operand.Literal.of(2.5), new Operand.Ref(1)),
                graph.vertex(1).operands());
    }

    @Test
    void methodReferencesAreTracedStaticBoundAndPrimitive() {
        assertEquals(List.of("mul"), primitives(Trace.of(TracesTest::product)));
        assertEquals(List.of("exp"), primitives(Trace.of(Math::exp)));
        assertEquals(List.of("a", "b"), inputs(Trace.of(TracesTest::product)));
    }

    @Test
    void aConstructorReferenceReturnsItsComponents() {
        Graph graph = Trace.of(Pair::new);
        assertEquals(List.of(new Operand.Ref(1), new Operand.Ref(2)), graph.outputs());
    }

    /** The distances that the loop compares are read by nothing: each keeps the edges of its own operands. */
    @Test
    void whatOnlyAConditionReadsHasItsOwnEdges() {
        Graph graph = Trace.of(TracesTest::root);
        assertFalse(graph.conditions().isEmpty());
        for (CostModel rules : List.of(CostModel.PUBLISHED, CostModel.ALGEBRA)) {
            Set<List<Integer>> edges = InitialEdges.of(graph, rules).stream()
                    .filter(edge -> edge.target() <= graph.vertices().size())
                    .map(edge -> List.of(edge.source(), graph.id(edge.target())))
                    .collect(Collectors.toSet());
            Set<List<Integer>> operands = graph.vertices().stream()
                    .flatMap(vertex -> vertex.operands().stream()
                            .filter(Operand.Ref.class::isInstance)
                            .map(operand -> List.of(((Operand.Ref) operand).id(), vertex.id())))
                    .collect(Collectors.toSet());
            assertEquals(operands, edges);
        }
    }

    private static double root(double a) {
        double x = a;
        while (Math.abs(x * x - a) > 1e-9) {
            x = x - (x * x - a) / (2 * x);
        }
        return x;
    }

    @Test
    void anArrayLambdaTakesItsLength() {
        Graph graph = Trace.of(x -> new double[] {x[0] - x[1], x[2]}, 3);
        assertEquals(List.of("x[0]", "x[1]", "x[2]"), inputs(graph));
        assertEquals(2, graph.outputs().size());
    }

    @Test
    void twelveArgumentsAreTheMost() {
        Graph graph = Trace.of((a, b, c, d, e, f, g, h, i, j, k, l) -> a + l);
        assertEquals(12, graph.inputs().size());
        assertEquals(
                List.of(new Operand.Ref(1), new Operand.Ref(12)),
                graph.vertex(1).operands());
    }

    @Test
    void aMethodOfACapturedRecordIsFollowed() {
        Scale scale = new Scale(3);
        Graph graph = Trace.of(x -> scale.of(x));
        assertEquals(
                List.of(Operand.Literal.of(3), new Operand.Ref(1)),
                graph.vertex(1).operands());
    }

    @Test
    void anythingElseThanALambdaIsRefused() {
        Functions.Of1<Double> function = new Functions.Of1<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public Double at(double x) {
                return x;
            }
        };
        String message =
                assertThrows(GraphException.class, () -> Trace.of(function)).getMessage();
        assertTrue(message.contains("is no lambda or method reference"), message);
    }
}
