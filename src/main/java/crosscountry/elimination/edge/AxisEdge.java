package crosscountry.elimination.edge;

import crosscountry.elimination.edge.AxisTies.Form;
import crosscountry.graph.Expr;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Shape;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The structure of the edge of one operand where values have more than two axes, operation by operation: what game.md,
 * section 4, says of two axes, of any. Axes of extent 1 are tied to nothing. A Kronecker tie is claimed where the
 * partial's formula cannot vary along the axis.
 */
final class AxisEdge {
    private final Graph graph;
    private final Vertex vertex;
    private final int operand;
    private final Shape in;
    private final Shape out;

    private AxisEdge(Graph graph, Vertex vertex, int operand) {
        this.graph = graph;
        this.vertex = vertex;
        this.operand = operand;
        in = graph.shape(vertex.operands().get(operand));
        out = vertex.shape();
    }

    /** Empty where the operand has no partial. */
    static Optional<AxisTies> of(Graph graph, Vertex vertex, int operand) {
        return new AxisEdge(graph, vertex, operand).ties();
    }

    private Optional<AxisTies> ties() {
        if (vertex.primitive().isElementwise()) {
            return Optional.of(new AxisTies(Form.VALUED, out.extents(), in.extents(), elementwise()));
        }
        return switch (vertex.primitive()) {
            case DOT_GENERAL -> Optional.of(dot((Params.DotGeneral) vertex.params()));
            case REDUCE_SUM -> Optional.of(aligned(Form.VALUED, kept(((Params.Axes) vertex.params()).axes()), true));
            case REDUCE_MAX, REDUCE_MIN ->
                Optional.of(aligned(Form.VALUED, kept(((Params.Axes) vertex.params()).axes()), false));
            case SQUEEZE -> Optional.of(aligned(Form.UNVALUED, kept(((Params.Axes) vertex.params()).axes()), true));
            case TRANSPOSE ->
                Optional.of(aligned(Form.UNVALUED, ((Params.Permutation) vertex.params()).permutation(), true));
            case BROADCAST_IN_DIM -> Optional.of(broadcast(((Params.Broadcast) vertex.params()).dimensions()));
            case RESHAPE, SLICE, DYNAMIC_SLICE, CONCATENATE -> Optional.of(AxisTies.untied(Form.RESHAPE, out, in));
            case CONVERT_ELEMENT_TYPE -> Optional.of(AxisTies.untied(Form.COPY, out, in));
            case STOP_GRADIENT, IOTA -> Optional.empty();
            default -> throw new GraphException("no edge rule for primitive " + vertex.primitive());
        };
    }

    private List<Tie> elementwise() {
        Expr partial = vertex.primitive().partial(vertex.params(), operand);
        List<Tie> ties = new ArrayList<>();
        for (int axis = 0; axis < out.rank(); axis++) {
            boolean tied = in.rank() > 0 && in.extent(axis) > 1;
            ties.add(!tied ? Tie.NONE : varies(partial, axis) ? Tie.diagonal(axis + 1) : Tie.delta(axis + 1));
        }
        return ties;
    }

    private boolean varies(Expr expr, int axis) {
        if (expr instanceof Expr.Apply apply) {
            return apply.operands().stream().anyMatch(part -> varies(part, axis));
        }
        if (expr instanceof Expr.Arg arg) {
            return varies(vertex.operands().get(arg.index()), axis);
        }
        return expr instanceof Expr.Result && vertex.operands().stream().anyMatch(value -> varies(value, axis));
    }

    private boolean varies(Operand value, int axis) {
        Shape shape = graph.shape(value);
        return shape.rank() > 0 && shape.extent(axis) > 1;
    }

    private List<Integer> kept(List<Integer> axes) {
        List<Integer> kept = new ArrayList<>();
        for (int axis = 0; axis < in.rank(); axis++) {
            if (!axes.contains(axis)) {
                kept.add(axis);
            }
        }
        return kept;
    }

    /** Target axis k is source axis {@code sources[k]}. */
    private AxisTies aligned(Form form, List<Integer> sources, boolean kronecker) {
        return new AxisTies(
                form,
                out.extents(),
                in.extents(),
                sources.stream()
                        .map(axis -> in.extent(axis) == 1 ? Tie.NONE : new Tie(axis + 1, kronecker))
                        .toList());
    }

    private AxisTies broadcast(List<Integer> dimensions) {
        List<Tie> ties = new ArrayList<>(Collections.nCopies(out.rank(), Tie.NONE));
        for (int axis = 0; axis < in.rank(); axis++) {
            if (in.extent(axis) > 1) {
                ties.set(dimensions.get(axis), Tie.delta(axis + 1));
            }
        }
        return new AxisTies(in.size() == out.size() ? Form.UNVALUED : Form.VALUED, out.extents(), in.extents(), ties);
    }

    /** Axes of the result: batches, what is left of the first operand, what is left of the second. */
    private AxisTies dot(Params.DotGeneral p) {
        List<Integer> batch = operand == 0 ? p.lhsBatch() : p.rhsBatch();
        List<Integer> contracted = operand == 0 ? p.lhsContract() : p.rhsContract();
        List<Tie> ties = new ArrayList<>(Collections.nCopies(out.rank(), Tie.NONE));
        int free = operand == 0 ? batch.size() : out.rank() - (in.rank() - batch.size() - contracted.size());
        for (int axis = 0; axis < in.rank(); axis++) {
            int at = batch.indexOf(axis);
            int place = contracted.contains(axis) ? -1 : at >= 0 ? at : free++;
            if (place >= 0 && in.extent(axis) > 1) {
                ties.set(place, at >= 0 ? Tie.diagonal(axis + 1) : Tie.delta(axis + 1));
            }
        }
        return new AxisTies(Form.VALUED, out.extents(), in.extents(), ties);
    }
}
