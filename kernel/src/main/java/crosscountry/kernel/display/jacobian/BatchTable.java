package crosscountry.kernel.display.jacobian;

import crosscountry.jacobian.Jacobian;
import crosscountry.jacobian.JacobianBatch;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A batch of Jacobians as statistics: mean, deviation and range of each value and entry. */
public final class BatchTable {
    private BatchTable() {}

    /** One row a value or entry that is not zero by structure; statistics are over the finite numbers. */
    public static Table of(JacobianBatch batch) {
        Table table = Table.create(
                "%d Jacobians of %s"
                        .formatted(batch.points(), batch.plan().graph().name()),
                StringColumn.create("entry"),
                DoubleColumn.create("mean"),
                DoubleColumn.create("deviation"),
                DoubleColumn.create("least"),
                DoubleColumn.create("largest"),
                IntColumn.create("not finite"));
        Jacobian names = batch.at(0);
        List<String> rows = names.outputNames();
        List<String> columns = names.inputNames();
        for (int row = 0; row < rows.size(); row++) {
            append(table, rows.get(row), batch.output(row));
        }
        for (JacobianBatch.Entry entry : batch.entries()) {
            append(
                    table,
                    "d" + rows.get(entry.row()) + "/d" + columns.get(entry.column()),
                    batch.entry(entry.row(), entry.column()));
        }
        return table;
    }

    private static void append(Table table, String name, double[] all) {
        double[] finite = Arrays.stream(all).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(finite).average().orElse(Double.NaN);
        double square = Arrays.stream(finite)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        table.stringColumn(0).append(name);
        double[] shown = {
            mean,
            Math.sqrt(square / Math.max(1, finite.length - 1)),
            Arrays.stream(finite).min().orElse(Double.NaN),
            Arrays.stream(finite).max().orElse(Double.NaN)
        };
        for (int k = 0; k < shown.length; k++) {
            table.doubleColumn(k + 1).append(shown[k]);
        }
        table.intColumn(5).append(all.length - finite.length);
    }

    /** The mean of all points, with NaN where an entry is not finite at one of them. */
    public static Jacobian mean(JacobianBatch batch) {
        Jacobian first = batch.at(0);
        double[] outputs = new double[first.outputs().length];
        double[][] matrix = new double[outputs.length][first.inputNames().size()];
        for (int row = 0; row < outputs.length; row++) {
            outputs[row] = Arrays.stream(batch.output(row)).average().orElse(Double.NaN);
            for (int column = 0; column < matrix[row].length; column++) {
                matrix[row][column] =
                        Arrays.stream(batch.entry(row, column)).average().orElse(Double.NaN);
            }
        }
        return new Jacobian(
                first.graph(),
                first.selection(),
                outputs,
                matrix,
                first.structure(),
                first.multiplications(),
                first.additions());
    }
}
