package crosscountry.elimination.state;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Rearranges an order of a scalar graph, at the same cost for every vertex, so that steps on neighbouring vertices are
 * close together: a vertex only has to precede those that are its neighbours when it is eliminated, since nothing else
 * affects their cost. A depth-first traversal of this relation, like the postordering of elimination trees in sparse
 * linear algebra.
 */
public final class Locality {
    private static final int BETWEEN_LOOKS = 256;

    private Locality() {}

    /**
     * @param state at its start; it is played to its end
     * @param order indices, complete
     */
    public static int[] of(SparseState state, int[] order) {
        return of(state, order, () -> false);
    }

    /**
     * The same, or the order as it is where it is over before the state is played to its end.
     *
     * @param over asked often
     */
    public static int[] of(SparseState state, int[] order, BooleanSupplier over) {
        int[] place = new int[order.length];
        int[][] later = new int[order.length][];
        int[] count = new int[order.length];
        for (int step = 0; step < order.length; step++) {
            place[order[step]] = step;
        }
        for (int step = 0; step < order.length; step++) {
            if (step % BETWEEN_LOOKS == 0 && over.getAsBoolean()) {
                return order;
            }
            int index = order[step];
            int[] found = new int[state.inDegree(index) + state.outDegree(index)];
            int length = 0;
            for (int side = 0; side < 2; side++) {
                int[] neighbours = side == 0 ? state.sources(index) : state.targets(index);
                int degree = side == 0 ? state.inDegree(index) : state.outDegree(index);
                for (int k = 0; k < degree; k++) {
                    if (state.isOpen(neighbours[k])) {
                        found[length++] = place[neighbours[k]];
                    }
                }
            }
            later[step] = Arrays.copyOf(found, length);
            for (int k = 0; k < length; k++) {
                count[found[k]]++;
            }
            state.eliminate(index);
        }
        int[][] earlier = new int[order.length][];
        for (int step = 0; step < order.length; step++) {
            earlier[step] = new int[count[step]];
            count[step] = 0;
        }
        for (int step = 0; step < order.length; step++) {
            for (int other : later[step]) {
                earlier[other][count[other]++] = step;
            }
            later[step] = null;
        }
        return postorder(order, earlier);
    }

    private static int[] postorder(int[] order, int[][] earlier) {
        int[] result = new int[order.length];
        boolean[] entered = new boolean[order.length];
        int[] stack = new int[order.length];
        int[] next = new int[order.length];
        int written = 0;
        for (int root = order.length - 1; root >= 0; root--) {
            if (entered[root]) {
                continue;
            }
            int top = 0;
            stack[top++] = root;
            entered[root] = true;
            while (top > 0) {
                int step = stack[top - 1];
                if (next[step] == earlier[step].length) {
                    result[written++] = order[step];
                    top--;
                } else {
                    int child = earlier[step][next[step]++];
                    if (!entered[child]) {
                        entered[child] = true;
                        stack[top++] = child;
                    }
                }
            }
        }
        return result;
    }
}
