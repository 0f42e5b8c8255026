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
        int nodes = 1 + edges.stream().mapToInt(edge -> Math.max(edge.source(), graph.id(edge.target()))).max().orElse(0);
        nodes = Math.max(nodes, 1 + graph.id(graph.vertices().size()));
        List<List<Integer>> before = lists(nodes);
        List<List<Integer>> after = lists(nodes);
        for (Edge edge : edges) {
            before.get(graph.id(edge.target())).add(edge.source());
            after.get(edge.source()).add(graph.id(edge.target()));
        }
        boolean[] inputs = new boolean[nodes];
        boolean[] outputs = new boolean[nodes];
        for (int id = 1; id < nodes; id++) {
            inputs[id] = graph.isInput(id);
            outputs[id] = !inputs[id] && after.get(id).isEmpty() && isOutput(graph, id);
        }
        int[][] up = arrays(before);
        int[][] down = arrays(after);
        List<Certificate.Paths> paths = new ArrayList<>();
        for (int vertex : Legality.eliminable(graph)) {
            List<List<Integer>> in = DisjointPaths.into(graph.id(vertex), up, inputs);
            List<List<Integer>> out = DisjointPaths.into(graph.id(vertex), down, outputs).stream().map(CutBound::turned).toList();
            boolean free = in.isEmpty() || out.isEmpty(); // nothing is proved, and nothing has to be listed
            paths.add(free ? new Certificate.Paths(vertex, List.of(), List.of()) : new Certificate.Paths(vertex, in, out));
        }
        return Optional.of(new Certificate(graph.name(), paths.stream().mapToLong(Certificate.Paths::product).sum(), paths));
    }

    /** An output vertex, or the output of its own behind one that is used again. */
    private static boolean isOutput(Graph graph, int id) {
        int number = id - graph.inputs().size();
        return number > graph.vertices().size() || !Legality.eliminable(graph).contains(number);
    }

    private static List<Integer> turned(List<Integer> path) {
        List<Integer> turned = new ArrayList<>(path);
        Collections.reverse(turned);
        return turned;
    }

    private static List<List<Integer>> lists(int count) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream().map(list -> list.stream().distinct().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }
}
