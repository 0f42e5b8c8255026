package crosscountry.elimination;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.graph.Graph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A graph with elemental partials on its edges, at some point of an elimination. Immutable and made to be read; search
 * uses the states of {@code elimination.state}.
 */
public final class Linearization {
    private record Place(int target, int source) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return target != other.target
                    ? Integer.compare(target, other.target)
                    : Integer.compare(source, other.source);
        }
    }

    private final Graph graph;
    private final CostModel rules;
    private final SortedSet<Integer> open;
    private final NavigableMap<Place, Edge> edges;

    private Linearization(Graph graph, CostModel rules, SortedSet<Integer> open, NavigableMap<Place, Edge> edges) {
        this.graph = graph;
        this.rules = rules;
        this.open = open;
        this.edges = edges;
    }

    public static Linearization of(Graph graph, CostModel rules) {
        SortedSet<Integer> open = Legality.eliminable(graph);
        NavigableMap<Place, Edge> edges = new TreeMap<>();
        for (Edge edge : InitialEdges.of(graph, rules)) {
            edges.put(new Place(edge.target(), edge.source()), edge);
        }
        return new Linearization(graph, rules, open, edges);
    }

    public Graph graph() {
        return graph;
    }

    public CostModel rules() {
        return rules;
    }

    /** The vertices that may be eliminated now, ascending. */
    public SortedSet<Integer> open() {
        return Collections.unmodifiableSortedSet(open);
    }

    public boolean isFinished() {
        return open.isEmpty();
    }

    /** All edges, by target, then source. */
    public List<Edge> edges() {
        return List.copyOf(edges.values());
    }

    /** False where values have more than two axes, so that edges carry {@link Edge#ties}. */
    public boolean isOfPairs() {
        return edges.values().stream().allMatch(edge -> edge.ties().isEmpty());
    }

    /** In-edges of a vertex, by ascending source. */
    public List<Edge> in(int vertex) {
        return edges.subMap(new Place(vertex, 0), new Place(vertex + 1, 0)).values().stream()
                .toList();
    }

    /** Out-edges of a vertex, by ascending target. */
    public List<Edge> out(int vertex) {
        int id = graph.id(vertex);
        return edges.values().stream().filter(edge -> edge.source() == id).toList();
    }

    /** The degree of the published minimal-Markowitz heuristic (game.md, section 7); |in| x |out| on scalar graphs. */
    public long markowitzDegree(int vertex) {
        long in = 0;
        for (Edge edge : out(vertex)) {
            in += MarkowitzWeight.in(edge);
        }
        long out = 0;
        for (Edge edge : in(vertex)) {
            out += MarkowitzWeight.out(edge);
        }
        return in * out;
    }

    /** Eliminates an open vertex (game.md, section 5); anything else is an error that names the open ones. */
    public Step eliminate(int vertex) {
        if (!open.contains(vertex)) {
            throw Legality.illegal(graph, open, vertex);
        }
        NavigableMap<Place, Edge> after = new TreeMap<>(edges);
        List<Product> products = new ArrayList<>();
        List<Edge> ins = in(vertex);
        long cost = 0;
        for (Edge out : out(vertex)) {
            for (Edge in : ins) {
                Product product = product(in, out, after.get(new Place(out.target(), in.source())));
                after.put(new Place(out.target(), in.source()), product.result());
                products.add(product);
                cost += product.cost();
            }
        }
        long total = rules.stepCost(cost, () -> Peak.of(graph, vertex, edges.values(), after.values()));
        int id = graph.id(vertex);
        after.values().removeIf(edge -> edge.target() == vertex || edge.source() == id);
        SortedSet<Integer> rest = new TreeSet<>(open);
        rest.remove(vertex);
        return new Step(vertex, total, products, new Linearization(graph, rules, rest, after));
    }

    private Product product(Edge in, Edge out, Edge existing) {
        return new Product(in, out, rules.cost(in, out, existing), rules.after(in, out, existing), existing == null);
    }
}
