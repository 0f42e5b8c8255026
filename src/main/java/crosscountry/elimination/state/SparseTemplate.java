package crosscountry.elimination.state;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.EdgeType;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.elimination.edge.OutputVertices;
import crosscountry.elimination.edge.PlainEdges;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A graph of scalars, prepared once: it starts any number of {@link SparseState}s and counts what whole orders cost.
 * The lists of neighbours stand one behind the other in one array a side.
 */
public final class SparseTemplate {
    private final Graph graph;
    private final CostModel rules;
    private final PlainEdges edges;
    private final int size;
    private final int nodes;
    /** The id behind each column. */
    private final int[] ids;
    /** The column of each id. */
    private final int[] columns;
    /** The index of each vertex number, -1 for an output. */
    private final int[] indices;

    private final Neighbours before;
    private final Neighbours after;

    private SparseTemplate(Graph graph, CostModel rules, PlainEdges edges) {
        this.graph = graph;
        this.rules = rules;
        this.edges = edges;
        OutputVertices outputs = edges.outputs();
        int vertices = graph.vertices().size();
        nodes = graph.id(vertices + outputs.virtual().size());
        indices = new int[vertices + 1];
        indices[0] = -1;
        outputs.terminal().forEach(vertex -> indices[vertex] = -1);
        int eliminable = 0;
        for (int vertex = 1; vertex <= vertices; vertex++) {
            if (indices[vertex] == 0) {
                indices[vertex] = eliminable++;
            }
        }
        size = eliminable;
        ids = new int[nodes];
        columns = new int[nodes + 1];
        int other = size;
        for (int id = 1; id <= nodes; id++) {
            int vertex = id - graph.inputs().size();
            boolean inner = vertex >= 1 && vertex <= vertices && indices[vertex] >= 0;
            columns[id] = inner ? indices[vertex] : other++;
            ids[columns[id]] = id;
        }
        before = new Neighbours(false);
        after = new Neighbours(true);
    }

    /**
     * Empty where {@link SparseState} cannot hold the graph; stated edges in a circle are an error. The other way to
     * ask is {@link #of}.
     */
    public static Optional<SparseTemplate> find(Graph graph, CostModel rules) {
        Optional<PlainEdges> edges = PlainEdges.of(graph, rules);
        if (edges.isPresent() && graph.edges().isPresent()) {
            Cycles.refuse(graph, InitialEdges.of(graph, rules));
        }
        return edges.map(plain -> new SparseTemplate(graph, rules, plain));
    }

    /** A graph of tensors, or a cost of generated code, is an error. */
    public static SparseTemplate of(Graph graph, CostModel rules) {
        return find(graph, rules).orElseThrow(() -> refusal(graph, rules));
    }

    private static GraphException refusal(Graph graph, CostModel rules) {
        if (!PlainEdges.areNumbers(graph, rules)) {
            return new GraphException(graph.name() + " has " + graph.vertices().size()
                    + " vertices: so large a graph can be played if all its values are "
                    + "numbers, with the cost published or algebra");
        }
        Edge edge = InitialEdges.of(graph, rules).stream()
                .filter(other -> other.type() != EdgeType.DENSE && other.type() != EdgeType.COPY)
                .findFirst()
                .orElseThrow();
        return new GraphException(
                graph.name() + " has an edge " + edge.source() + " -> " + graph.id(edge.target()) + " of type "
                        + edge.type().code() + "; so large a graph can be played if its edges are of type 1 or -1");
    }

    /** A state at the start. */
    public SparseState start() {
        return new SparseState(this);
    }

    /**
     * What a whole order costs, at the price of a game that nothing has to be taken back from. Where the cost reaches
     * the limit, or it is over, this is what has been counted so far, but at least the limit.
     *
     * @param order indices, each once
     * @param over asked often
     */
    public long total(int[] order, long limit, BooleanSupplier over) {
        return new OrderCount(this).total(order, limit, over);
    }

    public Graph graph() {
        return graph;
    }

    public CostModel rules() {
        return rules;
    }

    public PlainEdges edges() {
        return edges;
    }

    /** The number of eliminable vertices. */
    public int size() {
        return size;
    }

    /** The vertex number of an index. */
    public int vertex(int index) {
        return ids[index] - graph.inputs().size();
    }

    /** The index of a vertex number, -1 where it is no eliminable vertex. */
    public int index(int vertex) {
        return vertex < 1 || vertex >= indices.length ? -1 : indices[vertex];
    }

    /** How many columns there are: the eliminable vertices, the inputs and the outputs. */
    int nodes() {
        return nodes;
    }

    int id(int column) {
        return ids[column];
    }

    int sourceColumn(int edge) {
        return columns[edges.source(edge)];
    }

    int targetColumn(int edge) {
        return columns[graph.id(edges.target(edge))];
    }

    Neighbours before() {
        return before;
    }

    Neighbours after() {
        return after;
    }

    /**
     * The neighbours of each index on one side, each once: edges into results that nobody reads may be stated twice,
     * and then the last statement holds. An entry is twice the column, one more for a copy.
     */
    final class Neighbours {
        private final int[] first = new int[size + 2];
        private final int[] entries;

        private Neighbours(boolean down) {
            int count = edges.size();
            for (int edge = 0; edge < count; edge++) {
                count(down ? sourceColumn(edge) : targetColumn(edge));
            }
            for (int index = 0; index < size; index++) {
                first[index + 2] += first[index + 1];
            }
            entries = new int[first[size + 1]];
            for (int edge = 0; edge < count; edge++) {
                int source = sourceColumn(edge);
                int target = targetColumn(edge);
                enter(down ? source : target, 2 * (down ? target : source) + (edges.isCopy(edge) ? 1 : 0));
            }
            if (graph.edges().isPresent()) {
                keepLast();
            }
        }

        private void count(int column) {
            if (column < size) {
                first[column + 2]++;
            }
        }

        private void enter(int column, int entry) {
            if (column < size) {
                entries[first[column + 1]++] = entry;
            }
        }

        private void keepLast() {
            int[] place = new int[nodes];
            Arrays.fill(place, -1);
            int kept = 0;
            int next = 0;
            for (int index = 0; index < size; index++) {
                int start = kept;
                int end = first[index + 1];
                for (int k = next; k < end; k++) {
                    int column = entries[k] >> 1;
                    if (place[column] >= start) {
                        entries[place[column]] = entries[k];
                    } else {
                        place[column] = kept;
                        entries[kept++] = entries[k];
                    }
                }
                next = end;
                first[index + 1] = kept;
            }
        }

        /** The entries of an index, as an array of their own. */
        int[] list(int index) {
            return Arrays.copyOfRange(entries, first[index], first[index + 1]);
        }

        /** The columns of an index, as an array of their own. */
        int[] columns(int index) {
            int[] list = list(index);
            for (int k = 0; k < list.length; k++) {
                list[k] >>= 1;
            }
            return list;
        }
    }
}
