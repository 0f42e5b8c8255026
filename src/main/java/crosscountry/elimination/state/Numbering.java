package crosscountry.elimination.state;

import crosscountry.elimination.Legality;
import crosscountry.elimination.edge.Edge;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Indices and columns of a graph. Eliminable vertices have indices 0..size-1 in program order. A row of predecessors
 * has a <em>column</em> for each index, then one for each other source (inputs); a row of successors has one for each
 * index, then one for each other target (outputs).
 */
final class Numbering {
    private final Graph graph;
    private final int[] vertices;
    private final int[] indices;
    private final Map<Integer, Integer> otherSources = new TreeMap<>();
    private final Map<Integer, Integer> otherTargets = new TreeMap<>();

    Numbering(Graph graph, List<Edge> edges) {
        this.graph = graph;
        vertices =
                Legality.eliminable(graph).stream().mapToInt(Integer::intValue).toArray();
        indices = new int[graph.vertices().size() + 1];
        Arrays.fill(indices, -1);
        for (int index = 0; index < vertices.length; index++) {
            indices[vertices[index]] = index;
        }
        for (Edge edge : edges) {
            if (index(edge.source() - graph.inputs().size()) < 0) {
                otherSources.computeIfAbsent(edge.source(), id -> vertices.length + otherSources.size());
            }
            if (index(edge.target()) < 0) {
                otherTargets.computeIfAbsent(edge.target(), number -> vertices.length + otherTargets.size());
            }
        }
    }

    /** The sentence for a number that is no index. */
    static GraphException noIndex(Graph graph, int size, int index) {
        return new GraphException("there is no index " + index + " in " + graph.name() + "; its " + size
                + " eliminable vertices have the indices from 0");
    }

    /** Number of eliminable vertices. */
    int size() {
        return vertices.length;
    }

    int vertex(int index) {
        return vertices[index];
    }

    /** The index of a vertex number, -1 where it is no eliminable vertex. */
    int index(int vertex) {
        return vertex < 1 || vertex >= indices.length ? -1 : indices[vertex];
    }

    /** The id of what stands behind a column of predecessors. */
    int source(int column) {
        return column < vertices.length ? graph.id(vertices[column]) : key(otherSources, column);
    }

    /** The vertex number behind a column of successors. */
    int target(int column) {
        return column < vertices.length ? vertices[column] : key(otherTargets, column);
    }

    private static int key(Map<Integer, Integer> columns, int column) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    int sources() {
        return vertices.length + otherSources.size();
    }

    int targets() {
        return vertices.length + otherTargets.size();
    }

    int sourceColumn(Edge edge) {
        int index = index(edge.source() - graph.inputs().size());
        return index >= 0 ? index : otherSources.get(edge.source());
    }

    int targetColumn(Edge edge) {
        int index = index(edge.target());
        return index >= 0 ? index : otherTargets.get(edge.target());
    }
}
