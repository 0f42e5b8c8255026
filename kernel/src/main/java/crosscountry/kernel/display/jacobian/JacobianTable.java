package crosscountry.kernel.display.jacobian;

import crosscountry.jacobian.Jacobian;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A Jacobian as a Tablesaw table: a row an output, with its value, a column an input. */
public final class JacobianTable {
    private JacobianTable() {}

    public static Table of(Jacobian jacobian) {
        List<String> rows = jacobian.outputNames();
        Table table = Table.create(
                "Jacobian of " + jacobian.graph().name(),
                StringColumn.create("output", rows),
                DoubleColumn.create("value", jacobian.outputs()));
        List<String> inputs = jacobian.inputNames();
        for (int column = 0; column < inputs.size(); column++) {
            double[] entries = new double[rows.size()];
            for (int row = 0; row < entries.length; row++) {
                entries[row] = jacobian.matrix()[row][column];
            }
            table.addColumns(DoubleColumn.create(free(table, "d/d" + inputs.get(column)), entries));
        }
        return table;
    }

    /** Inputs of users may share a name; columns may not. */
    private static String free(Table table, String name) {
        String tried = name;
        for (int k = 2; table.containsColumn(tried); k++) {
            tried = name + "_" + k;
        }
        return tried;
    }
}
