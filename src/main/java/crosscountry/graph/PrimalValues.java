package crosscountry.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The values of all inputs and vertices of a graph at one point, in float64. */
public final class PrimalValues {
    private final Graph graph;
    private final Tensor[] values;

    private PrimalValues(Graph graph, Tensor[] values) {
        this.graph = graph;
        this.values = values;
    }

    /** Evaluates the graph; {@code inputs} has one value for each input, of that input's shape. */
    public static PrimalValues of(Graph graph, List<Tensor> inputs) {
        checkInputs(graph, inputs);
        Tensor[] values = new Tensor[graph.inputs().size() + graph.vertices().size()];
        for (int k = 0; k < inputs.size(); k++) {
            values[k] = inputs.get(k);
        }
        PrimalValues evaluation = new PrimalValues(graph, values);
        for (Vertex vertex : graph.vertices()) {
            List<Tensor> operands = new ArrayList<>();
            vertex.operands().forEach(operand -> operands.add(evaluation.value(operand)));
            values[vertex.id() - 1] = new Tensor(vertex.shape(), apply(vertex, operands));
        }
        return evaluation;
    }

    private static void checkInputs(Graph graph, List<Tensor> inputs) {
        if (inputs.size() != graph.inputs().size()) {
            throw new GraphException(
                    graph.name() + " has " + graph.inputs().size() + " inputs, got " + inputs.size() + " values");
        }
        for (Input input : graph.inputs()) {
            Shape shape = inputs.get(input.id() - 1).shape();
            if (!shape.equals(input.shape())) {
                throw new GraphException("input " + input.id() + " (" + input.name() + ") of " + graph.name()
                        + " has shape " + input.shape() + ", got a value of shape " + shape);
            }
        }
    }

    public Graph graph() {
        return graph;
    }

    /** The value with this id. */
    public Tensor value(int id) {
        return values[id - 1];
    }

    public Tensor value(Operand operand) {
        return operand instanceof Operand.Ref ref ? value(ref.id()) : ((Operand.Literal) operand).value();
    }

    public List<Tensor> outputs() {
        return graph.outputs().stream().map(this::value).toList();
    }

    private static double[] apply(Vertex vertex, List<Tensor> operands) {
        Primitive primitive = vertex.primitive();
        if (primitive.isElementwise()) {
            return elementwise(vertex, operands);
        }
        Tensor first = operands.isEmpty() ? null : operands.get(0);
        return switch (primitive) {
            case REDUCE_SUM, REDUCE_MAX, REDUCE_MIN -> reduce(vertex, first);
            case DOT_GENERAL -> dot(vertex, first, operands.get(1));
            case CONCATENATE -> concatenate(vertex, operands);
            case IOTA -> iota((Params.Iota) vertex.params());
            default -> gather(first.data(), Moves.of(vertex, operands));
        };
    }

    private static double[] gather(double[] from, int[] places) {
        double[] result = new double[places.length];
        Arrays.setAll(result, k -> from[places[k]]);
        return result;
    }

    private static double[] elementwise(Vertex vertex, List<Tensor> operands) {
        int count = operands.size();
        int[][] places = new int[count][];
        for (int k = 0; k < count; k++) {
            places[k] = Indexing.broadcast(operands.get(k).shape(), vertex.shape());
        }
        double[] result = new double[vertex.shape().size()];
        double[] x = new double[count];
        for (int entry = 0; entry < result.length; entry++) {
            for (int k = 0; k < count; k++) {
                x[k] = operands.get(k).data()[places[k][entry]];
            }
            result[entry] = vertex.primitive().value(vertex.params(), x);
        }
        return result;
    }

    private static double[] reduce(Vertex vertex, Tensor operand) {
        int[] places = Indexing.reduce(operand.shape(), ((Params.Axes) vertex.params()).axes(), vertex.shape());
        double[] result = new double[vertex.shape().size()];
        Primitive primitive = vertex.primitive();
        double start = primitive == Primitive.REDUCE_SUM
                ? 0
                : primitive == Primitive.REDUCE_MAX ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        Arrays.fill(result, start);
        for (int k = 0; k < places.length; k++) {
            double value = operand.data()[k];
            double so = result[places[k]];
            result[places[k]] = primitive == Primitive.REDUCE_SUM
                    ? so + value
                    : primitive == Primitive.REDUCE_MAX ? Math.max(so, value) : Math.min(so, value);
        }
        return result;
    }

    private static double[] dot(Vertex vertex, Tensor lhs, Tensor rhs) {
        Contraction contraction =
                new Contraction(lhs.shape(), rhs.shape(), (Params.DotGeneral) vertex.params(), vertex.shape());
        double[] result = new double[vertex.shape().size()];
        for (int entry = 0; entry < result.length; entry++) {
            for (int k = 0; k < contraction.length(); k++) {
                result[entry] += lhs.data()[contraction.left(entry, k)] * rhs.data()[contraction.right(entry, k)];
            }
        }
        return result;
    }

    private static double[] concatenate(Vertex vertex, List<Tensor> operands) {
        List<Shape> shapes = operands.stream().map(Tensor::shape).toList();
        int dimension = ((Params.Concatenate) vertex.params()).dimension();
        double[] result = new double[vertex.shape().size()];
        for (int k = 0; k < operands.size(); k++) {
            int[] places = Indexing.concatenate(shapes, k, dimension, vertex.shape());
            for (int entry = 0; entry < places.length; entry++) {
                result[places[entry]] = operands.get(k).data()[entry];
            }
        }
        return result;
    }

    private static double[] iota(Params.Iota params) {
        int[] strides = new int[params.shape().rank()];
        strides[params.dimension()] = 1;
        return Arrays.stream(Indexing.walk(params.shape(), strides, 0))
                .asDoubleStream()
                .toArray();
    }
}
