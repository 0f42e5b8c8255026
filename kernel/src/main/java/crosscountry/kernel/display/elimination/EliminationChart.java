package crosscountry.kernel.display.elimination;

import crosscountry.elimination.Elimination;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Running sums of multiplications as lines, on the left axis, and the cost of each step of the order as an area, on the
 * right one. The background is transparent and every colour reads on white and on black (Okabe and Ito's).
 */
final class EliminationChart {
    private static final Color TEXT = new Color(0x7f8c97);
    private static final Color GRID = new Color(0x7f, 0x8c, 0x97, 0x40);
    private static final Color OWN = new Color(0xd55e00);
    private static final Color AREA = new Color(0xd5, 0x5e, 0x00, 0x48);
    private static final List<Color> OTHERS = List.of(new Color(0x56b4e9), new Color(0x009e73), new Color(0xcc79a7));
    private static final Color CLEAR = new Color(0, 0, 0, 0);

    private EliminationChart() {}

    static XYChart of(Elimination elimination, Run own, List<Run> standard) {
        XYChart chart = new XYChartBuilder().width(760).height(360)
                .title(elimination.graph().name() + ": " + own.total() + " multiplications in " + own.perStep().length + " steps")
                .xAxisTitle("step").yAxisTitle("multiplications so far").build();
        style(chart);
        XYSeries area = chart.addSeries("cost of its step (right)", counted(own.perStep().length), held(own.perStep()));
        area.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.StepArea);
        area.setYAxisGroup(1);
        area.setLineColor(AREA);
        area.setFillColor(AREA);
        area.setLineStyle(new BasicStroke(1));
        area.setMarker(SeriesMarkers.NONE);
        for (int k = 0; k < standard.size(); k++) {
            Run run = standard.get(k);
            if (!run.order().equals(own.order())) {
                line(chart, run, OTHERS.get(k), 1.6f);
            }
        }
        line(chart, new Run(name(own, standard), own.order(), own.perStep()), OWN, 2.6f);
        return chart;
    }

    private static String name(Run own, List<Run> standard) {
        return standard.stream().filter(run -> run.order().equals(own.order())).map(Run::name).findFirst().orElse(own.name());
    }

    private static void line(XYChart chart, Run run, Color color, float width) {
        XYSeries series = chart.addSeries(run.name() + " " + run.total(), counted(run.perStep().length), fromZero(run.sums()));
        series.setLineColor(color);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private static void style(XYChart chart) {
        var styler = chart.getStyler();
        styler.setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR).setPlotBorderVisible(false)
                .setLegendBackgroundColor(CLEAR).setLegendBorderColor(CLEAR).setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal).setChartFontColor(TEXT).setChartTitleBoxBackgroundColor(CLEAR)
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 13)).setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        AxesChartStyler axes = styler;
        axes.setPlotGridLinesColor(GRID).setAxisTickLabelsColor(TEXT).setAxisTickMarksColor(TEXT).setXAxisMin(0.0).setYAxisMin(0.0)
                .setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12)).setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        axes.setXAxisTickMarkSpacingHint(60).setYAxisTickMarkSpacingHint(44);
        axes.setXAxisDecimalPattern("0").setYAxisDecimalPattern("0");
        styler.setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
        chart.setYAxisGroupTitle(1, "multiplications of the step");
    }

    /** 0 before the first step, k after step k. */
    private static double[] counted(int steps) {
        double[] counted = new double[steps + 1];
        Arrays.setAll(counted, k -> k);
        return counted;
    }

    /** The cost of step k stands between k - 1 and k. */
    private static double[] held(long[] perStep) {
        double[] held = Arrays.stream(perStep).asDoubleStream().toArray();
        held = Arrays.copyOf(held, held.length + 1);
        held[perStep.length] = perStep[perStep.length - 1];
        return held;
    }

    private static double[] fromZero(long[] sums) {
        double[] line = new double[sums.length + 1];
        Arrays.setAll(line, k -> k == 0 ? 0 : sums[k - 1]);
        return line;
    }
}
