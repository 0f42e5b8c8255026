package crosscountry.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Operations that only move entries of their first operand: which entry each result entry reads. */
public final class Moves {
    private Moves() {}

    /** {@code operands} are values: a dynamic_slice starts where its indices say, clamped so that the window fits. */
    public static int[] of(Vertex vertex, List<Tensor> operands) {
        Shape from = operands.get(0).shape();
        return switch (vertex.primitive()) {
            case TRANSPOSE ->
                Indexing.transpose(from, ((Params.Permutation) vertex.params()).permutation(), vertex.shape());
            case BROADCAST_IN_DIM -> Indexing.broadcastInDim(from, (Params.Broadcast) vertex.params());
            case SLICE -> {
                Params.Slice slice = (Params.Slice) vertex.params();
                yield Indexing.slice(from, slice.start(), slice.strides(), vertex.shape());
            }
            case DYNAMIC_SLICE -> dynamicSlice(vertex, operands);
            case RESHAPE, SQUEEZE, CONVERT_ELEMENT_TYPE, STOP_GRADIENT ->
                IntStream.range(0, from.size()).toArray();
            default -> throw new IllegalStateException(vertex.primitive() + " does not only move entries");
        };
    }

    private static int[] dynamicSlice(Vertex vertex, List<Tensor> operands) {
        Shape from = operands.get(0).shape();
        List<Integer> start = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        for (int axis = 0; axis < from.rank(); axis++) {
            int last = from.extent(axis) - vertex.shape().extent(axis);
            start.add((int) Math.max(0, Math.min(last, operands.get(axis + 1).data()[0])));
            steps.add(1);
        }
        return Indexing.slice(from, start, steps, vertex.shape());
    }
}
