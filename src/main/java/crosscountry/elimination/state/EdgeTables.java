package crosscountry.elimination.state;

import crosscountry.elimination.MarkowitzWeight;
import crosscountry.elimination.edge.Content;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.EdgeType;
import crosscountry.graph.GraphException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The algebra of values of two axes, as tables. A packed edge is its type (1 + ordinal of {@link EdgeType}), the number
 * of its target's extents and the number of its source's.
 *
 * <p>Every cost and weight is a product of some extents, and which ones depends on the types alone. So the readable
 * rules are asked once for each pair of types, with distinct primes as extents, and the prime factors of the answer say
 * it.
 */
final class EdgeTables implements PackedAlgebra {
    private static final int TYPE = 31;
    private static final int OUT_SHIFT = 5;
    private static final int OUT = 0xfff << OUT_SHIFT;
    private static final int PRIMAL_SHIFT = 17;
    private static final int PRIMAL = 0xfff << PRIMAL_SHIFT;
    private static final int MOST_EXTENTS = 1 << 12;

    /** Which part of a pair of extents (a, b) is a factor: 1, a, b, a b; or 0. */
    private static final int NOTHING = 4;

    private record Pair(int first, int second) {}

    private final Map<Pair, Integer> numbers = new HashMap<>();
    private final List<Pair> extents = new ArrayList<>();
    private final int[] pairs = new int[32 * 32];
    private final byte[] sum = new byte[32 * 32];
    private final byte[] weightIn = new byte[32];
    private final byte[] weightOut = new byte[32];
    private final long[] factor;
    private final boolean[] vanishes;
    private final boolean anyVanishes;

    EdgeTables(CostModel rules, List<Edge> edges) {
        number(0, 0);
        for (Edge edge : edges) {
            number(edge.o1(), edge.o2());
            number(edge.p1(), edge.p2());
        }
        if (numbers.size() > MOST_EXTENTS) {
            throw new GraphException(
                    "the graph has " + numbers.size() + " different shapes; at most " + MOST_EXTENTS + " are allowed");
        }
        factor = new long[8 * numbers.size()];
        vanishes = new boolean[numbers.size()];
        numbers.forEach((pair, number) -> {
            long[] products = {1, pair.first(), pair.second(), (long) pair.first() * pair.second(), 0};
            System.arraycopy(products, 0, factor, 8 * number, products.length);
            vanishes[number] = pair.second() == 0;
        });
        anyVanishes = edges.stream().anyMatch(edge -> edge.o2() == 0 || edge.p2() == 0);
        for (EdgeType type : EdgeType.values()) {
            fill(rules, type);
        }
    }

    private void number(int first, int second) {
        if (numbers.putIfAbsent(new Pair(first, second), numbers.size()) == null) {
            extents.add(new Pair(first, second));
        }
    }

    private static int code(EdgeType type) {
        return type.ordinal() + 1;
    }

    private void fill(CostModel rules, EdgeType type) {
        Edge edge = new Edge(1, 1, type, 5, 7, 11, 13);
        int own = code(type);
        sum[own] = (byte) own;
        weightIn[own] = (byte) (part(MarkowitzWeight.in(edge), 5, 7) | part(MarkowitzWeight.in(edge), 11, 13) << 3);
        weightOut[own] = (byte) (part(MarkowitzWeight.out(edge), 5, 7) | part(MarkowitzWeight.out(edge), 11, 13) << 3);
        for (EdgeType other : EdgeType.values()) {
            Edge in = new Edge(1, 1, other, 17, 19, 2, 3);
            int pair = code(other) << 5 | own;
            long cost = rules.cost(in, edge);
            int factors = part(cost, 5, 7) | part(cost, 11, 13) << 3 | part(cost, 2, 3) << 6;
            pairs[pair] = code(rules.product(other, type)) | factors << 5;
            sum[pair] = (byte) code(rules.sum(other, type));
        }
    }

    private static int part(long answer, int first, int second) {
        return answer == 0 ? NOTHING : (answer % first == 0 ? 1 : 0) | (answer % second == 0 ? 2 : 0);
    }

    @Override
    public int pack(Edge edge) {
        int out = numbers.get(new Pair(edge.o1(), edge.o2()));
        int primal = numbers.get(new Pair(edge.p1(), edge.p2()));
        return code(edge.type())
                | out << OUT_SHIFT
                | primal << PRIMAL_SHIFT
                | edge.content().ordinal() << CONTENT_SHIFT;
    }

    @Override
    public Edge unpack(int edge, int source, int target) {
        Pair out = extents.get((edge & OUT) >>> OUT_SHIFT);
        Pair primal = extents.get((edge & PRIMAL) >>> PRIMAL_SHIFT);
        return new Edge(
                source,
                target,
                EdgeType.values()[(edge & TYPE) - 1],
                out.first(),
                out.second(),
                primal.first(),
                primal.second(),
                Content.values()[edge >>> CONTENT_SHIFT]);
    }

    /** The type of the product of these edges, and which extents make its cost. */
    @Override
    public int pair(int in, int out) {
        return pairs[(in & TYPE) << 5 | out & TYPE];
    }

    @Override
    public long cost(int pair, int in, int out) {
        return factor[((out & OUT) >>> OUT_SHIFT) << 3 | pair >> 5 & 7]
                * factor[((out & PRIMAL) >>> PRIMAL_SHIFT) << 3 | pair >> 8 & 7]
                * factor[((in & PRIMAL) >>> PRIMAL_SHIFT) << 3 | pair >> 11];
    }

    @Override
    public int add(int pair, int old, int in, int out) {
        int type = sum[(old & TYPE) << 5 | pair & TYPE];
        if (anyVanishes) {
            int outer = vanishes[(in & OUT) >>> OUT_SHIFT] ? old & OUT : out & OUT;
            int primal = vanishes[(in & PRIMAL) >>> PRIMAL_SHIFT] ? old & PRIMAL : in & PRIMAL;
            return type | outer | primal;
        }
        return type | out & OUT | in & PRIMAL;
    }

    @Override
    public long weightIn(int edge) {
        return weight(edge, weightIn[edge & TYPE]);
    }

    @Override
    public boolean isDense(int edge) {
        return (edge & TYPE) == code(EdgeType.DENSE);
    }

    /** Nothing here changes. */
    @Override
    public PackedAlgebra copy() {
        return this;
    }

    @Override
    public long weightOut(int edge) {
        return weight(edge, weightOut[edge & TYPE]);
    }

    private long weight(int edge, int which) {
        return factor[((edge & OUT) >>> OUT_SHIFT) << 3 | which & 7]
                * factor[((edge & PRIMAL) >>> PRIMAL_SHIFT) << 3 | which >> 3];
    }
}
