package crosscountry.kernel.display.search;

import crosscountry.kernel.display.ChartImage;
import crosscountry.kernel.display.ChartStyle;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.search.Best;
import crosscountry.search.SearchResult;
import java.util.ArrayList;
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
        return ChartImage.bundle(chart(result), result + "\n" + result.order());
    }

    private static XYChart chart(SearchResult result) {
        XYChart chart = new XYChartBuilder().width(760).height(320).xAxisTitle("seconds").yAxisTitle(result.rules().unit())
                .title(result.graph().name() + ": " + result.total() + (result.optimal() ? ", optimal" : "")).build();
        ChartStyle.apply(chart);
        List<Double> seconds = new ArrayList<>();
        List<Double> totals = new ArrayList<>();
        for (Best best : result.found()) {
            if (!totals.isEmpty()) {
                seconds.add(best.seconds());
                totals.add(totals.get(totals.size() - 1));
            }
            seconds.add(best.seconds());
            totals.add((double) best.total());
        }
        seconds.add(result.seconds());
        totals.add((double) result.total());
        ChartStyle.line(chart, "best so far " + result.total(), seconds, totals, ChartStyle.OWN, 2.4f);
        if (result.lowerBound() > 0) {
            ChartStyle.line(chart, "lower bound " + result.lowerBound(), List.of(0.0, result.seconds()),
                    List.of((double) result.lowerBound(), (double) result.lowerBound()), ChartStyle.OTHERS.get(0), 1.6f);
        }
        return chart;
    }
}
