package crosscountry.jacobian.program;

import crosscountry.elimination.Legality;
import crosscountry.elimination.Order;
import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import crosscountry.jacobian.program.Program.Entry;
import crosscountry.jacobian.program.Program.EntryProduct;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Vertex elimination on sparse elemental partials. Every output has a target of its own behind it, joined by an
 * identity: so outputs that are read again, outputs that are inputs and outputs named twice need no special care.
 */
final class Accumulation {
    private final Graph graph;
    private final NodeTable table = new NodeTable();
    private final Unrolling values;
    /** in.get(id): edges into this value by source id; out.get(id): the ids of its targets. */
    private final List<NavigableMap<Integer, SparseNodes>> in = new ArrayList<>();

    private final List<Set<Integer>> out = new ArrayList<>();
    private final List<EntryProduct> products = new ArrayList<>();
    private final Set<Integer> counted = new HashSet<>();
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
        int ids = graph.inputs().size()
                + graph.vertices().size()
                + graph.outputs().size();
        for (int id = 0; id <= ids; id++) {
            in.add(new TreeMap<>());
            out.add(new HashSet<>());
        }
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
            int id = graph.id(vertex);
            tally.ifPresent(
                    counter -> counter.begin(accumulation.table, id, accumulation.in, accumulation.out.get(id)));
            accumulation.eliminate(vertex);
            tally.ifPresent(counter -> counter.end(id));
        }
        Set<Integer> done = new HashSet<>(order.vertices());
        for (Vertex vertex : graph.vertices()) {
            if (!done.contains(vertex.number())) {
                accumulation.eliminate(vertex.number()); // an output: only its identity is left behind it
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
                        int at = row;
                        partial.row(row).forEach((column, node) -> edge.add(table, at, column, node));
                    }
                }
            }
        }
        int one = table.constant(1);
        for (int k = 0; k < graph.outputs().size(); k++) {
            if (graph.outputs().get(k) instanceof Operand.Ref ref) {
                in.get(target(k))
                        .put(
                                ref.id(),
                                SparseNodes.identity(graph.shape(ref.id()).size(), one));
                out.get(ref.id()).add(target(k));
            }
        }
    }

    /** Keeps only edges on a path from an input to an output. */
    private void prune() {
        BitSet reached = new BitSet();
        reached.set(1, graph.inputs().size() + 1);
        for (int id = 1; id < in.size(); id++) {
            in.get(id)
                    .entrySet()
                    .removeIf(edge ->
                            !reached.get(edge.getKey()) || edge.getValue().isEmpty());
            reached.set(id, reached.get(id) || !in.get(id).isEmpty());
        }
        BitSet needed = new BitSet();
        needed.set(target(0), in.size());
        for (int id = in.size() - 1; id > 0; id--) {
            if (!needed.get(id)) {
                in.get(id).clear();
            }
            in.get(id).keySet().forEach(needed::set);
        }
        out.forEach(Set::clear);
        for (int id = 1; id < in.size(); id++) {
            for (int source : in.get(id).keySet()) {
                out.get(source).add(id);
            }
        }
    }

    private int target(int output) {
        return graph.inputs().size() + graph.vertices().size() + output + 1;
    }

    private SparseNodes edge(int source, int target, int rows) {
        out.get(source).add(target);
        return in.get(target).computeIfAbsent(source, key -> new SparseNodes(rows));
    }

    private void eliminate(int vertex) {
        int id = graph.id(vertex);
        for (int target : out.get(id).stream().sorted().toList()) {
            SparseNodes outer = in.get(target).remove(id);
            in.get(id).forEach((source, inner) -> multiply(vertex, source, target, inner, outer));
        }
        in.get(id).keySet().forEach(source -> out.get(source).remove(id));
        in.get(id).clear();
        out.get(id).clear();
    }

    private void multiply(int vertex, int source, int target, SparseNodes inner, SparseNodes outer) {
        SparseNodes edge = edge(source, target, outer.rowCount());
        for (int row = 0; row < outer.rowCount(); row++) {
            int at = row;
            outer.row(row)
                    .forEach((middle, left) -> inner.row(middle).forEach((column, right) -> {
                        int product = table.times(left, right);
                        int multiplication = table.product(product);
                        if (multiplication >= firstOwn) {
                            counted.add(multiplication);
                        }
                        Integer before = edge.row(at).get(column);
                        additions += before == null || table.isConstant(before) && table.isConstant(product) ? 0 : 1;
                        products.add(new EntryProduct(vertex, source, target, at, column, product));
                        edge.add(table, at, column, product);
                        tally.ifPresent(counter -> counter.product(
                                table, left, right, before, new Tally.Place(source, target, at, column), edge));
                    }));
        }
    }

    private Program program() {
        List<Integer> outputs = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        int firstRow = 0;
        for (int k = 0; k < graph.outputs().size(); k++) {
            int[] nodes = values.value(graph.outputs().get(k));
            int rows = firstRow;
            in.get(target(k)).forEach((source, edge) -> {
                int firstColumn = columnOf(source);
                for (int row = 0; row < edge.rowCount(); row++) {
                    int at = rows + row;
                    edge.row(row).forEach((column, node) -> entries.add(new Entry(at, firstColumn + column, node)));
                }
            });
            for (int node : nodes) {
                outputs.add(node);
            }
            firstRow += nodes.length;
        }
        entries.sort((a, b) ->
                a.row() != b.row() ? Integer.compare(a.row(), b.row()) : Integer.compare(a.column(), b.column()));
        int inputs =
                graph.inputs().stream().mapToInt(input -> input.shape().size()).sum();
        return new Program(inputs, table.nodes(), outputs, entries, products, counted.size(), additions);
    }

    private int columnOf(int input) {
        return graph.inputs().stream()
                .limit(input - 1L)
                .mapToInt(i -> i.shape().size())
                .sum();
    }
}
