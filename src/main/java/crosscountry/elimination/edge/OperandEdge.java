package crosscountry.elimination.edge;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Shape;
import crosscountry.graph.Vertex;

/** The type of the edge of one operand (game.md, section 4), operation by operation. */
final class OperandEdge {
    private OperandEdge() {}

    /** How many operands, from the first on, may have edges: the places at which a slice starts have none. */
    static int count(Vertex vertex) {
        return vertex.primitive() == Primitive.DYNAMIC_SLICE
                ? 1
                : vertex.operands().size();
    }

    static EdgeType type(Graph graph, Vertex vertex, int k, CostModel rules) {
        Shape shape = graph.shape(vertex.operands().get(k));
        Extents in = Extents.of(shape);
        Extents out = Extents.of(vertex.shape());
        Primitive primitive = vertex.primitive();
        if (primitive.isUnary()) {
            return in.isOne() ? EdgeType.DENSE : EdgeType.D11_D22;
        }
        if (primitive.isBinary()) {
            return binary(in, Extents.of(graph.shape(vertex.operands().get(1 - k))), out);
        }
        return switch (primitive) {
            case DOT_GENERAL ->
                DotEdge.type(
                        graph.shape(vertex.operands().get(0)),
                        graph.shape(vertex.operands().get(1)),
                        (Params.DotGeneral) vertex.params(),
                        k,
                        rules);
            case REDUCE_SUM -> sum(shape, vertex);
            case REDUCE_MAX, REDUCE_MIN -> extremum(shape, vertex);
            case TRANSPOSE ->
                in.isOne()
                        ? EdgeType.DENSE
                        : in.isColumn() ? EdgeType.K12 : in.isRow() ? EdgeType.K21 : EdgeType.TRANSPOSE;
            case BROADCAST_IN_DIM -> broadcast(in, out, vertex, rules);
            case SQUEEZE -> in.equals(out) ? EdgeType.IDENTITY : EdgeType.TRANSPOSE;
            case RESHAPE, SLICE, DYNAMIC_SLICE, CONCATENATE -> EdgeType.RESHAPE;
            case CONVERT_ELEMENT_TYPE -> EdgeType.COPY;
            case STOP_GRADIENT, IOTA -> EdgeType.ABSENT;
            default -> throw new GraphException("no edge rule for primitive " + primitive);
        };
    }

    static boolean isMatrix(Shape shape) {
        return shape.rank() == 2 && shape.size() > 1;
    }

    private static EdgeType binary(Extents in, Extents other, Extents out) {
        if (in.isOne()) {
            return EdgeType.DENSE;
        }
        if (in.isColumn()) {
            return out.second() == 1 && other.isOne() ? EdgeType.K11 : EdgeType.D11;
        }
        if (in.isRow()) {
            return out.first() == 1 && other.isOne() ? EdgeType.K22 : EdgeType.D22;
        }
        if (other.second() == 1) {
            return EdgeType.D11_K22;
        }
        return other.isRow() ? EdgeType.K11_D22 : EdgeType.D11_D22;
    }

    private static EdgeType sum(Shape in, Vertex vertex) {
        if (isMatrix(in) && vertex.shape().rank() == 1) {
            return ((Params.Axes) vertex.params()).axes().get(0) == 0 ? EdgeType.K12 : EdgeType.K11;
        }
        return isMatrix(in) && Extents.of(vertex.shape()).isRow() ? EdgeType.K22 : EdgeType.DENSE;
    }

    private static EdgeType extremum(Shape in, Vertex vertex) {
        if (isMatrix(in) && vertex.shape().rank() == 1) {
            return EdgeType.D11;
        }
        return isMatrix(in) && Extents.of(vertex.shape()).isRow() ? EdgeType.D22 : EdgeType.DENSE;
    }

    /** The published rule calls every change of shape a transpose; a value that really spreads out is not one. */
    private static EdgeType broadcast(Extents in, Extents out, Vertex vertex, CostModel rules) {
        boolean spreads = in.first() * in.second() != out.first() * out.second();
        if (rules.isPublished() || !spreads) {
            return in.equals(out) ? EdgeType.IDENTITY : EdgeType.TRANSPOSE;
        }
        if (in.isOne()) {
            return EdgeType.DENSE;
        }
        if (in.isRow()) {
            return EdgeType.K22;
        }
        return ((Params.Broadcast) vertex.params()).dimensions().get(0) == 0 ? EdgeType.K11 : EdgeType.K21;
    }
}
