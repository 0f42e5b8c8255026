package crosscountry.jacobian.program;

import crosscountry.graph.Contraction;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Indexing;
import crosscountry.graph.Input;
import crosscountry.graph.Moves;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Shape;
import crosscountry.graph.Tensor;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The values of a graph written out entry by entry as nodes. */
final class Unrolling {
    private final Graph graph;
    private final NodeTable table;
    /** Nodes of the flattened value with id k + 1. */
    private final int[][] values;

    Unrolling(Graph graph, NodeTable table) {
        this.graph = graph;
        this.table = table;
        values = new int[graph.inputs().size() + graph.vertices().size()][];
        int flat = 0;
        for (Input input : graph.inputs()) {
            int[] nodes = new int[input.shape().size()];
            for (int entry = 0; entry < nodes.length; entry++) {
                nodes[entry] = table.input(flat++);
            }
            values[input.id() - 1] = nodes;
        }
        for (Vertex vertex : graph.vertices()) {
            values[vertex.id() - 1] = value(vertex);
        }
    }

    int[] value(int id) {
        return values[id - 1];
    }

    Shape shape(Operand operand) {
        return graph.shape(operand);
    }

    int[] value(Operand operand) {
        if (operand instanceof Operand.Ref ref) {
            return value(ref.id());
        }
        return Arrays.stream(((Operand.Literal) operand).value().data())
                .mapToInt(table::constant)
                .toArray();
    }

    private int[] value(Vertex vertex) {
        Primitive primitive = vertex.primitive();
        if (primitive.isElementwise()) {
            return elementwise(vertex);
        }
        return switch (primitive) {
            case REDUCE_SUM -> reduce(vertex, Primitive.ADD);
            case REDUCE_MAX -> reduce(vertex, Primitive.MAX);
            case REDUCE_MIN -> reduce(vertex, Primitive.MIN);
            case DOT_GENERAL -> dot(vertex);
            case CONCATENATE -> concatenate(vertex);
            case IOTA -> iota((Params.Iota) vertex.params());
            default -> {
                int[] from = value(vertex.operands().get(0));
                yield Arrays.stream(moves(vertex)).map(place -> from[place]).toArray();
            }
        };
    }

    /** Which entry of the first operand each result entry reads; a window's place must not depend on inputs. */
    int[] moves(Vertex vertex) {
        List<Tensor> operands = new ArrayList<>();
        for (Operand operand : vertex.operands()) {
            Shape shape = graph.shape(operand);
            double[] data = new double[shape.size()];
            if (!operands.isEmpty()) {
                int[] nodes = value(operand);
                for (int k = 0; k < data.length; k++) {
                    if (!table.isConstant(nodes[k])) {
                        throw new GraphException("vertex " + vertex.number() + " (" + vertex.primitive()
                                + ") starts at a place that depends on the inputs; "
                                + "only constant places can be differentiated");
                    }
                    data[k] = table.nodes().constant(nodes[k]);
                }
            }
            operands.add(new Tensor(shape, data));
        }
        return Moves.of(vertex, operands);
    }

    int[][] operandPlaces(Vertex vertex) {
        return vertex.operands().stream()
                .map(operand -> Indexing.broadcast(graph.shape(operand), vertex.shape()))
                .toArray(int[][]::new);
    }

    private int[] elementwise(Vertex vertex) {
        int[][] places = operandPlaces(vertex);
        int[] first = value(vertex.operands().get(0));
        int[] second = places.length == 1 ? first : value(vertex.operands().get(1));
        int[] result = new int[vertex.shape().size()];
        for (int entry = 0; entry < result.length; entry++) {
            result[entry] = places.length == 1
                    ? table.apply(vertex.primitive(), vertex.params(), first[places[0][entry]])
                    : table.apply(
                            vertex.primitive(), vertex.params(), first[places[0][entry]], second[places[1][entry]]);
        }
        return result;
    }

    private int[] reduce(Vertex vertex, Primitive pairwise) {
        Operand operand = vertex.operands().get(0);
        int[] places = Indexing.reduce(graph.shape(operand), ((Params.Axes) vertex.params()).axes(), vertex.shape());
        int[] from = value(operand);
        int[] result = new int[vertex.shape().size()];
        Arrays.fill(result, -1);
        for (int k = 0; k < places.length; k++) {
            int so = result[places[k]];
            result[places[k]] = so < 0 ? from[k] : table.apply(pairwise, Params.NONE, so, from[k]);
        }
        return result;
    }

    Contraction contraction(Vertex vertex) {
        return new Contraction(
                graph.shape(vertex.operands().get(0)),
                graph.shape(vertex.operands().get(1)),
                (Params.DotGeneral) vertex.params(),
                vertex.shape());
    }

    private int[] dot(Vertex vertex) {
        Contraction contraction = contraction(vertex);
        int[] lhs = value(vertex.operands().get(0));
        int[] rhs = value(vertex.operands().get(1));
        int[] result = new int[vertex.shape().size()];
        for (int entry = 0; entry < result.length; entry++) {
            int sum = table.times(lhs[contraction.left(entry, 0)], rhs[contraction.right(entry, 0)]);
            for (int k = 1; k < contraction.length(); k++) {
                sum = table.plus(sum, table.times(lhs[contraction.left(entry, k)], rhs[contraction.right(entry, k)]));
            }
            result[entry] = sum;
        }
        return result;
    }

    int[] concatenation(Vertex vertex, int k) {
        List<Shape> shapes = vertex.operands().stream().map(graph::shape).toList();
        return Indexing.concatenate(shapes, k, ((Params.Concatenate) vertex.params()).dimension(), vertex.shape());
    }

    private int[] concatenate(Vertex vertex) {
        int[] result = new int[vertex.shape().size()];
        for (int k = 0; k < vertex.operands().size(); k++) {
            int[] places = concatenation(vertex, k);
            int[] from = value(vertex.operands().get(k));
            for (int entry = 0; entry < places.length; entry++) {
                result[places[entry]] = from[entry];
            }
        }
        return result;
    }

    private int[] iota(Params.Iota params) {
        int[] strides = params.shape().strides();
        int stride = strides[params.dimension()];
        int extent = params.shape().extent(params.dimension());
        int[] result = new int[params.shape().size()];
        Arrays.setAll(result, flat -> table.constant(flat / stride % extent));
        return result;
    }
}
