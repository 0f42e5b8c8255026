package crosscountry.search;

import com.fasterxml.jackson.databind.JsonNode;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.EdgeType;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.graph.Graph;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** What pairs of paths cost at least on typed edges, from tables of all types that are filled until nothing changes. */
final class TypedChecker {
    private static final EdgeType[] TYPES = EdgeType.values();
    private static final int N = TYPES.length;
    private final Graph graph;
    private final CostModel rules;
    private final List<Edge> edges;
    private final boolean[] occurs = new boolean[N];

    TypedChecker(Graph graph, CostModel rules) {
        this.graph = graph;
        this.rules = rules;
        edges = InitialEdges.of(graph, rules);
        edges.forEach(edge -> occurs[edge.type().ordinal()] = true);
        for (boolean changed = true; changed; ) {
            int before = count(occurs);
            for (int a = 0; a < N; a++) {
                for (int b = 0; b < N; b++) {
                    if (occurs[a] && occurs[b]) {
                        occurs[rules.product(TYPES[a], TYPES[b]).ordinal()] = true;
                        occurs[rules.sum(TYPES[a], TYPES[b]).ordinal()] = true;
                    }
                }
            }
            changed = count(occurs) > before;
        }
    }

    private static int count(boolean[] set) {
        int count = 0;
        for (boolean member : set) {
            count += member ? 1 : 0;
        }
        return count;
    }

    private boolean[] becomes(EdgeType first, boolean into) {
        boolean[] set = new boolean[N];
        set[first.ordinal()] = true;
        for (boolean changed = true; changed; ) {
            int before = count(set);
            for (int a = 0; a < N; a++) {
                for (int b = 0; b < N; b++) {
                    if (set[a] && occurs[b]) {
                        set[(into ? rules.product(TYPES[b], TYPES[a]) : rules.product(TYPES[a], TYPES[b])).ordinal()] =
                                true;
                        set[rules.sum(TYPES[a], TYPES[b]).ordinal()] = true;
                        set[rules.sum(TYPES[b], TYPES[a]).ordinal()] = true;
                    }
                }
            }
            changed = count(set) > before;
        }
        return set;
    }

    /** The sum over all pairs of a path in and a path out. */
    long least(int id, JsonNode one) {
        long sum = 0;
        for (JsonNode in : one.get("in")) {
            for (JsonNode out : one.get("out")) {
                sum += pair(
                        edge(in.get(in.size() - 2).asInt(), id),
                        edge(id, out.get(1).asInt()));
            }
        }
        return sum;
    }

    private Edge edge(int source, int target) {
        return edges.stream()
                .filter(e -> e.source() == source && graph.id(e.target()) == target)
                .findFirst()
                .orElseThrow();
    }

    private long pair(Edge in, Edge out) {
        int v = out.source();
        boolean[] below = reach(v, true);
        boolean[] above = reach(v, false);
        Predicate<Edge> after = e -> below[e.source()];
        Predicate<Edge> before = e -> above[graph.id(e.target())];
        int p1 = least(e -> e.source() == v, Edge::p1);
        int p2 = least(e -> e.source() == v, Edge::p2);
        boolean growing = edges.stream().filter(after).allMatch(e -> stated(e) && tied(e, 1));
        boolean shrinking = edges.stream().filter(before).allMatch(e -> stated(e) && tied(e, -1));
        long least = Long.MAX_VALUE;
        boolean[] ins = becomes(in.type(), true);
        boolean[] outs = becomes(out.type(), false);
        for (int a = 0; a < N; a++) {
            for (int b = 0; b < N; b++) {
                if (ins[a] && outs[b]) {
                    int[] far = {
                        least(after, Edge::o1), least(after, Edge::o2), least(before, Edge::p1), least(before, Edge::p2)
                    };
                    for (int axis = 1; axis <= 2; axis++) {
                        int o = TYPES[b].tiedTo(axis);
                        far[axis - 1] = growing && o > 0 ? Math.max(far[axis - 1], o == 1 ? p1 : p2) : far[axis - 1];
                        int p = TYPES[a].tiedTo(axis);
                        if (shrinking && p > 0) {
                            far[1 + p] = Math.max(far[1 + p], axis == 1 ? p1 : p2);
                        }
                    }
                    least = Math.min(
                            least,
                            rules.cost(
                                    new Edge(1, 1, TYPES[a], p1, p2, far[2], far[3]),
                                    new Edge(1, 1, TYPES[b], far[0], far[1], p1, p2)));
                }
            }
        }
        return least;
    }

    private int least(Predicate<Edge> which, ToIntFunction<Edge> extent) {
        return edges.stream().filter(which).mapToInt(extent).min().orElseThrow();
    }

    private boolean[] reach(int id, boolean down) {
        boolean[] seen = new boolean
                [edges.stream()
                                .mapToInt(e -> Math.max(e.source(), graph.id(e.target())))
                                .max()
                                .orElse(0)
                        + 1];
        seen[id] = true;
        for (int pass = 0; pass < seen.length; pass++) {
            for (Edge e : edges) {
                int from = down ? e.source() : graph.id(e.target());
                seen[down ? graph.id(e.target()) : e.source()] |= seen[from];
            }
        }
        return seen;
    }

    /** Every edge at either end of this one says the same of that end. */
    private boolean stated(Edge e) {
        int target = graph.id(e.target());
        return edges.stream()
                .allMatch(other -> (other.source() != e.source() || other.p1() == e.p1() && other.p2() == e.p2())
                        && (graph.id(other.target()) != target || other.o1() == e.o1() && other.o2() == e.o2())
                        && (other.source() != target || other.p1() == e.o1() && other.p2() == e.o2())
                        && (graph.id(other.target()) != e.source() || other.o1() == e.p1() && other.o2() == e.p2()));
    }

    /** No tie leads to a shorter axis (sign 1) or to a longer one (-1). */
    private static boolean tied(Edge e, int sign) {
        int[] primal = {0, e.p1(), e.p2()};
        int[] out = {0, e.o1(), e.o2()};
        for (int axis = 1; axis <= 2; axis++) {
            int p = e.type().tiedTo(axis);
            if (p > 0 && sign * (out[axis] - primal[p]) < 0) {
                return false;
            }
        }
        return true;
    }
}
