package crosscountry.kernel.display.search;

import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.TableRenderer;
import crosscountry.search.Comparison;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A comparison of methods as a table. */
public final class ComparisonRenderer implements Renderer {
    @Override
    public boolean accepts(Object value) {
        return value instanceof Comparison;
    }

    @Override
    public MimeBundle render(Object value) {
        Comparison comparison = (Comparison) value;
        return new TableRenderer().render(table(comparison)).with("text/plain", comparison.toString());
    }

    /** One row a method: best and mean over the seeds, tries, and when its best run found its best. */
    public static Table table(Comparison comparison) {
        Table table = Table.create(comparison.graph().name() + ", " + comparison.budget(), StringColumn.create("method"), LongColumn.create("best"),
                DoubleColumn.create("mean"), LongColumn.create("seeds"), LongColumn.create("tries"), DoubleColumn.create("found after (s)"));
        for (Comparison.Row row : comparison.results()) {
            table.stringColumn(0).append(row.method());
            table.longColumn(1).append(row.best());
            table.doubleColumn(2).append(Math.round(10 * row.mean()) / 10.0);
            table.longColumn(3).append(row.runs().size());
            table.longColumn(4).append(row.run().evaluations());
            table.doubleColumn(5).append(Math.round(100 * row.run().best().seconds()) / 100.0);
        }
        return table;
    }
}
