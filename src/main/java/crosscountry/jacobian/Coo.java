package crosscountry.jacobian;

/**
 * A sparse matrix as coordinates: entry k is {@code values[k]} at ({@code rows[k]}, {@code columns[k]}), by row, then
 * column. Entries that are zero by structure are left out, those that happen to be zero are kept; so the pattern is the
 * same at every point.
 */
public record Coo(int rowCount, int columnCount, int[] rows, int[] columns, double[] values) {
    private static final int SHOWN = 40;

    /** The same matrix with its rows compressed. */
    public Csr csr() {
        int[] starts = new int[rowCount + 1];
        for (int row : rows) {
            starts[row + 1]++;
        }
        for (int row = 0; row < rowCount; row++) {
            starts[row + 1] += starts[row];
        }
        return new Csr(rowCount, columnCount, starts, columns, values);
    }

    /** The size, and up to forty entries with their places, counted from 0. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                rowCount + " x " + columnCount + ", " + values.length + (values.length == 1 ? " entry" : " entries"));
        for (int k = 0; k < Math.min(SHOWN, values.length); k++) {
            text.append(String.format("%n(%d, %d)  %s", rows[k], columns[k], values[k]));
        }
        int more = values.length - SHOWN;
        return text.append(
                        more > 0
                                ? String.format(
                                        "%nleft out: %d entries, in rows %d to %d",
                                        more, rows[SHOWN], rows[values.length - 1])
                                : "")
                .toString();
    }

    public double[][] dense() {
        double[][] dense = new double[rowCount][columnCount];
        for (int k = 0; k < values.length; k++) {
            dense[rows[k]][columns[k]] = values[k];
        }
        return dense;
    }
}
