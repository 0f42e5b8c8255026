package crosscountry.graph;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A graph as a Python function of JAX arrays that needs nothing but JAX: {@code f(x1, x2, ...)} returns the tuple of
 * outputs, and {@code SHAPES} are the shapes of its inputs. It computes in the type of its first input; comparisons
 * give 1 and 0, and conversions keep the value, as here. Where a graph's conditions break, values and derivatives are
 * NaN.
 */
public final class JaxSource {
    private static final Map<Primitive, String> FUNCTIONS = Map.ofEntries(
            Map.entry(Primitive.ABS, "jnp.abs"),
            Map.entry(Primitive.SIGN, "jnp.sign"),
            Map.entry(Primitive.EXP, "jnp.exp"),
            Map.entry(Primitive.EXPM1, "jnp.expm1"),
            Map.entry(Primitive.LOG, "jnp.log"),
            Map.entry(Primitive.LOG1P, "jnp.log1p"),
            Map.entry(Primitive.SIN, "jnp.sin"),
            Map.entry(Primitive.COS, "jnp.cos"),
            Map.entry(Primitive.TAN, "jnp.tan"),
            Map.entry(Primitive.ASIN, "jnp.arcsin"),
            Map.entry(Primitive.ACOS, "jnp.arccos"),
            Map.entry(Primitive.ATAN, "jnp.arctan"),
            Map.entry(Primitive.SINH, "jnp.sinh"),
            Map.entry(Primitive.COSH, "jnp.cosh"),
            Map.entry(Primitive.TANH, "jnp.tanh"),
            Map.entry(Primitive.ASINH, "jnp.arcsinh"),
            Map.entry(Primitive.ACOSH, "jnp.arccosh"),
            Map.entry(Primitive.ATANH, "jnp.arctanh"),
            Map.entry(Primitive.SQUARE, "jnp.square"),
            Map.entry(Primitive.SQRT, "jnp.sqrt"),
            Map.entry(Primitive.RSQRT, "lax.rsqrt"),
            Map.entry(Primitive.CBRT, "jnp.cbrt"),
            Map.entry(Primitive.LOGISTIC, "lax.logistic"),
            Map.entry(Primitive.ERF, "lax.erf"),
            Map.entry(Primitive.POW, "jnp.power"),
            Map.entry(Primitive.ATAN2, "jnp.arctan2"),
            Map.entry(Primitive.MAX, "jnp.maximum"),
            Map.entry(Primitive.MIN, "jnp.minimum"),
            Map.entry(Primitive.NEG, "jnp.negative"),
            Map.entry(Primitive.LOG2, "jnp.log2"),
            Map.entry(Primitive.LOG10, "jnp.log10"),
            Map.entry(Primitive.FLOOR, "jnp.floor"),
            Map.entry(Primitive.CEIL, "jnp.ceil"),
            Map.entry(Primitive.RINT, "jnp.rint"),
            Map.entry(Primitive.TRUNC, "jnp.trunc"),
            Map.entry(Primitive.HYPOT, "jnp.hypot"),
            Map.entry(Primitive.REM, "jnp.fmod"),
            Map.entry(Primitive.COPYSIGN, "jnp.copysign"),
            Map.entry(Primitive.STOP_GRADIENT, "lax.stop_gradient"));

    private static final Map<Primitive, String> OPERATORS = Map.of(
            Primitive.ADD,
            "+",
            Primitive.SUB,
            "-",
            Primitive.MUL,
            "*",
            Primitive.DIV,
            "/",
            Primitive.EQ,
            "==",
            Primitive.NE,
            "!=",
            Primitive.LT,
            "<",
            Primitive.LE,
            "<=",
            Primitive.GT,
            ">",
            Primitive.GE,
            ">=");

    private final Graph graph;

    private JaxSource(Graph graph) {
        this.graph = graph;
    }

    public static String of(Graph graph) {
        return new JaxSource(graph).source();
    }

    private String source() {
        StringBuilder text = new StringBuilder("import jax.numpy as jnp\nfrom jax import lax\n\n");
        text.append("NAME = ").append(TextNode.valueOf(graph.name())).append('\n');
        text.append("SHAPES = [")
                .append(graph.inputs().stream()
                        .map(input -> tuple(input.shape().extents()))
                        .collect(Collectors.joining(", ")))
                .append("]\n\n\ndef f(");
        text.append(graph.inputs().stream().map(input -> name(input.id())).collect(Collectors.joining(", ")))
                .append("):\n");
        text.append(
                graph.inputs().isEmpty()
                        ? "    dtype = jnp.result_type(float)\n"
                        : "    dtype = jnp.result_type(x1)\n");
        for (Vertex vertex : graph.vertices()) {
            text.append("    ")
                    .append(name(vertex.id()))
                    .append(" = ")
                    .append(expression(vertex))
                    .append('\n');
        }
        text.append(
                graph.conditions().isEmpty()
                        ? ""
                        : "    # one path of a function that branches; on the others all results are NaN\n");
        JaxConditions.lines(graph, this::operand)
                .forEach(line -> text.append("    ").append(line).append('\n'));
        String factor = graph.conditions().isEmpty() ? "" : " * holds";
        return text.append("    return (")
                .append(graph.outputs().stream()
                        .map(output -> operand(output) + factor + ",")
                        .collect(Collectors.joining(" ")))
                .append(")\n")
                .toString();
    }

