package crosscountry.jacobian;

import crosscountry.graph.Graph;
import crosscountry.jacobian.program.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Values and derivatives at one point.
 *
 * @param selection which rows and columns these are
 * @param outputs the flattened outputs, one a row
 * @param matrix dense: row = flattened output, column = flattened input
 * @param structure which entries were accumulated, as {@code matrix}; all others are zero at every point
 * @param multiplications products of the accumulation, those by plus and minus one left out
 * @param additions sums of the accumulation
 */
public record Jacobian(
        Graph graph,
        Selection selection,
        double[] outputs,
        double[][] matrix,
        boolean[][] structure,
        long multiplications,
        long additions) {
    /** How much of the matrix its text shows. */
    private static final int ROWS = 20;

    private static final int COLUMNS = 12;

    /** With all rows and columns. */
    public Jacobian(
            Graph graph,
            double[] outputs,
            double[][] matrix,
            boolean[][] structure,
            long multiplications,
            long additions) {
        this(graph, Selection.all(graph), outputs, matrix, structure, multiplications, additions);
    }

    /** Names of the columns: an input's name, with its indices where it is not a scalar. */
    public List<String> inputNames() {
        List<String> all = EntryNames.inputs(graph);
        return selection.columns().stream().map(all::get).toList();
    }

    /** Names of the rows: y1, y2, ... with indices where an output is not a scalar. */
    public List<String> outputNames() {
        List<String> all = EntryNames.outputs(graph);
        return selection.rows().stream().map(all::get).toList();
    }

    /** Number of entries that are not zero. */
    public int nonZeros() {
        int count = 0;
        for (double[] row : matrix) {
            for (double entry : row) {
                count += entry != 0 ? 1 : 0;
            }
        }
        return count;
    }

    /** Number of entries that are not zero at every point; a NaN or a zero that happens here counts. */
    public int structuralNonZeros() {
        int count = 0;
        for (boolean[] row : structure) {
            for (boolean entry : row) {
                count += entry ? 1 : 0;
            }
        }
        return count;
    }

    /** The entries that are not zero by structure, as coordinates. */
    public Coo coo() {
        int count = structuralNonZeros();
        Coo coo = new Coo(matrix.length, selection.columns().size(), new int[count], new int[count], new double[count]);
        int place = 0;
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix[row].length; column++) {
                if (structure[row][column]) {
                    coo.rows()[place] = row;
                    coo.columns()[place] = column;
                    coo.values()[place++] = matrix[row][column];
                }
            }
        }
        return coo;
    }

    /** The same by compressed rows. */
    public Csr csr() {
        return coo().csr();
    }

    /** The matrix in float32. */
    public float[][] floats() {
        float[][] floats = new float[matrix.length][];
        for (int row = 0; row < matrix.length; row++) {
            floats[row] = new float[matrix[row].length];
            for (int column = 0; column < floats[row].length; column++) {
                floats[row][column] = (float) matrix[row][column];
            }
        }
        return floats;
    }

    /** Each value and entry that is NaN or infinite, by name: "y1 is NaN", "dy1/dx is -Infinity". */
    public List<String> nonFinite() {
        List<String> found = new ArrayList<>();
        List<String> rows = outputNames();
        List<String> columns = inputNames();
        for (int row = 0; row < matrix.length; row++) {
            if (!Double.isFinite(outputs[row])) {
                found.add(rows.get(row) + " is " + outputs[row]);
            }
            for (int column = 0; column < matrix[row].length; column++) {
                if (!Double.isFinite(matrix[row][column])) {
                    found.add("d" + rows.get(row) + "/d" + columns.get(column) + " is " + matrix[row][column]);
                }
            }
        }
        return found;
    }

    @Override
    public String toString() {
        List<String> rows = outputNames();
        StringBuilder text = new StringBuilder("Jacobian of " + graph.name() + ", " + matrix.length + " x "
                + selection.columns().size() + ", " + nonZeros() + " non-zero entries ("
                + structuralNonZeros() + " by structure), " + multiplications + " multiplications, "
                + additions + " additions");
        List<String> odd = nonFinite();
        if (!odd.isEmpty()) {
            text.append(String.format("%nnot finite: "))
                    .append(String.join(", ", odd.subList(0, Math.min(8, odd.size()))))
                    .append(odd.size() > 8 ? " and " + (odd.size() - 8) + " more" : "");
        }
        for (int row = 0; row < Math.min(ROWS, matrix.length); row++) {
            text.append(String.format(Locale.ROOT, "%n%-8s", rows.get(row)));
            for (int column = 0; column < Math.min(COLUMNS, matrix[row].length); column++) {
                text.append(String.format(Locale.ROOT, " %11.4g", matrix[row][column]));
            }
        }
        return text.append(leftOut("rows", rows, ROWS))
                .append(leftOut("columns", inputNames(), COLUMNS))
                .toString();
    }

    /** A line that says which rows or columns a text leaves out, by number and by name; nothing where it shows all. */
    public static String leftOut(String what, List<String> names, int shown) {
        int count = names.size() - shown;
        return count <= 0
                ? ""
                : String.format(
                        "%nleft out: %d of %d %s, %s",
                        count,
                        names.size(),
                        what,
                        count == 1 ? names.get(shown) : names.get(shown) + " to " + names.get(names.size() - 1));
    }
}
