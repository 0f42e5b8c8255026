package crosscountry.jacobian.program;

import java.util.HashSet;
import java.util.Set;

/**
 * Counts what an accumulation does entry by entry, before equal nodes are shared: the cost models
 * {@code multiplications}, {@code flops} and {@code memory} of {@link crosscountry.elimination.edge.CostModel} count
 * the same from structures alone.
 */
final class Tally {
    /** An entry of the edge from {@code source} to {@code target}, by their ids. */
    record Place(int source, int target, int row, int column) {}

    private final Set<Place> live = new HashSet<>();
    private long multiplications;
    private long additions;
    private long memory;
    private boolean folded;

    /** Products of which neither factor is plus or minus one and not both are constants. */
    long multiplications() {
        return multiplications;
    }

    /** Sums whose terms are not both constants. */
    long additions() {
        return additions;
    }

    /** The most values that depend on the inputs and were kept at the end of a step. */
    long memory() {
        return memory;
    }

    /** True if two constants were combined into zero, one or minus one, which the models cannot foresee. */
    boolean hasFolded() {
        return folded;
    }

    void begin(NodeTable table, int vertex, InEdges[] in, int[] targets) {
        if (in[vertex] != null) {
            for (int source : in[vertex].sources()) {
                keep(table, source, vertex, in[vertex].get(source));
            }
        }
        for (int target : targets) {
            keep(table, vertex, target, in[target].get(vertex));
        }
    }

    private void keep(NodeTable table, int source, int target, SparseNodes edge) {
        for (int row = 0; row < edge.rowCount(); row++) {
            for (int j = 0; j < edge.count(row); j++) {
                keep(table, new Place(source, target, row, edge.column(row, j)), edge.node(row, j));
            }
        }
    }

    private void keep(NodeTable table, Place place, int node) {
        if (!table.isConstant(node)) {
            live.add(place);
        }
    }

    /** @param before what the product is added to; -1 for nothing */
    void product(NodeTable table, int left, int right, int before, Place place, SparseNodes edge) {
        boolean known = table.isConstant(left) && table.isConstant(right);
        multiplications += known || isUnit(table, left) || isUnit(table, right) ? 0 : 1;
        additions += before < 0 || known && table.isConstant(before) ? 0 : 1;
        int now = edge.at(place.row(), place.column());
        boolean units = known && isUnit(table, left) && isUnit(table, right) && before < 0;
        folded |= known && !units && (now < 0 || table.isConstant(now, 0) || isUnit(table, now));
        if (now >= 0) {
            keep(table, place, now);
        }
    }

    void end(int vertex) {
        memory = Math.max(memory, live.size());
        live.removeIf(place -> place.source() == vertex || place.target() == vertex);
    }

    private static boolean isUnit(NodeTable table, int node) {
        return table.isConstant(node, 1) || table.isConstant(node, -1);
    }
}
