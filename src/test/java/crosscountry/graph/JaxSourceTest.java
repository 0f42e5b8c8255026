package crosscountry.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.Piecewise;
import crosscountry.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What JAX makes of it is tested in Python, where JAX is installed. */
class JaxSourceTest {
    @Test
    void aSmallGraphIsAFewLinesOfPython() {
        Graph graph = Trace.of((double x, double y) -> new double[] {Math.sin(x) * y, Math.max(y, 2)})
                .named("a \"name\"\n");
        assertEquals("""
                import jax.numpy as jnp
                from jax import lax

                NAME = "a \\"name\\"\\n"
                SHAPES = [(), ()]


                def f(x1, x2):
                    dtype = jnp.result_type(x1)
                    v1 = jnp.sin(x1)
                    v2 = v1 * x2
                    v3 = jnp.maximum(x2, jnp.asarray(2.0, dtype))
                    return (v2, v3,)
                """, JaxSource.of(graph));
    }

    @Test
    void onOtherPathsThePythonFunctionIsNotANumber() {
        Graph graph = new Piecewise()
                .piece(
                        Trace.of((x, y) -> x / y),
                        Piecewise.when(1, Relation.GT, 1),
                        Piecewise.between(3, Relation.NOT_LE, 2))
                .graph(0);
        assertTrue(JaxSource.of(graph).endsWith("""
                    v1 = x1 / x2
                    # one path of a function that branches; on the others all results are NaN
                    holds = (x1 > jnp.asarray(1.0, dtype))
                    holds = holds & ~(v1 <= x2)
                    holds = jnp.where(holds, jnp.asarray(1, dtype), jnp.nan)
                    return (v1 * holds,)
                """), JaxSource.of(graph));
    }

    @Test
    void everyPrimitiveHasItsWord() {
        for (Primitive primitive : Primitive.values()) {
            Shape matrix = Shape.of(1, 2);
            Operand x = new Operand.Ref(1);
            List<Operand> operands = primitive.isBinary() || primitive == Primitive.DOT_GENERAL
                    ? List.of(x, x)
                    : primitive == Primitive.IOTA
                            ? List.of()
                            : primitive == Primitive.DYNAMIC_SLICE
                                    ? List.of(x, Operand.Literal.of(0), Operand.Literal.of(1))
                                    : List.of(x);
            Params params = switch (primitive) {
                case INTEGER_POW -> new Params.IntegerPow(3);
                case REDUCE_SUM, REDUCE_MAX, REDUCE_MIN, SQUEEZE -> new Params.Axes(List.of(0));
                case DOT_GENERAL -> new Params.DotGeneral(List.of(1), List.of(1), List.of(), List.of());
                case TRANSPOSE -> new Params.Permutation(List.of(1, 0));
                case BROADCAST_IN_DIM -> new Params.Broadcast(Shape.of(3, 1, 2), List.of(1, 2));
                case RESHAPE -> new Params.Reshape(Shape.of(2));
                case SLICE -> new Params.Slice(List.of(0, 0), List.of(1, 1), List.of(1, 1));
                case DYNAMIC_SLICE -> new Params.DynamicSlice(List.of(1, 1));
                case CONCATENATE -> new Params.Concatenate(0);
                case IOTA -> new Params.Iota(matrix, 1);
                case CONVERT_ELEMENT_TYPE -> new Params.Convert("float32");
                default -> Params.NONE;
            };
            List<Shape> shapes = operands.stream()
                    .map(o -> o instanceof Operand.Ref ? matrix : Shape.SCALAR)
                    .toList();
            Vertex vertex = new Vertex(
                    1,
                    2,
                    primitive,
                    params,
                    operands,
                    ShapeRules.result(primitive, params, shapes),
                    java.util.Optional.empty());
            Graph graph = new Graph(
                    "one",
                    List.of(new Input(1, "x", matrix)),
                    List.of(vertex),
                    List.of(new Operand.Ref(2)),
                    java.util.Optional.empty());
            assertTrue(JaxSource.of(graph).contains("v1 = "), primitive.label());
        }
    }
}
