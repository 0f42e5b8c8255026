package crosscountry.search.bound;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.EdgeType;
import crosscountry.graph.Graph;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * What the product of an in-edge and an out-edge of a vertex costs at least, where a path into the vertex ends with a
 * known first edge and a path out of it begins with one. Eliminations before may have multiplied the edges at their far
 * ends and added others: their types are then in the {@link TypeClosure} of the first ones, their far extents are those
 * of some value above or below, and a cost is a product of extents. Where extents agree along every tie below the
 * vertex, a tied axis below is at least as long as the vertex's own.
 */
final class TypedCosts {
    private final CostModel rules;
    private final Map<Integer, NavigableMap<Integer, Edge>> in = new HashMap<>();
    private final Map<Integer, NavigableMap<Integer, Edge>> out = new HashMap<>();
    private final Map<Integer, Integer> firsts = new HashMap<>();
    private final Map<Integer, Integer> seconds = new HashMap<>();
    private final Map<EdgeType, Set<EdgeType>> above = new HashMap<>();
    private final Map<EdgeType, Set<EdgeType>> below = new HashMap<>();
    private final Map<Integer, Far> farBelow = new HashMap<>();
    private final Map<Integer, Far> farAbove = new HashMap<>();
    /** What the edges of a value say of its extents. */
    private final Map<Integer, Set<List<Integer>>> extents = new HashMap<>();

    private final Map<Edge, Integer> ids = new HashMap<>();

    /**
     * Extents that no far end of an edge below (above) a value falls short of, and whether ties there lead to no
     * shorter (longer) axis.
     */
    private record Far(int first, int second, boolean tied) {
        static final Far NONE = new Far(Integer.MAX_VALUE, Integer.MAX_VALUE, true);

        int least(int axis) {
            return axis == 1 ? first : second;
        }

        Far and(Far other) {
            return new Far(Math.min(first, other.first), Math.min(second, other.second), tied && other.tied);
        }
    }

    /**
     * What a path's edges next to a vertex may have become: the vertex's own extents, and what is known below and above
     * it.
     */
    private record Ends(int own1, int own2, Far below, Far above) {
        Edge in(EdgeType type) {
            return new Edge(1, 1, type, own1, own2, primal(type, 1), primal(type, 2));
        }

        Edge out(EdgeType type) {
            return new Edge(1, 1, type, out(type, 1), out(type, 2), own1, own2);
        }

        private int out(EdgeType type, int axis) {
            int tied = below.tied ? type.tiedTo(axis) : 0;
            return Math.max(below.least(axis), tied == 1 ? own1 : tied == 2 ? own2 : 1);
        }

        private int primal(EdgeType type, int axis) {
            int most = above.least(axis);
            for (int own = 1; own <= 2 && above.tied; own++) {
                most = type.tiedTo(own) == axis ? Math.max(most, own == 1 ? own1 : own2) : most;
            }
            return most;
        }
    }

    private TypedCosts(Graph graph, CostModel rules, List<Edge> edges) {
        this.rules = rules;
        for (Edge edge : edges) {
            int target = graph.id(edge.target());
            in.computeIfAbsent(target, key -> new TreeMap<>()).put(edge.source(), edge);
            out.computeIfAbsent(edge.source(), key -> new TreeMap<>()).put(target, edge);
            ids.put(edge, target);
            extents.computeIfAbsent(edge.source(), key -> new HashSet<>()).add(List.of(edge.p1(), edge.p2()));
            extents.computeIfAbsent(target, key -> new HashSet<>()).add(List.of(edge.o1(), edge.o2()));
            firsts.merge(edge.source(), edge.p1(), Math::min);
            seconds.merge(edge.source(), edge.p2(), Math::min);
        }
        Set<EdgeType> types = TypeClosure.all(edges.stream().map(Edge::type).toList(), rules);
        BiFunction<EdgeType, EdgeType, EdgeType> fromAbove = (type, other) -> rules.product(other, type);
        for (EdgeType type : types) {
            above.put(type, TypeClosure.of(type, types, rules, fromAbove));
            below.put(type, TypeClosure.of(type, types, rules, rules::product));
        }
        // numbers go along edges: what comes after a value is known before it is asked for
        for (int id : new TreeSet<>(out.keySet()).descendingSet()) {
            out.get(id)
                    .forEach((target, edge) -> farBelow.merge(
                            id,
                            new Far(edge.o1(), edge.o2(), agrees(edge) && ties(edge, true))
                                    .and(farBelow.getOrDefault(target, Far.NONE)),
                            Far::and));
        }
        for (int id : new TreeSet<>(in.keySet())) {
            in.get(id)
                    .forEach((source, edge) -> farAbove.merge(
                            id,
                            new Far(edge.p1(), edge.p2(), agrees(edge) && ties(edge, false))
                                    .and(farAbove.getOrDefault(source, Far.NONE)),
                            Far::and));
        }
    }

    /**
     * Empty where values have more than two axes, where some extent is nought, which the rules treat as unknown, or
     * where an edge is stated twice.
     */
    static Optional<TypedCosts> of(Graph graph, CostModel rules, List<Edge> edges) {
        boolean plain = edges.stream()
                .allMatch(edge -> edge.ties().isEmpty()
                        && Math.min(Math.min(edge.o1(), edge.o2()), Math.min(edge.p1(), edge.p2())) > 0);
        long places = edges.stream()
                .map(edge -> List.of(edge.source(), edge.target()))
                .distinct()
                .count();
        return plain && places == edges.size() ? Optional.of(new TypedCosts(graph, rules, edges)) : Optional.empty();
    }

    Set<Integer> before(int id) {
        return in.getOrDefault(id, new TreeMap<>()).keySet();
    }

    Set<Integer> after(int id) {
        return out.getOrDefault(id, new TreeMap<>()).keySet();
    }

    /**
     * The least cost of the product of an edge that comes from {@code source -> id} and one that comes from {@code id
     * -> target}.
     */
    long least(int source, int id, int target) {
        Ends ends = new Ends(
                firsts.get(id),
                seconds.get(id),
                farBelow.getOrDefault(id, Far.NONE),
                farAbove.getOrDefault(id, Far.NONE));
        long least = Long.MAX_VALUE;
        for (EdgeType inType : above.get(in.get(id).get(source).type())) {
            for (EdgeType outType : below.get(out.get(id).get(target).type())) {
                least = Math.min(least, rules.cost(ends.in(inType), ends.out(outType)));
            }
        }
        return least;
    }

    /** Every edge of its two ends states the same extents for them. */
    private boolean agrees(Edge edge) {
        return extents.get(edge.source()).size() == 1
                && extents.get(ids.get(edge)).size() == 1;
    }

    private static boolean ties(Edge edge, boolean growing) {
        int[] primal = {0, edge.p1(), edge.p2()};
        for (int axis = 1; axis <= 2; axis++) {
            int own = axis == 1 ? edge.o1() : edge.o2();
            int tied = edge.type().tiedTo(axis);
            if (tied > 0 && (growing ? own < primal[tied] : own > primal[tied])) {
                return false;
            }
        }
        return true;
    }
}
