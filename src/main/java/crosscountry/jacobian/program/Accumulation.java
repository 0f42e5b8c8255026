package crosscountry.jacobian.program;

import crosscountry.elimination.Legality;
import crosscountry.elimination.Order;
import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import crosscountry.jacobian.program.Program.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Vertex elimination on sparse elemental partials. Every output has a target of its own behind it, joined by an
 * identity: so outputs that are read again, outputs that are inputs and outputs named twice need no special care.
 */
final class Accumulation {
    private static final int[] NONE = {};

    private final Graph graph;
    private final NodeTable table = new NodeTable();
    private final Unrolling values;
    /** Edges into the value with this id; null once it is eliminated, and where there have never been any. */
    private final InEdges[] in;
    /** Ids of the values that read this one, as they came; those whose edge is gone are not taken out. */
    private final int[][] out;

    private final int[] outCounts;
    private final EntryProducts products = new EntryProducts();
    private final BitSet counted = new BitSet();
    private long additions;
    /** Counts every step, in tests. */
    private final Optional<Tally> tally;
    /** Nodes below this number belong to values and partials, which cost the same in every order. */
    private int firstOwn;

    private Accumulation(Graph graph, Optional<Tally> tally) {
        this.graph = graph;
        this.tally = tally;
        values = new Unrolling(graph, table);
        Decisions.add(graph, values);
        int ids = target(graph.outputs().size());
        in = new InEdges[ids];
        out = new int[ids][];
        outCounts = new int[ids];
    }

    /** The program of a complete order; any other order is an error that names the legal set. */
    static Program of(Graph graph, Order order) {
        return of(graph, order, Optional.empty());
    }

    static Program of(Graph graph, Order order, Optional<Tally> tally) {
        Legality.check(graph, order);
        Accumulation accumulation = new Accumulation(graph, tally);
        accumulation.linearize();
        accumulation.prune();
        accumulation.firstOwn = accumulation.table.nodes().size();
        for (int vertex : order.vertices()) {
            accumulation.eliminate(vertex);
        }
        BitSet done = new BitSet();
        order.vertices().forEach(done::set);
        for (Vertex vertex : graph.vertices()) {
            if (!done.get(vertex.number())) {
                accumulation.accumulate(vertex.number()); // an output: only its identity is left behind it
            }
        }
        return accumulation.program();
    }

    private void linearize() {
        ElementalPartials partials = new ElementalPartials(table, values);
        for (Vertex vertex : graph.vertices()) {
            for (int k = 0; k < vertex.operands().size(); k++) {
                if (vertex.operands().get(k) instanceof Operand.Ref ref) {
                    SparseNodes partial = partials.of(vertex, k);
                    SparseNodes edge = edge(ref.id(), vertex.id(), partial.rowCount());
                    for (int row = 0; row < partial.rowCount(); row++) {
                        for (int j = 0; j < partial.count(row); j++) {
                            edge.add(table, row, partial.column(row, j), partial.node(row, j));
                        }
                    }
                }
            }
        }
        int one = table.constant(1);
        for (int k = 0; k < graph.outputs().size(); k++) {
            if (graph.outputs().get(k) instanceof Operand.Ref ref) {
                edges(target(k))
                        .put(
                                ref.id(),
                                SparseNodes.identity(graph.shape(ref.id()).size(), one));
            }
        }
    }

    /** Keeps only edges on a path from an input to an output. */
    private void prune() {
        BitSet reached = new BitSet();
        reached.set(1, graph.inputs().size() + 1);
        for (int id = 1; id < in.length; id++) {
            for (int source : sources(id)) {
                if (!reached.get(source) || in[id].get(source).isEmpty()) {
                    in[id].remove(source);
                }
            }
            reached.set(id, reached.get(id) || in[id] != null && !in[id].isEmpty());
        }
        BitSet needed = new BitSet();
        needed.set(target(0), in.length);
        for (int id = in.length - 1; id > 0; id--) {
            if (!needed.get(id)) {
                in[id] = null;
            }
            for (int source : sources(id)) {
                needed.set(source);
            }
        }
        Arrays.fill(outCounts, 0);
        for (int id = 1; id < in.length; id++) {
            for (int source : sources(id)) {
                addOut(source, id);
            }
        }
    }

