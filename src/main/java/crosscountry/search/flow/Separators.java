package crosscountry.search.flow;

import static crosscountry.search.flow.UnitFlow.ENDLESS;
import static crosscountry.search.flow.UnitFlow.in;
import static crosscountry.search.flow.UnitFlow.out;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The least number of neighbours that a vertex can have on one side when it is eliminated, where some vertices are
 * known to be gone by then and some to stand: the smallest set of vertices that separates it from the ends of the graph
 * and from those that stand, without any of those that are gone (Menger's theorem). For one thread.
 */
public final class Separators {
    private final boolean[] ends;
    /** From the vertex back to the ends. */
    private final UnitFlow flow;
    /** The arc between the two sides of each node. */
    private final int[] inner;

    private final byte[] rooms;

    /**
     * @param before for each node those with an edge to it; ends have none
     * @param ends where paths may stop: the inputs or, with the graph turned round, the outputs
     */
    public Separators(int[][] before, boolean[] ends) {
        this.ends = ends;
        int edges = Arrays.stream(before).mapToInt(list -> list.length).sum();
        flow = new UnitFlow(2 * before.length, before.length + edges);
        inner = new int[before.length];
        for (int node = 0; node < before.length; node++) {
            flow.setTarget(out(node), ends[node]);
            inner[node] = flow.arc(in(node), out(node), (byte) 1);
            for (int earlier : before[node]) {
                flow.arc(out(node), in(earlier), ENDLESS);
            }
        }
        rooms = flow.rooms();
    }

    /** The size of the smallest set that separates {@code vertex}, which is no end, as described above. */
    public int smallest(int vertex, BitSet gone, BitSet standing) {
        flow.setRooms(rooms);
        for (int node = gone.nextSetBit(0); node >= 0; node = gone.nextSetBit(node + 1)) {
            flow.setRoom(inner[node], ENDLESS);
        }
        for (int node = standing.nextSetBit(0); node >= 0; node = standing.nextSetBit(node + 1)) {
            flow.setTarget(out(node), true);
        }
        int paths = 0;
        while (flow.augment(out(vertex))) {
            paths++;
        }
        for (int node = standing.nextSetBit(0); node >= 0; node = standing.nextSetBit(node + 1)) {
            flow.setTarget(out(node), ends[node]);
        }
        return paths;
    }
}
