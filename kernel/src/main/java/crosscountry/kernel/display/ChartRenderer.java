package crosscountry.kernel.display;

import org.knowm.xchart.internal.chartpart.Chart;

/** Charts that users make with XChart. */
public final class ChartRenderer implements Renderer {
    @Override
    public boolean accepts(Object value) {
        return value instanceof Chart;
    }

    @Override
    public MimeBundle render(Object value) {
        Chart<?, ?> chart = (Chart<?, ?>) value;
        String title = chart.getTitle() == null || chart.getTitle().isBlank() ? "a chart" : chart.getTitle();
        return ChartImage.bundle(chart, title + ", " + chart.getWidth() + " x " + chart.getHeight());
    }
}