    private String name(int id) {
        return graph.isInput(id) ? "x" + id : "v" + (id - graph.inputs().size());
    }

    private String operand(Operand operand) {
        if (operand instanceof Operand.Ref ref) {
            return name(ref.id());
        }
        Tensor value = ((Operand.Literal) operand).value();
        if (value.isScalar()) {
            return "jnp.asarray(" + number(value.data()[0]) + ", dtype)";
        }
        String numbers = java.util.Arrays.stream(value.data())
                .mapToObj(JaxSource::number)
                .collect(Collectors.joining(", "));
        return "jnp.reshape(jnp.asarray([" + numbers + "], dtype), "
                + tuple(value.shape().extents()) + ")";
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "jnp.nan"
                : Double.isInfinite(value) ? (value > 0 ? "jnp.inf" : "-jnp.inf") : Double.toString(value);
    }

    private static String tuple(List<Integer> numbers) {
        return numbers.stream().map(number -> number + ",").collect(Collectors.joining(" ", "(", ")"));
    }

    private String expression(Vertex vertex) {
        List<String> x = vertex.operands().stream().map(this::operand).toList();
        Primitive primitive = vertex.primitive();
        if (OPERATORS.containsKey(primitive)) {
            String pair = x.get(0) + " " + OPERATORS.get(primitive) + " " + x.get(1);
            return primitive.compareTo(Primitive.EQ) >= 0 ? "jnp.asarray(" + pair + ", dtype)" : pair;
        }
        if (FUNCTIONS.containsKey(primitive)) {
            return FUNCTIONS.get(primitive) + "(" + String.join(", ", x) + ")";
        }
        return switch (primitive) {
            case INTEGER_POW -> "lax.integer_pow(" + x.get(0) + ", " + ((Params.IntegerPow) vertex.params()).y() + ")";
            case LOG_OR_ZERO -> "jnp.log(jnp.where(" + x.get(0) + " == 0, 1, " + x.get(0) + "))";
            case TANH_SLOPE -> "1 - jnp.square(" + x.get(1) + ")";
            case EXP_NEG_SQUARE -> "jnp.exp(-jnp.square(" + x.get(0) + "))";
            case INVERSION -> x.get(0) + " / (jnp.square(" + x.get(0) + ") + jnp.square(" + x.get(1) + "))";
            case POW_SLOPE ->
                "jnp.where(" + x.get(1) + " == 0, 0, " + x.get(1) + " * jnp.power(" + x.get(0) + ", " + x.get(1)
                        + " - 1))";
            case CONVERT_ELEMENT_TYPE -> x.get(0);
            case CONCATENATE ->
                "jnp.concatenate((" + String.join(", ", x) + ",), " + ((Params.Concatenate) vertex.params()).dimension()
                        + ")";
            case IOTA -> {
                Params.Iota p = (Params.Iota) vertex.params();
                yield "lax.broadcasted_iota(dtype, " + tuple(p.shape().extents()) + ", " + p.dimension() + ")";
            }
            case DYNAMIC_SLICE ->
                "lax.dynamic_slice(" + x.get(0) + ", ("
                        + x.stream()
                                .skip(1)
                                .map(at -> "jnp.asarray(" + at + ", int),")
                                .collect(Collectors.joining(" "))
                        + "), " + tuple(((Params.DynamicSlice) vertex.params()).sizes()) + ")";
            default -> moved(vertex, x);
        };
    }

    private static String moved(Vertex vertex, List<String> x) {
        String first = x.get(0) + ", ";
        if (vertex.params() instanceof Params.Axes p) {
            String function = switch (vertex.primitive()) {
                case REDUCE_SUM -> "jnp.sum(";
                case REDUCE_MAX -> "jnp.max(";
                case REDUCE_MIN -> "jnp.min(";
                default -> "jnp.squeeze(";
            };
            return function + first + tuple(p.axes()) + ")";
        }
        if (vertex.params() instanceof Params.Permutation p) {
            return "jnp.transpose(" + first + tuple(p.permutation()) + ")";
        }
        if (vertex.params() instanceof Params.Broadcast p) {
            return "lax.broadcast_in_dim(" + first + tuple(p.shape().extents()) + ", " + tuple(p.dimensions()) + ")";
        }
        if (vertex.params() instanceof Params.Reshape p) {
            return "jnp.reshape(" + first + tuple(p.shape().extents()) + ")";
        }
        if (vertex.params() instanceof Params.Slice p) {
            return "lax.slice(" + first + tuple(p.start()) + ", " + tuple(p.limit()) + ", " + tuple(p.strides()) + ")";
        }
        Params.DotGeneral p = (Params.DotGeneral) vertex.params();
        return "lax.dot_general(" + first + x.get(1) + ", ((" + tuple(p.lhsContract()) + ", " + tuple(p.rhsContract())
                + "), (" + tuple(p.lhsBatch()) + ", " + tuple(p.rhsBatch()) + ")))";
    }
}
