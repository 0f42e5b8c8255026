package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import java.util.Arrays;

/**
 * How many paths lead from the inputs into a vertex that share no other vertex (or, turned round, to the outputs): a
 * flow of ones with every vertex split into bottom 2u and top 2u + 1, grown by augmenting paths from the vertex against
 * the edges.
 */
final class PathCounts {
    private final int size;
    private final int[][] before;
    /** For each vertex on a path the next one towards the target; -1 elsewhere. */
    private final int[] later;

    private final int[] arrived;
    private final int[] queue;

    PathCounts(BitsetState game, boolean down) {
        size = game.size();
        before = new int[size][];
        for (int v = 0; v < size; v++) {
            int count = down ? game.outDegree(v) : game.inDegree(v);
            before[v] = new int[count];
            for (int word = 0; word < game.columnWords(); word++) {
                for (long bits = down ? game.successors(v, word) : game.predecessors(v, word);
                        bits != 0;
                        bits &= bits - 1) {
                    before[v][--count] = (word << 6) + Long.numberOfTrailingZeros(bits);
                }
            }
        }
        later = new int[game.columnWords() << 6];
        arrived = new int[2 * later.length];
        queue = new int[2 * later.length];
    }

    int into(int target) {
        Arrays.fill(later, -1);
        int count = 0;
        while (augment(target)) {
            count++;
        }
        return count;
    }

    private boolean augment(int target) {
        Arrays.fill(arrived, -1);
        int source = 2 * target + 1;
        arrived[source] = source;
        arrived[2 * target] = source;
        queue[0] = source;
        int end = 1;
        for (int k = 0; k < end; k++) {
            int node = queue[k];
            int u = node >> 1;
            if ((node & 1) == 0) {
                int next = later[u] < 0 ? 2 * u + 1 : 2 * later[u] + 1;
                end = visit(next, node, end);
            } else if (u >= size) {
                take(node, source);
                return true;
            } else {
                for (int x : before[u]) {
                    if (later[x] != u) {
                        end = visit(2 * x, node, end);
                    }
                }
                if (later[u] >= 0) {
                    end = visit(2 * u, node, end);
                }
            }
        }
        return false;
    }

    private int visit(int node, int from, int end) {
        if (arrived[node] >= 0) {
            return end;
        }
        arrived[node] = from;
        queue[end] = node;
        return end + 1;
    }

    private void take(int last, int source) {
        for (int node = last; node != source; node = arrived[node]) {
            if ((node & 1) == 0) {
                int from = arrived[node] >> 1;
                later[node >> 1] = from == node >> 1 ? -1 : from;
            }
        }
    }
}
