package crosscountry.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks a certificate from its file and the graph alone; shares no code with what wrote it. */
public final class CertificateChecker {
    private final Graph graph;
    private final TypedChecker typed;
    private final Set<Long> edges = new HashSet<>();
    private final Set<Integer> ends = new HashSet<>();
    private final Set<Integer> eliminable = new HashSet<>();

    private CertificateChecker(Graph graph) {
        this.graph = graph;
        boolean scalar =
                graph.vertices().stream().allMatch(vertex -> vertex.shape().rank() == 0)
                        && outputsAreReadByNobody(graph);
        typed = scalar ? null : new TypedChecker(graph, CostModel.PUBLISHED);
        Set<Integer> read = new HashSet<>();
        for (Vertex vertex : graph.vertices()) {
            eliminable.add(vertex.number());
            for (Operand operand : vertex.operands()) {
                if (operand instanceof Operand.Ref ref) {
                    read.add(ref.id());
                    edges.add(edge(ref.id(), vertex.id()));
                }
            }
        }
        int virtual = graph.inputs().size() + graph.vertices().size();
        Map<Integer, Integer> outputs = new HashMap<>();
        for (Operand output : graph.outputs()) {
            int id = output instanceof Operand.Ref ref ? ref.id() : 0;
            if (id <= graph.inputs().size() || outputs.containsKey(id)) {
                continue; // a literal or an input: nothing is computed
            }
            outputs.put(id, id);
            if (read.contains(id)) {
                edges.add(edge(id, ++virtual));
                ends.add(virtual);
            } else {
                ends.add(id);
                eliminable.remove(id - graph.inputs().size());
            }
        }
    }

    /** An output that is read again has a copy behind it, and no graph with copies is one of numbers alone. */
    private static boolean outputsAreReadByNobody(Graph graph) {
        return graph.vertices().stream()
                .flatMap(vertex -> vertex.operands().stream())
                .noneMatch(operand -> operand instanceof Operand.Ref ref
                        && ref.id() > graph.inputs().size()
                        && graph.outputs().contains(operand));
    }

    private static long edge(int from, int to) {
        return (long) from << 32 | to;
    }

    /** The bound that the file proves; whatever does not hold is an assertion error that says so. */
    public static long check(Graph graph, String file) throws Exception {
        return new CertificateChecker(graph).bound(new ObjectMapper().readTree(file));
    }

    private long bound(JsonNode file) {
        long sum = 0;
        Set<Integer> seen = new HashSet<>();
        for (JsonNode one : file.get("vertices")) {
            int vertex = one.get("vertex").asInt();
            require(
                    eliminable.contains(vertex) && seen.add(vertex),
                    "vertex " + vertex + " is eliminable and stands once");
            int id = graph.inputs().size() + vertex;
            for (List<Integer> path : disjoint(one.get("in"), id)) {
                require(
                        path.get(0) <= graph.inputs().size() && path.get(path.size() - 1) == id,
                        path + " leads from an input to " + id);
            }
            for (List<Integer> path : disjoint(one.get("out"), id)) {
                require(
                        path.get(0) == id && ends.contains(path.get(path.size() - 1)),
                        path + " leads from " + id + " to an output");
            }
            long least =
                    typed == null ? (long) one.get("in").size() * one.get("out").size() : typed.least(id, one);
            require(
                    one.get("least").asLong() <= least,
                    "vertex " + vertex + " costs at least " + one.get("least") + ", not " + least);
            sum += one.get("least").asLong();
        }
        for (JsonNode group : file.get("groups")) {
            List<Integer> members = new ArrayList<>();
            group.get("vertices").forEach(vertex -> members.add(vertex.asInt()));
            require(
                    members.stream().allMatch(vertex -> eliminable.contains(vertex) && seen.add(vertex)),
                    members + " are eliminable and stand once");
            long least = new GroupChecker(graph, edges, ends).least(members);
            require(
                    group.get("least").asLong() <= least,
                    members + " cost at least " + group.get("least") + " together, not " + least);
            sum += group.get("least").asLong();
        }
        require(sum == file.get("lowerBound").asLong(), "the products add up to the bound");
        return sum;
    }

    private List<List<Integer>> disjoint(JsonNode list, int shared) {
        List<List<Integer>> paths = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        for (JsonNode nodes : list) {
            List<Integer> path = new ArrayList<>();
            nodes.forEach(node -> path.add(node.asInt()));
            for (int k = 0; k < path.size(); k++) {
                require(path.get(k) == shared || used.add(path.get(k)), "no other path uses " + path.get(k));
                require(k == 0 || edges.contains(edge(path.get(k - 1), path.get(k))), "an edge joins " + path);
            }
            paths.add(path);
        }
        return paths;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("it does not hold that " + what);
        }
    }
}
