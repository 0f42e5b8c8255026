package crosscountry.kernel.display.search;

import crosscountry.kernel.display.ChartImage;
import crosscountry.kernel.display.ChartStyle;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.search.ParetoFront;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/** A front of two costs: its points, joined. */
public final class ParetoRenderer implements Renderer {
    @Override
    public boolean accepts(Object value) {
        return value instanceof ParetoFront;
    }

    @Override
    public MimeBundle render(Object value) {
        ParetoFront front = (ParetoFront) value;
        List<Double> first =
                front.points().stream().map(point -> (double) point.first()).toList();
        List<Double> second =
                front.points().stream().map(point -> (double) point.second()).toList();
        XYChart chart = new XYChartBuilder()
                .width(560)
                .height(360)
                .xAxisTitle(front.first().unit())
                .yAxisTitle(front.second().unit())
                .title(front.headline())
                .build();
        ChartStyle.apply(chart);
        XYSeries series = ChartStyle.line(
                chart,
                front.second().label() + " against " + front.first().label(),
                first,
                second,
                ChartStyle.OWN,
                1.6f);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(ChartStyle.OWN);
        return ChartImage.bundle(chart, front.toString());
    }

    /** One row an order: its two costs. */
    public static Table table(ParetoFront front) {
        Table table = Table.create(
                front.graph().name(),
                LongColumn.create(front.first().label()),
                LongColumn.create(front.second().label()));
        for (ParetoFront.Point point : front.points()) {
            table.longColumn(0).append(point.first());
            table.longColumn(1).append(point.second());
        }
        return table;
    }
}
