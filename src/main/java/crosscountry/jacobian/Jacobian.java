package crosscountry.jacobian;

import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import java.util.ArrayList;
import java.util.List;

/**
 * Values and derivatives at one point.
 *
 * @param outputs the flattened outputs
 * @param matrix dense: row = flattened output, column = flattened input
 * @param structure which entries were accumulated, as {@code matrix}; all others are zero at every point
 * @param multiplications products of the accumulation, those by plus and minus one left out
 * @param additions sums of the accumulation
 */
public record Jacobian(
        Graph graph, double[] outputs, double[][] matrix, boolean[][] structure, long multiplications, long additions) {
    /** Names of the columns: an input's name, with its indices where it is not a scalar. */
    public List<String> inputNames() {
        List<String> names = new ArrayList<>();
        for (Input input : graph.inputs()) {
            names.addAll(EntryNames.of(input.name(), input.shape()));
        }
        return names;
    }

    /** Names of the rows: y1, y2, ... with indices where an output is not a scalar. */
    public List<String> outputNames() {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < graph.outputs().size(); k++) {
            names.addAll(EntryNames.of("y" + (k + 1), graph.shape(graph.outputs().get(k))));
        }
        return names;
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

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Jacobian of " + graph.name() + ", " + matrix.length + " x "
                + inputNames().size() + ", " + nonZeros() + " non-zero entries ("
                + structuralNonZeros() + " by structure), " + multiplications + " multiplications, "
                + additions + " additions");
        List<String> rows = outputNames();
        for (int row = 0; row < Math.min(20, matrix.length); row++) {
            text.append(String.format(java.util.Locale.ROOT, "%n%-8s", rows.get(row)));
            for (int column = 0; column < Math.min(12, matrix[row].length); column++) {
                text.append(String.format(java.util.Locale.ROOT, " %11.4g", matrix[row][column]));
            }
            text.append(matrix[row].length > 12 ? " ..." : "");
        }
        return text.append(matrix.length > 20 ? System.lineSeparator() + "..." : "").toString();
    }
}
