package crosscountry.search.bound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A proof that no order of a graph is cheaper than {@code lowerBound}. When a vertex v is eliminated, its predecessors
 * separate it from the inputs and its successors from the outputs, whatever was eliminated before; so there are at
 * least as many of them as paths that share nothing but v, and the step costs at least the product of the two numbers
 * (game.md, section 10). The certificate lists such paths; checking it takes nothing but the graph.
 *
 * <p>On typed edges each pair of paths counts the least that its edges can cost, whatever is added to them
 * ({@link TypedCosts}).
 *
 * <p>Vertices may conflict: what makes one cheap makes another expensive. So a certificate may also list groups. Any
 * order puts the members of a group in some order; when one of them is eliminated, the earlier ones are gone and the
 * later ones remain, so its predecessors separate it from the inputs and from the remaining members above it, without
 * the gone ones, and its successors likewise. The sum of these smallest products, minimized over all orders of the
 * group, bounds what its members cost together. Each vertex counts once, alone or in one group.
 *
 * @param paths for each eliminable vertex outside of the groups its paths
 */
public record Certificate(String graph, long lowerBound, List<Paths> paths, List<Group> groups) {
    /**
     * Vertices that together cost at least {@code least}, the minimum over all their orders; a check recomputes the
     * separators.
     */
    public record Group(List<Integer> vertices, long least) {
        public Group {
            vertices = List.copyOf(vertices);
        }
    }

    /**
     * Paths of one vertex, as ids of the graph: 1..I are inputs, I+v is vertex v; an output that is used again has
     * behind it an output of its own, numbered after all vertices in the order of the outputs.
     *
     * @param in each from an input to the vertex
     * @param out each from the vertex to an output
     * @param least what eliminating the vertex costs at least: on scalar edges the product of the numbers of paths
     */
    public record Paths(int vertex, List<List<Integer>> in, List<List<Integer>> out, long least) {}

    public Certificate {
        paths = List.copyOf(paths);
        groups = List.copyOf(groups);
    }

    /**
     * {@code {"graph","lowerBound","vertices":[...],"groups":[...]}}, where each of the vertices is
     * {@code {"vertex","in":[[ids]],"out":[[ids]],"least"}} and each of the groups {@code {"vertices","least"}}.
     */
    public String json() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("graph", graph);
        file.put("lowerBound", lowerBound);
        file.put("vertices", new ArrayList<>(paths));
        file.put("groups", new ArrayList<>(groups));
        try {
            return new ObjectMapper().writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
