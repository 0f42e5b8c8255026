package crosscountry.elimination;

import crosscountry.elimination.edge.OutputVertices;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which vertices may be eliminated, and the sentences for orders that break the rules (game.md, section 6). */
public final class Legality {
    private Legality() {}

    /** All vertices but the outputs that nobody reads, ascending. */
    public static SortedSet<Integer> eliminable(Graph graph) {
        return set(open(graph));
    }

    private static BitSet open(Graph graph) {
        BitSet open = new BitSet();
        open.set(1, graph.vertices().size() + 1);
        OutputVertices.of(graph).terminal().forEach(open::clear);
        return open;
    }

    /** Throws unless the order names every eliminable vertex once. */
    public static void check(Graph graph, Order order) {
        BitSet open = open(graph);
        for (int vertex : order.vertices()) {
            if (vertex < 1 || !open.get(vertex)) {
                throw illegal(graph, set(open), vertex);
            }
            open.clear(vertex);
        }
        if (!open.isEmpty()) {
            throw incomplete(set(open));
        }
    }

    private static SortedSet<Integer> set(BitSet vertices) {
        return vertices.stream().boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sentence for a vertex that is not open. */
    public static GraphException illegal(Graph graph, SortedSet<Integer> open, int vertex) {
        return new GraphException(whyClosed(graph, vertex) + "; open vertices: " + named(open));
    }

    /** The sentence for an order that ends too early. */
    public static GraphException incomplete(SortedSet<Integer> open) {
        return new GraphException("the order is not complete: it leaves vertices " + named(open));
    }

    private static String whyClosed(Graph graph, int vertex) {
        if (vertex < 1 || vertex > graph.vertices().size()) {
            return "there is no vertex " + vertex + " in " + graph.name();
        }
        return OutputVertices.of(graph).terminal().contains(vertex)
                ? "vertex " + vertex + " is an output and cannot be eliminated"
                : "vertex " + vertex + " is already eliminated";
    }

    private static String named(SortedSet<Integer> vertices) {
        return vertices.isEmpty()
                ? "none"
                : vertices.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
