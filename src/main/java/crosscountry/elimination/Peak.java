package crosscountry.elimination;

import crosscountry.elimination.edge.Content;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.Work;
import crosscountry.graph.Graph;
import java.util.Collection;

/** The partial values that live when a vertex's products are made and its own edges not yet let go. */
final class Peak {
    private Peak() {}

    /** @param made the edges with the products, those of the vertex among them */
    static long of(Graph graph, int vertex, Collection<Edge> before, Collection<Edge> made) {
        int id = graph.id(vertex);
        long needed = before.stream()
                .filter(edge -> edge.target() == vertex || edge.source() == id)
                .filter(edge -> edge.content() == Content.ELEMENTAL)
                .mapToLong(edge -> Work.live(edge.computed()))
                .sum();
        return needed + made.stream().mapToLong(Work::live).sum();
    }
}
