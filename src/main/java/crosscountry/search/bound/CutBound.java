package crosscountry.search.bound;

import crosscountry.edge.Edge;
import crosscountry.edge.EdgeType;
import crosscountry.edge.InitialEdges;
import crosscountry.edge.Rules;
import crosscountry.elimination.Legality;
import crosscountry.graph.Graph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The lower bound by vertex-disjoint paths, for graphs whose edges are all scalars. */
public final class CutBound {
    private CutBound() {}

    /** Empty for a graph with tensor edges and for costs of generated code: there a product may cost nothing, and paths prove nothing. */
    public static Optional<Certificate> of(Graph graph, Rules rules) {
        List<Edge> edges = InitialEdges.of(graph, rules);
        if (rules.countsGenerated() || !edges.stream().allMatch(edge -> edge.type() == EdgeType.DENSE && edge.o1() * edge.o2() * edge.p1() * edge.p2() == 1)) {
            return Optional.empty();
        }
        ScalarEdges structure = ScalarEdges.of(graph, edges);
        List<Certificate.Paths> paths = new ArrayList<>();
        for (int vertex : Legality.eliminable(graph)) {
            List<List<Integer>> in = DisjointPaths.into(graph.id(vertex), structure.before(), structure.inputs());
            List<List<Integer>> out = DisjointPaths.into(graph.id(vertex), structure.after(), structure.outputs()).stream().map(CutBound::turned).toList();
            boolean free = in.isEmpty() || out.isEmpty(); // nothing is proved, and nothing has to be listed
            paths.add(free ? new Certificate.Paths(vertex, List.of(), List.of()) : new Certificate.Paths(vertex, in, out));
        }
        return Optional.of(new Certificate(graph.name(), paths.stream().mapToLong(Certificate.Paths::product).sum(), paths, List.of()));
    }

    private static List<Integer> turned(List<Integer> path) {
        List<Integer> turned = new ArrayList<>(path);
        Collections.reverse(turned);
        return turned;
    }
}
