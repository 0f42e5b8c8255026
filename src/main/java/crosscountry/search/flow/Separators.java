package crosscountry.search.flow;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The least number of neighbours that a vertex can have on one side when it is eliminated, where some vertices are
 * known to be gone by then and some to stand: the smallest set of vertices that parts it from the ends of the graph and
 * from those that stand, without any of those that are gone (Menger's theorem). For one thread.
 */
public final class Separators {
    private static final byte ENDLESS = Byte.MAX_VALUE / 2;
    private final boolean[] ends;
    /**
     * Arcs of a flow from the vertex to the ends; each node has a side that paths come to and one that they leave from.
     */
    private final int[][] arcs;

    private final int[] target;
    private final byte[] free;
    private final byte[] fresh;
    private final int[] arrived;
    private final int[] queue;

    /**
     * @param before for each node those with an edge to it; ends have none
     * @param ends where paths may stop: the inputs or, with the graph turned round, the outputs
     */
    public Separators(int[][] before, boolean[] ends) {
        this.ends = ends;
        int nodes = before.length;
        int edges = Arrays.stream(before).mapToInt(list -> list.length).sum();
        target = new int[2 * (nodes + edges)];
        fresh = new byte[target.length];
        free = new byte[target.length];
        int[] degree = new int[2 * nodes];
        for (int node = 0; node < nodes; node++) {
            degree[2 * node]++;
            degree[2 * node + 1] += 1 + before[node].length;
            for (int earlier : before[node]) {
                degree[2 * earlier]++;
            }
        }
        arcs = new int[2 * nodes][];
        Arrays.setAll(arcs, side -> new int[degree[side]]);
        int[] filled = new int[2 * nodes];
        int arc = 0;
        for (int node = 0; node < nodes; node++) {
            arc = join(filled, arc, 2 * node, 2 * node + 1, (byte) 1);
            for (int earlier : before[node]) {
                arc = join(filled, arc, 2 * node + 1, 2 * earlier, ENDLESS);
            }
        }
        arrived = new int[2 * nodes];
        queue = new int[2 * nodes];
    }

    private int join(int[] filled, int arc, int from, int to, byte room) {
        target[arc] = to;
        fresh[arc] = room;
        arcs[from][filled[from]++] = arc;
        target[arc + 1] = from;
        arcs[to][filled[to]++] = arc + 1;
        return arc + 2;
    }

    /** The size of the smallest set that parts {@code vertex}, which is no end, as described above. */
    public int smallest(int vertex, BitSet gone, BitSet standing) {
        System.arraycopy(fresh, 0, free, 0, fresh.length);
        for (int node = gone.nextSetBit(0); node >= 0; node = gone.nextSetBit(node + 1)) {
            free[arcs[2 * node][inner(2 * node)]] = ENDLESS;
        }
        int paths = 0;
        while (augment(2 * vertex + 1, standing)) {
            paths++;
        }
        return paths;
    }

    private int inner(int side) {
        for (int k = 0; k < arcs[side].length; k++) {
            if (target[arcs[side][k]] == side + 1) {
                return k;
            }
        }
        throw new IllegalStateException("no node " + side / 2);
    }

    /** One more path, found by breadth. */
    private boolean augment(int start, BitSet standing) {
        Arrays.fill(arrived, -1);
        arrived[start] = -2;
        int tail = 0;
        queue[tail++] = start;
        for (int head = 0; head < tail; head++) {
            int side = queue[head];
            if ((side & 1) == 1 && side != start && (ends[side >> 1] || standing.get(side >> 1))) {
                for (int at = side; at != start; at = target[arrived[at] ^ 1]) {
                    free[arrived[at]]--;
                    free[arrived[at] ^ 1]++;
                }
                return true;
            }
            for (int arc : arcs[side]) {
                int to = target[arc];
                if (free[arc] > 0 && arrived[to] == -1) {
                    arrived[to] = arc;
                    queue[tail++] = to;
                }
            }
        }
        return false;
    }
}
