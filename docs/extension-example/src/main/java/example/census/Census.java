package example.census;

import crosscountry.graph.Graph;
import crosscountry.graph.Vertex;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often each primitive stands in a graph. */
public record Census(String graph, SortedMap<String, Integer> counts) {
    static Census of(Graph graph) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Vertex vertex : graph.vertices()) {
            counts.merge(vertex.primitive().label(), 1, Integer::sum);
        }
        return new Census(graph.name(), counts);
    }
}
