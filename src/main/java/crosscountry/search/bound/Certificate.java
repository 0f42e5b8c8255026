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
 * @param paths for each eliminable vertex its paths
 */
public record Certificate(String graph, long lowerBound, List<Paths> paths) {
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
    }

    /** {@code {"graph","lowerBound","vertices":[{"vertex","in":[[ids]],"out":[[ids]]}]}}. */
    public String json() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("graph", graph);
        file.put("lowerBound", lowerBound);
        file.put("vertices", new ArrayList<>(paths));
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
