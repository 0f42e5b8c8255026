package crosscountry.kernel.display.search;

import crosscountry.agent.Comparison;
import crosscountry.kernel.display.ChartImage;
import crosscountry.kernel.display.ChartStyle;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.TableRenderer;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A comparison of methods as a chart and a table. */
public final class ComparisonRenderer implements Renderer {
    @Override
    public boolean accepts(Object value) {
        return value instanceof Comparison;
    }

    @Override
    public MimeBundle render(Object value) {
        Comparison comparison = (Comparison) value;
        MimeBundle table = new TableRenderer().render(table(comparison));
        MimeBundle chart = ChartImage.bundle(chart(comparison), comparison.toString());
        return table.with("text/plain", comparison.toString())
                .with(
                        "text/html",
                        chart.data().get("image/svg+xml") + "\n" + table.data().get("text/html"));
    }

    /** The best cost over time of the best run of each of the four methods that did best on average. */
    private static XYChart chart(Comparison comparison) {
        XYChart chart = new XYChartBuilder()
                .width(760)
                .height(320)
                .xAxisTitle("seconds")
                .yAxisTitle("multiplications")
                .title(comparison.graph().name() + ", " + comparison.budget())
                .build();
        ChartStyle.apply(chart);
        List<Comparison.Row> rows = comparison.results().stream().limit(4).toList();
        for (int k = 0; k < rows.size(); k++) {
            Stairs stairs =
                    Stairs.of(rows.get(k).run().found(), rows.get(k).run().seconds());
            ChartStyle.line(
                    chart,
                    rows.get(k).method() + " " + rows.get(k).best(),
                    stairs.seconds(),
                    stairs.totals(),
                    k == 0 ? ChartStyle.OWN : ChartStyle.OTHERS.get(k - 1),
                    k == 0 ? 2.4f : 1.6f);
        }
        return chart;
    }

    /** One row a method: best and mean over the seeds, tries, and when its best run found its best. */
    public static Table table(Comparison comparison) {
        Table table = Table.create(
                comparison.graph().name() + ", " + comparison.budget(),
                StringColumn.create("method"),
                LongColumn.create("best"),
                DoubleColumn.create("mean"),
                LongColumn.create("seeds"),
                LongColumn.create("tries"),
                DoubleColumn.create("found after (s)"));
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
