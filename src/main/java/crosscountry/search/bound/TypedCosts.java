package crosscountry.search.bound;

import crosscountry.edge.Edge;
import crosscountry.edge.EdgeType;
import crosscountry.edge.Rules;
import crosscountry.graph.Graph;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What the product of an in-edge and an out-edge of a vertex costs at least, where a path into the vertex ends with a known
 * first edge and a path out of it begins with one. Eliminations before may have multiplied the edges at their far ends and
 * added others: their types are then in the {@link TypeClosure} of the first ones, their far extents are those of some
 * value above or below, and a cost is a product of extents. Where extents agree along every tie below the vertex, a tied
 * axis below is at least as long as the vertex's own.
 */
final class TypedCosts {
    private final Rules rules;
    private final Map<Integer, NavigableMap<Integer, Edge>> in = new HashMap<>();
    private final Map<Integer, NavigableMap<Integer, Edge>> out = new HashMap<>();
    private final Map<Integer, Integer> firsts = new HashMap<>();
    private final Map<Integer, Integer> seconds = new HashMap<>();
    private final Map<EdgeType, Set<EdgeType>> above = new HashMap<>();
    private final Map<EdgeType, Set<EdgeType>> below = new HashMap<>();
    private final Map<Integer, Ends> ends = new HashMap<>();
    /** What the edges of a value say of its extents. */
    private final Map<Integer, Set<List<Integer>>> extents = new HashMap<>();
    private final Map<Edge, Integer> ids = new HashMap<>();

    /**
     * Extents that no far end of an edge of this vertex falls short of.
     *
     * @param growing true where no tie leads from a longer axis to a shorter one below the vertex
     * @param shrinking likewise above it, the other way
     */
    private record Ends(int[] out, int[] in, boolean growing, boolean shrinking) {
        int out(EdgeType type, int axis, int own1, int own2) {
            int tied = growing ? type.tiedTo(axis) : 0;
            return Math.max(out[axis - 1], tied == 1 ? own1 : tied == 2 ? own2 : 1);
        }

        int primal(EdgeType type, int axis, int own1, int own2) {
            int most = in[axis - 1];
            for (int own = 1; own <= 2 && shrinking; own++) {
                most = type.tiedTo(own) == axis ? Math.max(most, own == 1 ? own1 : own2) : most;
            }
            return most;
        }
    }

    private TypedCosts(Graph graph, Rules rules, List<Edge> edges) {
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
    }

    /** Empty where values have more than two axes, where some extent is nought, which the rules treat as unknown, or where an edge is stated twice. */
    static Optional<TypedCosts> of(Graph graph, Rules rules, List<Edge> edges) {
        boolean plain = edges.stream().allMatch(edge -> edge.ties().isEmpty() && Math.min(Math.min(edge.o1(), edge.o2()), Math.min(edge.p1(), edge.p2())) > 0);
        long places = edges.stream().map(edge -> List.of(edge.source(), edge.target())).distinct().count();
        return plain && places == edges.size() ? Optional.of(new TypedCosts(graph, rules, edges)) : Optional.empty();
    }

    Set<Integer> before(int id) {
        return in.getOrDefault(id, new TreeMap<>()).keySet();
    }

    Set<Integer> after(int id) {
        return out.getOrDefault(id, new TreeMap<>()).keySet();
    }

    /** The least cost of the product of an edge that comes from {@code source -> id} and one that comes from {@code id -> target}. */
    long least(int source, int id, int target) {
        Ends far = ends.computeIfAbsent(id, this::farEnds);
        int own1 = firsts.get(id);
        int own2 = seconds.get(id);
        long least = Long.MAX_VALUE;
        for (EdgeType inType : above.get(in.get(id).get(source).type())) {
            for (EdgeType outType : below.get(out.get(id).get(target).type())) {
                Edge one = new Edge(1, 1, inType, own1, own2, far.primal(inType, 1, own1, own2), far.primal(inType, 2, own1, own2));
                Edge other = new Edge(1, 1, outType, far.out(outType, 1, own1, own2), far.out(outType, 2, own1, own2), own1, own2);
                least = Math.min(least, rules.cost(one, other));
            }
        }
        return least;
    }

    private Ends farEnds(int id) {
        int[] outs = {Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] ins = {Integer.MAX_VALUE, Integer.MAX_VALUE};
        boolean growing = true;
        for (int node : reached(id, out)) {
            for (Edge edge : out.getOrDefault(node, new TreeMap<>()).values()) {
                outs[0] = Math.min(outs[0], edge.o1());
                outs[1] = Math.min(outs[1], edge.o2());
                growing &= agrees(edge) && ties(edge, true);
            }
        }
        boolean shrinking = true;
        for (int node : reached(id, in)) {
            for (Edge edge : in.getOrDefault(node, new TreeMap<>()).values()) {
                ins[0] = Math.min(ins[0], edge.p1());
                ins[1] = Math.min(ins[1], edge.p2());
                shrinking &= agrees(edge) && ties(edge, false);
            }
        }
        return new Ends(outs, ins, growing, shrinking);
    }

    /** Every edge of its two ends states the same extents for them. */
    private boolean agrees(Edge edge) {
        return extents.get(edge.source()).size() == 1 && extents.get(ids.get(edge)).size() == 1;
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

    /** The node itself and all that follow it. */
    private static List<Integer> reached(int id, Map<Integer, NavigableMap<Integer, Edge>> next) {
        BitSet seen = new BitSet();
        seen.set(id);
        for (boolean grows = true; grows;) {
            int before = seen.cardinality();
            for (int node : seen.stream().toArray()) {
                next.getOrDefault(node, new TreeMap<>()).keySet().forEach(seen::set);
            }
            grows = seen.cardinality() > before;
        }
        return seen.stream().boxed().toList();
    }
}
