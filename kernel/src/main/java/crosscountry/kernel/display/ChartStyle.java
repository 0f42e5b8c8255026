package crosscountry.kernel.display;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How our charts look: no background, and colours that read on white and on black (Okabe and Ito's). */
public final class ChartStyle {
    public static final Color OWN = new Color(0xd55e00);
    public static final List<Color> OTHERS = List.of(new Color(0x56b4e9), new Color(0x009e73), new Color(0xcc79a7));
    /** Lines and words, of the same contrast on white and on black. */
    public static final String GREY = "#6e7b86";

    public static final Color TEXT = Color.decode(GREY);
    private static final Color GRID = new Color(0x7f, 0x8c, 0x97, 0x40);
    private static final String NUMBER = "0.######";
    private static final Color CLEAR = new Color(0, 0, 0, 0);

    private ChartStyle() {}

    public static void apply(XYChart chart) {
        apply(chart.getStyler());
    }

    public static void apply(AxesChartStyler axes) {
        axes.setPlotGridLinesColor(GRID)
                .setAxisTickLabelsColor(TEXT)
                .setAxisTickMarksColor(TEXT)
                .setAxisTitleFont(font(Font.PLAIN, 12))
                .setAxisTickLabelsFont(font(Font.PLAIN, 11));
        axes.setXAxisTickMarkSpacingHint(60).setYAxisTickMarkSpacingHint(44);
        axes.setXAxisDecimalPattern(NUMBER).setYAxisDecimalPattern(NUMBER);
        axes.setChartBackgroundColor(CLEAR)
                .setPlotBackgroundColor(CLEAR)
                .setPlotBorderVisible(false)
                .setLegendBackgroundColor(CLEAR)
                .setLegendBorderColor(CLEAR)
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setChartFontColor(TEXT)
                .setChartTitleBoxBackgroundColor(CLEAR)
                .setChartTitleFont(font(Font.BOLD, 13))
                .setLegendFont(font(Font.PLAIN, 12));
    }

    public static XYSeries line(XYChart chart, String name, List<Double> x, List<Double> y, Color color, float width) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setLineColor(color);
        series.setMarker(
                x.size() == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE); // a line of one point would not be seen
        series.setMarkerColor(color);
        series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return series;
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
