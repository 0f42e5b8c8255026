package crosscountry.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A dot_general as flat places: result entry (b, i, j) is the sum over k of lhs[left(b, i) + leftK(k)] x rhs[right(b,
 * j) + rightK(k)].
 */
public final class Contraction {
    /** Place of lhs and rhs, without the contracted part, for each result entry. */
    private final int[] left;

    private final int[] right;
    /** What the contracted index adds to both places. */
    private final int[] leftK;

    private final int[] rightK;

    public Contraction(Shape lhs, Shape rhs, Params.DotGeneral p, Shape result) {
        leftK = places(lhs, p.lhsContract(), lhs);
        rightK = places(rhs, p.rhsContract(), rhs);
        List<Integer> leftFree = free(lhs, p.lhsBatch(), p.lhsContract());
        List<Integer> rightFree = free(rhs, p.rhsBatch(), p.rhsContract());
        int[] leftStrides = new int[result.rank()];
        int[] rightStrides = new int[result.rank()];
        int batch = p.lhsBatch().size();
        for (int axis = 0; axis < result.rank(); axis++) {
            int i = axis - batch;
            int j = i - leftFree.size();
            leftStrides[axis] =
                    axis < batch ? lhs.strides()[p.lhsBatch().get(axis)] : j < 0 ? lhs.strides()[leftFree.get(i)] : 0;
            rightStrides[axis] =
                    axis < batch ? rhs.strides()[p.rhsBatch().get(axis)] : j < 0 ? 0 : rhs.strides()[rightFree.get(j)];
        }
        left = Indexing.walk(result, leftStrides, 0);
        right = Indexing.walk(result, rightStrides, 0);
    }

    private static List<Integer> free(Shape shape, List<Integer> batch, List<Integer> contract) {
        List<Integer> free = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (!batch.contains(axis) && !contract.contains(axis)) {
                free.add(axis);
            }
        }
        return free;
    }

    private static int[] places(Shape shape, List<Integer> axes, Shape strides) {
        Shape contracted = new Shape(axes.stream().map(shape::extent).toList());
        return Indexing.walk(
                contracted,
                axes.stream().mapToInt(axis -> strides.strides()[axis]).toArray(),
                0);
    }

    /** Number of products summed into one entry. */
    public int length() {
        return leftK.length;
    }

    public int left(int entry, int k) {
        return left[entry] + leftK[k];
    }

    public int right(int entry, int k) {
        return right[entry] + rightK[k];
    }
}
