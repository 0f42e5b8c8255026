package crosscountry.jacobian;

import java.util.Arrays;

/**
 * A sparse matrix by compressed rows: row i holds the entries {@code starts[i]} (inclusive) to {@code starts[i + 1]}
 * (exclusive), each {@code values[k]} in column {@code columns[k]}, ascending.
 */
public record Csr(int rowCount, int columnCount, int[] starts, int[] columns, double[] values) {
    /** The product with a vector of {@code columnCount} numbers. */
    public double[] times(double[] vector) {
        double[] product = new double[rowCount];
        for (int row = 0; row < rowCount; row++) {
            for (int k = starts[row]; k < starts[row + 1]; k++) {
                product[row] += values[k] * vector[columns[k]];
            }
        }
        return product;
    }

    /** The same matrix by coordinates. */
    public Coo coo() {
        int[] rows = new int[values.length];
        for (int row = 0; row < rowCount; row++) {
            Arrays.fill(rows, starts[row], starts[row + 1], row);
        }
        return new Coo(rowCount, columnCount, rows, columns, values);
    }

    /** The text of {@link Coo}. */
    @Override
    public String toString() {
        return coo().toString();
    }

    public double[][] dense() {
        double[][] dense = new double[rowCount][columnCount];
        for (int row = 0; row < rowCount; row++) {
            for (int k = starts[row]; k < starts[row + 1]; k++) {
                dense[row][columns[k]] = values[k];
            }
        }
        return dense;
    }
}
