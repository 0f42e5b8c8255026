package crosscountry.jacobian.program;

import java.util.Arrays;

/**
 * A sparse Jacobian whose entries are nodes of a program: rows are entries of the target, columns of the source. Most
 * edges of large graphs have one entry, which needs no arrays.
 */
final class SparseNodes {
    /** Entry k of a row is at (columns[row][k], nodes[row][k]), by column; null until there is a second entry. */
    private int[][] columns;

    private int[][] nodes;
    private int[] counts;

    private final int rowCount;
    private int onlyRow;
    private int onlyColumn;
    private int onlyNode = -1;

    SparseNodes(int rowCount) {
        this.rowCount = rowCount;
    }

    static SparseNodes identity(int size, int one) {
        SparseNodes identity = new SparseNodes(size);
        for (int row = 0; row < size; row++) {
            identity.set(row, row, one);
        }
        return identity;
    }

    int rowCount() {
        return rowCount;
    }

    boolean isEmpty() {
        return counts == null ? onlyNode < 0 : Arrays.stream(counts).allMatch(count -> count == 0);
    }

    /** Entries of a row. */
    int count(int row) {
        return counts != null ? counts[row] : onlyNode >= 0 && row == onlyRow ? 1 : 0;
    }

    /** The column of the k-th entry of a row; they ascend. */
    int column(int row, int k) {
        return counts == null ? onlyColumn : columns[row][k];
    }

    int node(int row, int k) {
        return counts == null ? onlyNode : nodes[row][k];
    }

    /** The node of an entry; -1 where there is none. */
    int at(int row, int column) {
        int k = find(row, column);
        return k < 0 ? -1 : node(row, k);
    }

    /** Adds a node to an entry, making it where there is none; structural zeros leave no entry. */
    void add(NodeTable table, int row, int column, int node) {
        if (!table.isConstant(node, 0)) {
            int before = at(row, column);
            set(row, column, before < 0 ? node : table.plus(before, node));
        }
    }

    /** Like a binary search: the complement of where the column would stand if it is not there. */
    private int find(int row, int column) {
        if (counts != null) {
            return Arrays.binarySearch(columns[row], 0, counts[row], column);
        }
        return count(row) == 1 && column == onlyColumn ? 0 : -1;
    }

    private void set(int row, int column, int node) {
        int k = find(row, column);
        if (counts == null && (k >= 0 || onlyNode < 0)) {
            onlyRow = row;
            onlyColumn = column;
            onlyNode = node;
            return;
        }
        if (counts == null) {
            spread();
            k = find(row, column);
        }
        if (k >= 0) {
            nodes[row][k] = node;
        } else {
            columns[row] = inserted(columns[row], counts[row], ~k, column);
            nodes[row] = inserted(nodes[row], counts[row], ~k, node);
            counts[row]++;
        }
    }

    /** From one entry to arrays. */
    private void spread() {
        int[] none = {};
        columns = new int[rowCount][];
        nodes = new int[rowCount][];
        Arrays.fill(columns, none);
        Arrays.fill(nodes, none);
        counts = new int[rowCount];
        columns[onlyRow] = new int[] {onlyColumn};
        nodes[onlyRow] = new int[] {onlyNode};
        counts[onlyRow] = 1;
    }

    private static int[] inserted(int[] array, int count, int place, int value) {
        int[] target = count < array.length ? array : Arrays.copyOf(array, Math.max(4, 2 * count));
        System.arraycopy(array, place, target, place + 1, count - place);
        target[place] = value;
        return target;
    }
}
