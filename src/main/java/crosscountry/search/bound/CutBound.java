package crosscountry.search.bound;

import crosscountry.elimination.Legality;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.EdgeType;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.graph.Graph;
import crosscountry.search.flow.DisjointPaths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The lower bound by vertex-disjoint paths, for scalar and for typed edges. */
public final class CutBound {
    private CutBound() {}

    /** Empty for the costs of generated code, where a product may be free whatever edges there are. */
    public static Optional<Certificate> of(Graph graph, CostModel rules) {
        if (rules.countsGenerated()) {
            return Optional.empty();
        }
        List<Edge> edges = InitialEdges.of(graph, rules);
        ScalarEdges structure = ScalarEdges.of(graph, edges);
        boolean scalar = isScalar(edges);
        TypedCosts costs = scalar ? null : TypedCosts.of(graph, rules, edges).orElse(null);
        DisjointPaths before = new DisjointPaths(structure.before(), structure.inputs());
        DisjointPaths after = new DisjointPaths(structure.after(), structure.outputs());
        List<Certificate.Paths> paths = new ArrayList<>();
        for (int vertex : Legality.eliminable(graph)) {
            int id = graph.id(vertex);
            if (scalar) {
                List<List<Integer>> in = before.into(id, structure.before()[id]);
                List<List<Integer>> out = turned(after.into(id, structure.after()[id]));
                paths.add(
                        in.isEmpty() || out.isEmpty()
                                ? nothing(vertex)
                                : new Certificate.Paths(vertex, in, out, (long) in.size() * out.size()));
            } else {
                paths.add(costs == null ? nothing(vertex) : typed(id, vertex, before, after, costs));
            }
        }
        return Optional.of(new Certificate(
                graph.name(), paths.stream().mapToLong(Certificate.Paths::least).sum(), paths, List.of()));
    }

    /** True where every edge is one number. */
    static boolean isScalar(List<Edge> edges) {
        return edges.stream()
                .allMatch(edge -> edge.type() == EdgeType.DENSE && edge.o1() * edge.o2() * edge.p1() * edge.p2() == 1);
    }

    /** Only edges that cost something beside some edge on the other side may be next to the vertex. */
    private static Certificate.Paths typed(
            int id, int vertex, DisjointPaths before, DisjointPaths after, TypedCosts costs) {
        int[] sources = costs.before(id).stream()
                .filter(source -> costs.after(id).stream().anyMatch(target -> costs.least(source, id, target) > 0))
                .mapToInt(Integer::intValue)
                .distinct()
                .sorted()
                .toArray();
        int[] targets = costs.after(id).stream()
                .filter(target -> costs.before(id).stream().anyMatch(source -> costs.least(source, id, target) > 0))
                .mapToInt(Integer::intValue)
                .distinct()
                .sorted()
                .toArray();
        List<List<Integer>> in = before.into(id, sources);
        List<List<Integer>> out = turned(after.into(id, targets));
        long least = 0;
        for (List<Integer> one : in) {
            for (List<Integer> other : out) {
                least += costs.least(one.get(one.size() - 2), id, other.get(1));
            }
        }
        return least == 0 ? nothing(vertex) : new Certificate.Paths(vertex, in, out, least);
    }

    private static Certificate.Paths nothing(int vertex) {
        return new Certificate.Paths(vertex, List.of(), List.of(), 0);
    }

    private static List<List<Integer>> turned(List<List<Integer>> paths) {
        List<List<Integer>> turned = new ArrayList<>();
        for (List<Integer> path : paths) {
            List<Integer> other = new ArrayList<>(path);
            Collections.reverse(other);
            turned.add(Collections.unmodifiableList(other));
        }
        return turned;
    }
}