    private int target(int output) {
        return graph.inputs().size() + graph.vertices().size() + output + 1;
    }

    private int[] sources(int id) {
        return in[id] == null ? NONE : in[id].sources();
    }

    private InEdges edges(int target) {
        in[target] = in[target] == null ? new InEdges() : in[target];
        return in[target];
    }

    private SparseNodes edge(int source, int target, int rows) {
        SparseNodes edge = edges(target).get(source);
        if (edge == null) {
            edge = new SparseNodes(rows);
            in[target].put(source, edge);
            addOut(source, target);
        }
        return edge;
    }

    private void addOut(int source, int target) {
        if (graph.isInput(source)) { // never eliminated, so nobody asks
            return;
        }
        if (out[source] == null) {
            out[source] = new int[2];
        } else if (outCounts[source] == out[source].length) {
            out[source] = Arrays.copyOf(out[source], 2 * outCounts[source]);
        }
        out[source][outCounts[source]++] = target;
    }

    /** Ids of the values with an edge from this one, ascending. */
    private int[] targets(int id) {
        return out[id] == null
                ? NONE
                : Arrays.stream(out[id], 0, outCounts[id])
                        .filter(target -> in[target] != null && in[target].get(id) != null)
                        .sorted()
                        .toArray();
    }

    private void eliminate(int vertex) {
        int id = graph.id(vertex);
        tally.ifPresent(counter -> counter.begin(table, id, in, targets(id)));
        accumulate(vertex);
        tally.ifPresent(counter -> counter.end(id));
    }

    private void accumulate(int vertex) {
        int id = graph.id(vertex);
        int[] sources = sources(id);
        for (int target : targets(id)) {
            SparseNodes outer = in[target].get(id);
            in[target].remove(id);
            for (int source : sources) {
                multiply(vertex, source, target, in[id].get(source), outer);
            }
        }
        in[id] = null;
        out[id] = null;
    }

    private void multiply(int vertex, int source, int target, SparseNodes inner, SparseNodes outer) {
        SparseNodes edge = edge(source, target, outer.rowCount());
        for (int row = 0; row < outer.rowCount(); row++) {
            for (int j = 0; j < outer.count(row); j++) {
                int middle = outer.column(row, j);
                for (int k = 0; k < inner.count(middle); k++) {
                    int left = outer.node(row, j);
                    int right = inner.node(middle, k);
                    int column = inner.column(middle, k);
                    int before = edge.at(row, column);
                    add(vertex, table.times(left, right), edge, row, column, before);
                    if (tally.isPresent()) {
                        Tally.Place place = new Tally.Place(source, target, row, column);
                        tally.get().product(table, left, right, before, place, edge);
                    }
                }
            }
        }
    }

    private void add(int vertex, int product, SparseNodes edge, int row, int column, int before) {
        int multiplication = table.product(product);
        if (multiplication >= firstOwn) {
            counted.set(multiplication);
        }
        additions += before < 0 || table.isConstant(before) && table.isConstant(product) ? 0 : 1;
        products.add(vertex, product);
        edge.add(table, row, column, product);
    }

    private Program program() {
        List<Integer> outputs = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        int[] columns = new int[graph.inputs().size() + 1];
        for (int k = 0; k < graph.inputs().size(); k++) {
            columns[k + 1] = columns[k] + graph.inputs().get(k).shape().size();
        }
        for (int k = 0; k < graph.outputs().size(); k++) {
            int[] nodes = values.value(graph.outputs().get(k));
            int firstRow = outputs.size();
            for (int source : sources(target(k))) {
                SparseNodes edge = in[target(k)].get(source);
                for (int row = 0; row < edge.rowCount(); row++) {
                    for (int j = 0; j < edge.count(row); j++) {
                        entries.add(new Entry(
                                firstRow + row, columns[source - 1] + edge.column(row, j), edge.node(row, j)));
                    }
                }
            }
            for (int node : nodes) {
                outputs.add(node);
            }
        }
        entries.sort((a, b) ->
                a.row() != b.row() ? Integer.compare(a.row(), b.row()) : Integer.compare(a.column(), b.column()));
        return new Program(
                columns[columns.length - 1],
                table.nodes(),
                outputs,
                entries,
                products,
                counted.cardinality(),
                additions);
    }
}
