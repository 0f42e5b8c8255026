package crosscountry.jacobian.program;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A sparse Jacobian whose entries are nodes of a program: rows are entries of the target, columns of the source. */
final class SparseNodes {
    private final List<NavigableMap<Integer, Integer>> rows = new ArrayList<>();

    SparseNodes(int rowCount) {
        for (int row = 0; row < rowCount; row++) {
            rows.add(new TreeMap<>());
        }
    }

    static SparseNodes identity(int size, int one) {
        SparseNodes identity = new SparseNodes(size);
        for (int row = 0; row < size; row++) {
            identity.rows.get(row).put(row, one);
        }
        return identity;
    }

    int rowCount() {
        return rows.size();
    }

    boolean isEmpty() {
        return rows.stream().allMatch(NavigableMap::isEmpty);
    }

    NavigableMap<Integer, Integer> row(int row) {
        return rows.get(row);
    }

    /** Adds a node to an entry, making it where there is none; structural zeros leave no entry. */
    void add(NodeTable table, int row, int column, int node) {
        if (!table.isConstant(node, 0)) {
            rows.get(row).merge(column, node, table::plus);
        }
    }
}
