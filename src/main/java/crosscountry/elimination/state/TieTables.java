package crosscountry.elimination.state;

import crosscountry.elimination.MarkowitzWeight;
import crosscountry.elimination.edge.AxisTies;
import crosscountry.elimination.edge.Content;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.EdgeType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The algebra of values of any rank. A packed edge is the number of its structure, which gets one when it is first
 * seen; the readable rules are asked once for each pair, and the answers are kept: a graph has few. Numbers are shared
 * by all copies, so that states can be compared.
 */
final class TieTables implements PackedAlgebra {
    private static final int SLOTS = 1 << 10;

    /** The result for two structures: that of their product or sum, and the cost of the product. */
    private record Answer(int result, long cost) {}

    /** What all copies share. */
    private record Known(
            CostModel rules,
            Map<AxisTies, Integer> numbers,
            List<Edge> edges,
            Map<Long, Answer> products,
            Map<Long, Answer> sums) {
        int number(Edge edge) {
            Integer number = numbers.get(edge.ties().orElseThrow());
            return number != null ? number : give(edge);
        }

        private synchronized int give(Edge edge) {
            return numbers.computeIfAbsent(edge.ties().orElseThrow(), ties -> {
                edges.add(edge.computed());
                return edges.size();
            });
        }

        Edge edge(int number) {
            return edges.get((number & STRUCTURE) - 1);
        }

        Answer product(long key) {
            Edge in = edge((int) (key >>> 32));
            Edge out = edge((int) key);
            return new Answer(number(rules.after(in, out, null)), rules.cost(in, out));
        }

        Answer sum(long key) {
            Edge sum = edge((int) (key >>> 32)).sum(edge((int) key), Content.VARIABLE);
            return new Answer(number(sum), 0);
        }
    }

    private final Known known;
    /** Small direct tables before the maps, for one thread; a slot holds a key and its answer. */
    private final long[] productKeys = new long[SLOTS];

    private final Answer[] products = new Answer[SLOTS];
    private final long[] sumKeys = new long[SLOTS];
    private final Answer[] sums = new Answer[SLOTS];

    TieTables(CostModel rules) {
        this(new Known(
                rules,
                new ConcurrentHashMap<>(),
                new CopyOnWriteArrayList<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>()));
    }

    private TieTables(Known known) {
        this.known = known;
    }

    @Override
    public PackedAlgebra copy() {
        return new TieTables(known);
    }

    @Override
    public int pack(Edge edge) {
        return known.number(edge) | edge.content().ordinal() << CONTENT_SHIFT;
    }

    @Override
    public Edge unpack(int edge, int source, int target) {
        return Edge.of(source, target, known.edge(edge).ties().orElseThrow(), Content.values()[edge >>> CONTENT_SHIFT]);
    }

    @Override
    public int pair(int in, int out) {
        return product(in, out).result();
    }

    @Override
    public long cost(int pair, int in, int out) {
        return product(in, out).cost();
    }

    @Override
    public int add(int pair, int old, int in, int out) {
        if (old == 0) {
            return pair;
        }
        long key = key(old, pair);
        int slot = slot(key);
        if (sums[slot] == null || sumKeys[slot] != key) {
            sums[slot] = known.sums.computeIfAbsent(key, known::sum);
            sumKeys[slot] = key;
        }
        return sums[slot].result();
    }

    private Answer product(int in, int out) {
        long key = key(in, out);
        int slot = slot(key);
        if (products[slot] == null || productKeys[slot] != key) {
            products[slot] = known.products.computeIfAbsent(key, known::product);
            productKeys[slot] = key;
        }
        return products[slot];
    }

    private static long key(int one, int other) {
        return (long) (one & STRUCTURE) << 32 | other & STRUCTURE;
    }

    private static int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 54);
    }

    @Override
    public long weightIn(int edge) {
        return MarkowitzWeight.in(known.edge(edge));
    }

    @Override
    public long weightOut(int edge) {
        return MarkowitzWeight.out(known.edge(edge));
    }

    @Override
    public boolean isDense(int edge) {
        return edge != 0 && known.edge(edge).type() == EdgeType.DENSE;
    }
}
