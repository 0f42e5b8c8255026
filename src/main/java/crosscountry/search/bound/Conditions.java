package crosscountry.search.bound;

import crosscountry.search.flow.Separators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * A lower bound on what the members of a group cost together: for each member and each set of members eliminated before
 * it, the smallest separators on its two sides; then the cheapest order of the group.
 */
final class Conditions {
    private static final long MOST_REMEMBERED = 100_000_000;
    private final Separators up;
    private final Separators down;
    private final BitSet[] above;
    private final BitSet[] below;
    private final BooleanSupplier stopped;
    /** Separators by vertex, side and relatives: a group that changes by one member keeps most of them. */
    private final Map<List<Integer>, byte[]> known = new HashMap<>();

    private long remembered;

    /** @param stopped polled often; true aborts with a {@link CancellationException} */
    Conditions(ScalarEdges edges, BooleanSupplier stopped) {
        this.stopped = stopped;
        up = new Separators(edges.before(), edges.inputs());
        down = new Separators(edges.after(), edges.outputs());
        above = reached(edges.before());
        below = reached(edges.after());
    }

    /** For each node, all nodes reachable from it. */
    static BitSet[] reached(int[][] next) {
        BitSet[] reached = new BitSet[next.length];
        for (int node = 0; node < next.length; node++) {
            reach(node, next, reached);
        }
        return reached;
    }

    private static BitSet reach(int node, int[][] next, BitSet[] reached) {
        if (reached[node] == null) {
            BitSet all = new BitSet();
            for (int other : next[node]) {
                all.set(other);
                all.or(reach(other, next, reached));
            }
            reached[node] = all;
        }
        return reached[node];
    }

    /** True where a path joins the two, so that their order may matter. */
    boolean related(int one, int other) {
        return above[one].get(other) || below[one].get(other);
    }

    /**
     * The least cost of a group's members together over all their orders: dynamic programming over the sets that are
     * gone.
     *
     * @param group ids, at most as many as {@link GroupBound} takes into a group
     */
    long least(List<Integer> group) {
        int n = group.size();
        int[] upMask = new int[n];
        int[] downMask = new int[n];
        for (int k = 0; k < n; k++) {
            for (int other = 0; other < n; other++) {
                upMask[k] |= above[group.get(k)].get(group.get(other)) ? 1 << other : 0;
                downMask[k] |= below[group.get(k)].get(group.get(other)) ? 1 << other : 0;
            }
        }
        byte[][] ups = new byte[n][];
        byte[][] downs = new byte[n][];
        for (int k = 0; k < n; k++) {
            ups[k] = side(group, k, upMask[k], up);
            downs[k] = side(group, k, downMask[k], down);
        }
        long[] least = new long[1 << n];
        Arrays.fill(least, Long.MAX_VALUE);
        least[0] = 0;
        for (int gone = 0; gone < 1 << n; gone++) {
            for (int k = 0; k < n; k++) {
                if ((gone >> k & 1) == 0) {
                    long cost = least[gone]
                            + (long) ups[k][squeezed(gone, upMask[k])] * downs[k][squeezed(gone, downMask[k])];
                    least[gone | 1 << k] = Math.min(least[gone | 1 << k], cost);
                }
            }
        }
        return least[(1 << n) - 1];
    }

    /**
     * The separators of one member for each set of its relatives that are gone, indexed by the compacted bits of the
     * set.
     */
    private byte[] side(List<Integer> group, int member, int relatives, Separators separators) {
        List<Integer> key = new ArrayList<>(List.of(separators == up ? group.get(member) : -group.get(member)));
        for (int rest = relatives; rest != 0; rest &= rest - 1) {
            key.add(group.get(Integer.numberOfTrailingZeros(rest)));
        }
        byte[] sizes = known.get(key);
        if (sizes == null) {
            sizes = counted(group, member, relatives, separators);
            remembered += sizes.length + 100;
            if (remembered > MOST_REMEMBERED) {
                known.clear();
                remembered = sizes.length;
            }
            known.put(key, sizes);
        }
        return sizes;
    }

    private byte[] counted(List<Integer> group, int member, int relatives, Separators separators) {
        byte[] sizes = new byte[1 << Integer.bitCount(relatives)];
        BitSet gone = new BitSet();
        BitSet standing = new BitSet();
        for (int set = 0; set < sizes.length; set++) {
            if ((set & 255) == 255 && stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            gone.clear();
            standing.clear();
            int bit = 0;
            for (int k = 0; k < group.size(); k++) {
                if ((relatives >> k & 1) == 1) {
                    ((set >> bit++ & 1) == 1 ? gone : standing).set(group.get(k));
                }
            }
            sizes[set] = (byte) Math.min(
                    Byte.MAX_VALUE,
                    separators.smallest(group.get(member), gone, standing)); // less proves less, and no more
        }
        return sizes;
    }

    /** The bits of {@code set} at the places of {@code mask}, moved together. */
    static int squeezed(int set, int mask) {
        int result = 0;
        int bit = 0;
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            result |= (set >> Integer.numberOfTrailingZeros(rest) & 1) << bit++;
        }
        return result;
    }
}
