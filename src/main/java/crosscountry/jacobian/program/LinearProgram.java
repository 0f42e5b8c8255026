package crosscountry.jacobian.program;

import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.graph.Primitive;
import crosscountry.graph.Vertex;
import crosscountry.jacobian.program.Program.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Products with the Jacobian as programs of their own: every edge's partial is used once, so that their cost is that of
 * the function, whatever the Jacobian's size. The direction or the weights are further inputs, after the point's
 * numbers.
 */
public final class LinearProgram {
    private static final int ZERO = -1;

    private final Graph graph;
    private final Selection selection;
    private final NodeTable table = new NodeTable();
    private final Unrolling values;
    private final ElementalPartials partials;
    private final int inputs;
    /**
     * For each value id - 1, entry by entry: its derivative along the direction, or the derivative of the weighted
     * outputs with respect to it.
     */
    private final int[][] linear;

    private long multiplications;
    private long additions;

    private LinearProgram(Graph graph, Selection selection) {
        this.graph = graph;
        this.selection = selection;
        values = new Unrolling(graph, table);
        partials = new ElementalPartials(table, values);
        inputs = Selection.inputs(graph);
        linear = new int[graph.inputs().size() + graph.vertices().size()][];
        for (int id = 1; id <= linear.length; id++) {
            linear[id - 1] = new int[graph.shape(id).size()];
            Arrays.fill(linear[id - 1], ZERO);
        }
    }

    /** Inputs: the point, then one number a selected column; entries: (row, 0). */
    public static Program forward(Graph graph, Selection selection) {
        return new LinearProgram(graph, selection).forward();
    }

    /** Inputs: the point, then one number a selected row; entries: (0, column). */
    public static Program reverse(Graph graph, Selection selection) {
        LinearProgram program = new LinearProgram(graph, selection);
        int[] weights = new int[selection.rows().size()];
        Arrays.setAll(weights, row -> program.table.input(program.inputs + row));
        return program.reverse(weights, program.inputs + weights.length);
    }

    /** Like {@link #reverse}, with weight one for the only selected row. */
    public static Program gradient(Graph graph, Selection selection) {
        LinearProgram program = new LinearProgram(graph, selection);
        return program.reverse(new int[] {program.table.constant(1)}, program.inputs);
    }

    private Program forward() {
        for (int k = 0; k < selection.columns().size(); k++) {
            int[] place = input(selection.columns().get(k));
            linear[place[0]][place[1]] = table.input(inputs + k);
        }
        for (Vertex vertex : graph.vertices()) {
            int[] own = linear[vertex.id() - 1];
            for (int k = 0; k < vertex.operands().size(); k++) {
                if (vertex.operands().get(k) instanceof Operand.Ref ref && any(linear[ref.id() - 1])) {
                    int[] from = linear[ref.id() - 1];
                    SparseNodes partial = partials.of(vertex, k);
                    for (int row = 0; row < own.length; row++) {
                        for (int j = 0; j < partial.count(row); j++) {
                            add(own, row, partial.node(row, j), from[partial.column(row, j)]);
                        }
                    }
                }
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (int k = 0; k < selection.rows().size(); k++) {
            int[] place = output(selection.rows().get(k));
            Operand output = graph.outputs().get(place[0]);
            int node = output instanceof Operand.Ref ref ? linear[ref.id() - 1][place[1]] : ZERO;
            entries.add(new Entry(k, 0, node == ZERO ? table.constant(0) : node));
        }
        return program(entries, inputs + selection.columns().size());
    }

    private Program reverse(int[] weights, int inputCount) {
        for (int k = 0; k < weights.length; k++) {
            int[] place = output(selection.rows().get(k));
            if (graph.outputs().get(place[0]) instanceof Operand.Ref ref) {
                add(linear[ref.id() - 1], place[1], table.constant(1), weights[k]);
            }
        }
        for (int v = graph.vertices().size(); v >= 1; v--) {
            Vertex vertex = graph.vertex(v);
            int[] own = linear[vertex.id() - 1];
            for (int k = 0; k < vertex.operands().size() && any(own); k++) {
                if (vertex.operands().get(k) instanceof Operand.Ref ref) {
                    int[] to = linear[ref.id() - 1];
                    SparseNodes partial = partials.of(vertex, k);
                    for (int row = 0; row < own.length; row++) {
                        for (int j = 0; j < partial.count(row); j++) {
                            add(to, partial.column(row, j), partial.node(row, j), own[row]);
                        }
                    }
                }
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (int k = 0; k < selection.columns().size(); k++) {
            int[] place = input(selection.columns().get(k));
            int node = linear[place[0]][place[1]];
            entries.add(new Entry(0, k, node == ZERO ? table.constant(0) : node));
        }
        return program(entries, inputCount);
    }

    private Program program(List<Entry> entries, int inputCount) {
        return new Program(
                inputCount, table.nodes(), List.of(), entries, new EntryProducts(), multiplications, additions);
    }

    private static boolean any(int[] nodes) {
        return Arrays.stream(nodes).anyMatch(node -> node != ZERO);
    }

    private void add(int[] to, int place, int factor, int of) {
        if (of == ZERO) {
            return;
        }
        int before = table.nodes().size();
        int product = table.times(factor, of);
        multiplications += table.nodes().size() > before && table.nodes().is(product, Primitive.MUL) ? 1 : 0;
        additions += to[place] == ZERO ? 0 : 1;
        to[place] = to[place] == ZERO ? product : table.plus(to[place], product);
    }

    /** The id - 1 of an input and the place in it. */
    private int[] input(int flat) {
        int k = 0;
        while (flat >= graph.inputs().get(k).shape().size()) {
            flat -= graph.inputs().get(k++).shape().size();
        }
        return new int[] {k, flat};
    }

    /** The index of an output and the place in it. */
    private int[] output(int flat) {
        int k = 0;
        while (flat >= graph.shape(graph.outputs().get(k)).size()) {
            flat -= graph.shape(graph.outputs().get(k++)).size();
        }
        return new int[] {k, flat};
    }
}
