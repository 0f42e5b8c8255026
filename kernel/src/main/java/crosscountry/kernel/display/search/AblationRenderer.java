package crosscountry.kernel.display.search;

import crosscountry.agent.Ablation;
import crosscountry.kernel.display.ChartImage;
import crosscountry.kernel.display.ChartStyle;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.TableRenderer;
import java.awt.Color;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** An ablation as a table, and as a chart with a place for each method. */
public final class AblationRenderer implements Renderer {
    @Override
    public boolean accepts(Object value) {
        return value instanceof Ablation;
    }

    @Override
    public MimeBundle render(Object value) {
        Ablation ablation = (Ablation) value;
        MimeBundle table = new TableRenderer().render(table(ablation));
        MimeBundle chart = ChartImage.bundle(chart(ablation), ablation.toString());
        return table.with("text/plain", ablation.toString())
                .with(
                        "text/html",
                        chart.data().get("image/svg+xml") + "\n" + table.data().get("text/html"));
    }

    private static CategoryChart chart(Ablation ablation) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(760)
                .height(440)
                .yAxisTitle("multiplications, mean")
                .title(ablation.graph().name() + ": search or learning")
                .build();
        ChartStyle.apply(chart.getStyler());
        chart.getStyler()
                .setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Scatter)
                .setXAxisLabelRotation(50)
                .setXAxisTickMarkSpacingHint(20);
        points(
                chart,
                "in " + ablation.seconds() + " s",
                ablation,
                Ablation.Row::meanBySeconds,
                ChartStyle.OWN,
                SeriesMarkers.CIRCLE);
        points(
                chart,
                "with " + ablation.evaluations() + " evaluations",
                ablation,
                Ablation.Row::meanByEvaluations,
                ChartStyle.OTHERS.get(0),
                SeriesMarkers.DIAMOND);
        double least = values(ablation).min().orElse(0);
        double most = values(ablation).max().orElse(1);
        chart.getStyler().setYAxisMin(least - 0.05 * (most - least + 1)).setYAxisMax(most + 0.05 * (most - least + 1));
        return chart;
    }

    private static DoubleStream values(Ablation ablation) {
        return ablation.rows().stream()
                .flatMapToDouble(row -> DoubleStream.of(row.meanBySeconds(), row.meanByEvaluations()))
                .filter(Double::isFinite);
    }

    private static void points(
            CategoryChart chart,
            String name,
            Ablation ablation,
            ToDoubleFunction<Ablation.Row> mean,
            Color color,
            Marker marker) {
        CategorySeries series = chart.addSeries(
                name,
                ablation.rows().stream().map(Ablation.Row::method).toList(),
                ablation.rows().stream().map(mean::applyAsDouble).toList());
        series.setMarker(marker);
        series.setMarkerColor(color);
    }

    /** One row a method. */
    public static Table table(Ablation ablation) {
        Table table = Table.create(
                ablation.graph().name(),
                StringColumn.create("method"),
                DoubleColumn.create("mean in " + ablation.seconds() + " s"),
                DoubleColumn.create("mean with " + ablation.evaluations() + " evaluations"),
                LongColumn.create("evaluations in " + ablation.seconds() + " s"));
        for (Ablation.Row row : ablation.rows()) {
            table.stringColumn(0).append(row.method());
            table.doubleColumn(1).append(Math.round(10 * row.meanBySeconds()) / 10.0);
            table.doubleColumn(2).append(Math.round(10 * row.meanByEvaluations()) / 10.0);
            table.longColumn(3).append(row.tried());
        }
        return table;
    }
}
