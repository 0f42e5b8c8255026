package crosscountry.elimination.state;

import crosscountry.elimination.Legality;
import crosscountry.elimination.edge.Edge;
import crosscountry.graph.Graph;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The dense numbers of the fast game. Eliminable vertices have indices 0..n-1 in program order; as columns of a row of
 * predecessors they are followed by the other sources (inputs), as columns of successors by the other targets
 * (outputs).
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
