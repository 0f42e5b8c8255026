package crosscountry.elimination.state;

import crosscountry.elimination.Legality;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.EdgeType;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A graph under a cost, prepared for millions of states; immutable and shared between threads. Eliminable vertices have
 * indices 0..size-1 in program order; {@link #vertex} and {@link #index} translate to the vertex numbers of the graph.
 */
public final class StateTemplate {
    /** A matrix of packed edges has the square of this many entries: larger graphs of tensors do not fit. */
    public static final int MOST_VERTICES = 16_000;

    private final Graph graph;
    private final CostModel rules;
    private final Numbering numbering;
    private final boolean memoryless;
    private final Engine start;
    private final long[] allOpen;
    private final long[] startingDegrees;

    private StateTemplate(Graph graph, CostModel rules, List<Edge> edges) {
        this.graph = graph;
        this.rules = rules;
        numbering = new Numbering(graph, edges);
        allOpen = new long[Math.max(1, (numbering.size() + 63) >>> 6)];
        for (int k = 0; k < numbering.size(); k++) {
            allOpen[k >> 6] |= 1L << k;
        }
        Adjacency adjacency = Adjacency.of(numbering.size(), Math.max(numbering.sources(), numbering.targets()));
        for (Edge edge : edges) {
            adjacency.join(numbering.sourceColumn(edge), numbering.targetColumn(edge));
        }
        memoryless = edges.stream().allMatch(StateTemplate::isScalar);
        if (memoryless && !rules.countsGenerated()) {
            start = new ScalarEngine(adjacency);
        } else {
            PackedAlgebra tables = edges.stream().anyMatch(edge -> edge.ties().isPresent())
                    ? new TieTables(rules)
                    : new EdgeTables(rules, edges);
            int[] matrix = new int[numbering.targets() * numbering.sources()];
            for (Edge edge : edges) {
                matrix[numbering.targetColumn(edge) * numbering.sources() + numbering.sourceColumn(edge)] =
                        tables.pack(edge);
            }
            start = new TypedEngine(
                    tables,
                    rules.countsGenerated() ? new GeneratedTables(rules, tables) : null,
                    adjacency,
                    numbering.sources(),
                    matrix);
        }
        startingDegrees = IntStream.range(0, numbering.size())
                .mapToLong(start::markowitzDegree)
                .toArray();
    }

    private StateTemplate(int size, int columns, List<int[]> arcs) {
        graph = null;
        rules = CostModel.ALGEBRA;
        numbering = null;
        memoryless = true;
        allOpen = new long[Math.max(1, (size + 63) >>> 6)];
        Adjacency adjacency = Adjacency.of(size, columns);
        for (int k = 0; k < size; k++) {
            allOpen[k >> 6] |= 1L << k;
        }
        arcs.forEach(arc -> adjacency.join(arc[0], arc[1]));
        start = new ScalarEngine(adjacency);
        startingDegrees =
                IntStream.range(0, size).mapToLong(start::markowitzDegree).toArray();
    }

    /**
     * A part of a larger graph of scalars: vertices 0..size-1, numbered as their indices, with all their edges; other
     * columns, up to {@code columns}-1, are what surrounds it. It has no graph.
     *
     * @param arcs pairs of a source column and a target column
     */
    public static StateTemplate part(int size, int columns, List<int[]> arcs) {
        return new StateTemplate(size, columns, arcs);
    }

    public static StateTemplate of(Graph graph, CostModel rules) {
        // of edges stated twice between the same values the last one holds, as in the readable state
        Map<List<Integer>, Edge> edges = new LinkedHashMap<>();
        for (Edge edge : InitialEdges.of(graph, rules)) {
            edges.put(List.of(edge.source(), edge.target()), edge);
        }
        List<Edge> list = List.copyOf(edges.values());
        Cycles.refuse(graph, list);
        return new StateTemplate(graph, rules, list);
    }

    private static boolean isScalar(Edge edge) {
        return edge.type() == EdgeType.DENSE && edge.o1() == 1 && edge.o2() == 1 && edge.p1() == 1 && edge.p2() == 1;
    }

    public Graph graph() {
        return graph;
    }

    public CostModel rules() {
        return rules;
    }

    /** The number of eliminable vertices: the length of a whole elimination. */
    public int size() {
        return startingDegrees.length;
    }

    /** True where every edge is one number, so that a vertex costs in-degree times out-degree. */
    public boolean isScalar() {
        return start instanceof ScalarEngine;
    }

    /**
     * True where every edge is one number: the cost of the rest depends only on which vertices are gone, not on their
     * order. Copies do not count as numbers.
     */
    public boolean isMemoryless() {
        return memoryless;
    }

    /** The vertex number of an index 0..size-1. */
    public int vertex(int index) {
        return numbering == null ? index : numbering.vertex(index);
    }

    /** The index of a vertex number; -1 for an output, which is never eliminated, and for what is no vertex. */
    public int index(int vertex) {
        return numbering.index(vertex);
    }

    /** The id of the input or vertex behind a column of {@link BitsetState#predecessors}. */
    public int sourceId(int column) {
        return numbering == null ? column : numbering.source(column);
    }

    /** The number of the vertex or virtual output behind a column of {@link BitsetState#successors}. */
    public int targetVertex(int column) {
        return numbering == null ? column : numbering.target(column);
    }

    /** The id of the vertex or virtual output behind a column of {@link BitsetState#successors}. */
    int targetId(int column) {
        return numbering == null ? column : graph.id(numbering.target(column));
    }

    /** A new state at its start, for one thread. */
    public BitsetState start() {
        return new BitsetState(this);
    }

    /** Indices as an order of vertex numbers. */
    public Order order(int... indices) {
        return new Order(Arrays.stream(indices).mapToObj(this::vertex).toList());
    }

    /** The indices of a complete order; an incomplete or illegal one is an error that names the open vertices. */
    public int[] indices(Order order) {
        Legality.check(graph, order);
        return order.vertices().stream().mapToInt(this::index).toArray();
    }

    Engine startingEngine() {
        return start;
    }

    /** The Markowitz degrees at the start; not to be changed. */
    long[] startingDegrees() {
        return startingDegrees;
    }

    /** The open set at the start as bits; not to be changed. */
    long[] allOpen() {
        return allOpen;
    }

    GraphException illegal(long[] openBits, int index) {
        if (index < 0 || index >= size()) {
            return Numbering.noIndex(graph, size(), index);
        }
        SortedSet<Integer> open = new TreeSet<>();
        BitSet.valueOf(openBits).stream().forEach(k -> open.add(vertex(k)));
        return Legality.illegal(graph, open, vertex(index));
    }
}
