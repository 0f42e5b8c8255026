package crosscountry.kernel.display.search;

import crosscountry.kernel.display.ChartImage;
import crosscountry.kernel.display.ChartStyle;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.TableRenderer;
import crosscountry.search.agent.Ablation;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
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
        return table.with("text/plain", ablation.toString()).with("text/html",
                chart.data().get("image/svg+xml") + "\n" + table.data().get("text/html"));
    }

    private static XYChart chart(Ablation ablation) {
        XYChart chart = new XYChartBuilder().width(760).height(420).yAxisTitle("multiplications, mean")
                .title(ablation.graph().name() + ": search or learning").build();
        ChartStyle.apply(chart);
        List<String> names = ablation.rows().stream().map(Ablation.Row::method).toList();
        AxesChartStyler axes = chart.getStyler();
        axes.setXAxisTickLabelsFormattingFunction(place -> place < 1 || place > names.size() ? " " : names.get((int) Math.round(place) - 1));
        axes.setXAxisLabelRotation(50).setXAxisTickMarkSpacingHint(30);
        List<Double> rows = new ArrayList<>();
        List<Double> bySeconds = new ArrayList<>();
        List<Double> byEvaluations = new ArrayList<>();
        for (Ablation.Row row : ablation.rows()) {
            rows.add(rows.size() + 1.0);
            bySeconds.add(row.meanBySeconds());
            byEvaluations.add(row.meanByEvaluations());
        }
        XYSeries own = ChartStyle.line(chart, "in " + ablation.seconds() + " s", rows, bySeconds, ChartStyle.OWN, 1.6f);
        own.setMarker(SeriesMarkers.CIRCLE);
        own.setMarkerColor(ChartStyle.OWN);
        XYSeries other = ChartStyle.line(chart, "with " + ablation.evaluations() + " evaluations", rows, byEvaluations, ChartStyle.OTHERS.get(0), 1.6f);
        other.setMarker(SeriesMarkers.DIAMOND);
        other.setMarkerColor(ChartStyle.OTHERS.get(0));
        return chart;
    }

    /** One row a method. */
    public static Table table(Ablation ablation) {
        Table table = Table.create(ablation.graph().name(), StringColumn.create("method"),
                DoubleColumn.create("mean in " + ablation.seconds() + " s"), DoubleColumn.create("mean with " + ablation.evaluations() + " evaluations"),
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
