package crosscountry.search.bound;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why no order of a scalar graph is cheaper than {@code lowerBound}. When a vertex v is eliminated, its predecessors part
 * the inputs from it and its successors part it from the outputs, whatever went before; so they are at least as many as
 * there are paths that share nothing but v, and the step costs at least the product of the two numbers (game.md, section
 * 10). The certificate lists such paths; whoever checks it needs the graph and nothing else.
 *
 * <p>Vertices may get in each other's way: what makes one cheap makes another dear. So a certificate may also list groups.
 * Whatever the order is, the members of a group come in some order of their own; when one of them is eliminated, those
 * before it are gone and those behind it stand, so that its predecessors part it from the inputs and from the standing
 * members above it, without the gone ones, and its successors likewise. The sum of these smallest products, least over all
 * orders of the group, is what the members cost together at least. Each vertex counts once, alone or in one group.
 *
 * @param paths for each eliminable vertex outside of the groups its paths
 */
public record Certificate(String graph, long lowerBound, List<Paths> paths, List<Group> groups) {
    /**
     * Vertices that together cost at least {@code least}: the least over all orders of these vertices; whoever checks it
     * finds the separators anew.
     */
    public record Group(List<Integer> vertices, long least) {
        public Group {
            vertices = List.copyOf(vertices);
        }
    }

    /**
     * Paths of one vertex, as ids of the graph: 1..I are inputs, I+v is vertex v; an output that is used again has behind
     * it an output of its own, numbered after all vertices in the order of the outputs.
     *
     * @param in each from an input to the vertex
     * @param out each from the vertex to an output
     */
    public record Paths(int vertex, List<List<Integer>> in, List<List<Integer>> out) {
        public long product() {
            return (long) in.size() * out.size();
        }
    }

    public Certificate {
        paths = List.copyOf(paths);
        groups = List.copyOf(groups);
    }

    /** {@code {"graph","lowerBound","vertices":[{"vertex","in":[[ids]],"out":[[ids]]}],"groups":[{"vertices","least"}]}}. */
    public String json() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("graph", graph);
        file.put("lowerBound", lowerBound);
        file.put("vertices", new ArrayList<>(paths));
        file.put("groups", new ArrayList<>(groups));
        try {
            return new ObjectMapper().addMixIn(Paths.class, OnlyFields.class).writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Products follow from the paths and do not stand in the file. */
    private interface OnlyFields {
        @JsonIgnore
        long product();
    }
}
