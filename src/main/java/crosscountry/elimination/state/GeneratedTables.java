package crosscountry.elimination.state;

import crosscountry.elimination.edge.Content;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.Work;
import java.util.HashMap;
import java.util.Map;

/**
 * The costs of generated code on packed edges. The readable rules are asked once for each combination that occurs
 * (types, extents and contents of two edges and of what is there), and the answers are kept: a graph has few.
 */
final class GeneratedTables {
    /** What a product onto an edge costs, and what the edge is then. */
    private record Sum(long cost, int result) {}

    private record Key(int old, int in, int out) {}

    private static final int SLOTS = 1 << 12;
    private final CostModel rules;
    private final PackedAlgebra tables;
    private final Map<Key, Sum> known = new HashMap<>();
    private final Map<Integer, Long> entries = new HashMap<>();
    /** A small direct table before the map, for one thread; a slot holds a key and its answer. */
    private final int[] keys = new int[3 * SLOTS];

    private final Sum[] sums = new Sum[SLOTS];
    private final int[] sizeKeys = new int[SLOTS];
    private final long[] sizes = new long[SLOTS];

    GeneratedTables(CostModel rules, PackedAlgebra tables) {
        this.rules = rules;
        this.tables = tables;
    }

    /** For another thread. */
    GeneratedTables copy(PackedAlgebra own) {
        return new GeneratedTables(rules, own);
    }

    /** The cost of a whole step, from that of its products and the values that live at its end. */
    long stepCost(long products, long liveValues) {
        return rules.stepCost(products, () -> liveValues);
    }

    int add(int old, int in, int out) {
        return sum(old, in, out).result();
    }

    long cost(int old, int in, int out) {
        return sum(old, in, out).cost();
    }

    private Sum sum(int old, int in, int out) {
        int hash = (old * 0x9E3779B9 ^ in * 0x85EBCA6B ^ out * 0xC2B2AE35) >>> 20;
        if (sums[hash] != null && keys[3 * hash] == old && keys[3 * hash + 1] == in && keys[3 * hash + 2] == out) {
            return sums[hash];
        }
        Sum sum = known.computeIfAbsent(new Key(old, in, out), this::asked);
        keys[3 * hash] = old;
        keys[3 * hash + 1] = in;
        keys[3 * hash + 2] = out;
        sums[hash] = sum;
        return sum;
    }

    private Sum asked(Key key) {
        Edge in = tables.unpack(key.in(), 1, 1);
        Edge out = tables.unpack(key.out(), 1, 1);
        Edge old = (key.old() & PackedAlgebra.STRUCTURE) == 0 ? null : tables.unpack(key.old(), 1, 1);
        return new Sum(rules.cost(in, out, old), tables.pack(rules.after(in, out, old)));
    }

    /** Numbers in memory for an edge as it is. */
    long live(int edge) {
        return edge >>> PackedAlgebra.CONTENT_SHIFT == Content.VARIABLE.ordinal()
                        && (edge & PackedAlgebra.STRUCTURE) != 0
                ? entries(edge)
                : 0;
    }

    /** Numbers in memory for an edge once it is needed. */
    long stored(int edge) {
        return edge >>> PackedAlgebra.CONTENT_SHIFT <= Content.ELEMENTAL.ordinal() ? entries(edge) : 0;
    }

    /** Numbers in memory that needing an edge adds. */
    long needed(int edge) {
        return edge >>> PackedAlgebra.CONTENT_SHIFT == Content.ELEMENTAL.ordinal() ? entries(edge) : 0;
    }

    long stored(int[] edges, int count) {
        long sum = 0;
        for (int k = 0; k < count; k++) {
            sum += stored(edges[k]);
        }
        return sum;
    }

    long needed(int[] edges, int count) {
        long sum = 0;
        for (int k = 0; k < count; k++) {
            sum += needed(edges[k]);
        }
        return sum;
    }

    private long entries(int edge) {
        int structure = edge & ~(3 << PackedAlgebra.CONTENT_SHIFT); // a variable edge of this structure
        int hash = structure * 0x9E3779B9 >>> 20;
        if (sizeKeys[hash] != structure) {
            sizes[hash] = entries.computeIfAbsent(structure, key -> Work.live(tables.unpack(key, 1, 1)));
            sizeKeys[hash] = structure;
        }
        return sizes[hash];
    }
}
