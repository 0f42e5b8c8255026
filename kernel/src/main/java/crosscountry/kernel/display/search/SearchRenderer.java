package crosscountry.kernel.display.search;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.kernel.display.ChartImage;
import crosscountry.kernel.display.ChartStyle;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.search.SearchResult;
import crosscountry.search.Status;
import crosscountry.search.method.Best;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** A search: the best cost over time as stairs, with its lower bound. */
public final class SearchRenderer implements Renderer {
    @Override
    public boolean accepts(Object value) {
        return value instanceof SearchResult;
    }

    @Override
    public MimeBundle render(Object value) {
        SearchResult result = (SearchResult) value;
        String title = result.graph().name() + ": " + result.total() + (result.optimal() ? ", optimal" : "");
        return ChartImage.bundle(
                chart(title, result.rules(), result.found(), result.seconds(), result.lowerBound()),
                result + "\n" + result.order());
    }

    /** A running search: its status line and the curve so far. */
    public static MimeBundle live(String line, Graph graph, CostModel rules, List<Best> found, Status status) {
        return ChartImage.bundle(
                chart(graph.name() + ": " + status.best().total(), rules, found, status.seconds(), status.lowerBound()),
                line);
    }

    private static XYChart chart(String title, CostModel rules, List<Best> found, double end, long lowerBound) {
        XYChart chart = new XYChartBuilder()
                .width(760)
                .height(320)
                .xAxisTitle("seconds")
                .yAxisTitle(rules.unit())
                .title(title)
                .build();
        ChartStyle.apply(chart);
        Stairs stairs = Stairs.of(found, end);
        ChartStyle.line(
                chart,
                "best so far " + found.get(found.size() - 1).total(),
                stairs.seconds(),
                stairs.totals(),
                ChartStyle.OWN,
                2.4f);
        if (lowerBound > 0) {
            ChartStyle.line(
                    chart,
                    "lower bound " + lowerBound,
                    List.of(0.0, end),
                    List.of((double) lowerBound, (double) lowerBound),
                    ChartStyle.OTHERS.get(0),
                    1.6f);
        }
        return chart;
    }
}
