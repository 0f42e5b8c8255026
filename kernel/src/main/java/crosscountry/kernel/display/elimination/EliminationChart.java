package crosscountry.kernel.display.elimination;

import crosscountry.elimination.Elimination;
import crosscountry.kernel.display.ChartStyle;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Costs so far as lines, on the left axis, and the cost of each step of the order as an area, on the right one. The
 * background is transparent and every colour reads on white and on black (Okabe and Ito's).
 */
final class EliminationChart {
    private static final Color AREA = new Color(0xd5, 0x5e, 0x00, 0x48);

    private EliminationChart() {}

    static XYChart of(Elimination elimination, CountedOrder own, List<CountedOrder> standard) {
        XYChart chart = new XYChartBuilder()
                .width(760)
                .height(360)
                .title(elimination.graph().name() + ": " + own.total() + " "
                        + elimination.rules().unit() + " in " + own.perStep().length + " steps")
                .xAxisTitle("step")
                .yAxisTitle(elimination.rules().isAdditive() ? "cost so far" : "largest so far")
                .build();
        ChartStyle.apply(chart);
        AxesChartStyler axes = chart.getStyler();
        axes.setXAxisMin(0.0).setYAxisMin(0.0).setXAxisDecimalPattern("0").setYAxisDecimalPattern("0");
        chart.getStyler().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
        chart.setYAxisGroupTitle(1, "cost of the step");
        XYSeries area = chart.addSeries("cost of its step (right)", counted(own.perStep().length), held(own.perStep()));
        area.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.StepArea);
        area.setYAxisGroup(1);
        area.setLineColor(AREA);
        area.setFillColor(AREA);
        area.setLineStyle(new BasicStroke(1));
        area.setMarker(SeriesMarkers.NONE);
        for (int k = 0; k < standard.size(); k++) {
            CountedOrder run = standard.get(k);
            if (!run.order().equals(own.order())) {
                line(chart, run, ChartStyle.OTHERS.get(k), 1.6f);
            }
        }
        line(
                chart,
                new CountedOrder(name(own, standard), own.rules(), own.order(), own.perStep()),
                ChartStyle.OWN,
                2.6f);
        return chart;
    }

    private static String name(CountedOrder own, List<CountedOrder> standard) {
        return standard.stream()
                .filter(run -> run.order().equals(own.order()))
                .map(CountedOrder::name)
                .findFirst()
                .orElse(own.name());
    }

    private static void line(XYChart chart, CountedOrder run, Color color, float width) {
        ChartStyle.line(
                chart,
                run.name() + " " + run.total(),
                counted(run.perStep().length),
                fromZero(run.sums()),
                color,
                width);
    }

    /** 0 before the first step, k after step k. */
    private static List<Double> counted(int steps) {
        return IntStream.rangeClosed(0, steps).mapToObj(k -> (double) k).toList();
    }

    /** The cost of step k stands between k - 1 and k. */
    private static List<Double> held(long[] perStep) {
        return IntStream.rangeClosed(0, perStep.length)
                .mapToObj(k -> (double) perStep[Math.min(k, perStep.length - 1)])
                .toList();
    }

    private static List<Double> fromZero(long[] sums) {
        return IntStream.rangeClosed(0, sums.length)
                .mapToObj(k -> k == 0 ? 0.0 : sums[k - 1])
                .toList();
    }
}
