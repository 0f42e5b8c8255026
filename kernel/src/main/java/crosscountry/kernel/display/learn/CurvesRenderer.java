package crosscountry.kernel.display.learn;

import crosscountry.kernel.display.ChartImage;
import crosscountry.kernel.display.ChartStyle;
import crosscountry.kernel.display.Markup;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.training.Curves;
import crosscountry.training.Iteration;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;

/** A training run: costs over time with lines to compare them with, and below them losses and the policy's entropy. */
public final class CurvesRenderer implements Renderer {
    /**
     * Costs beyond this multiple of the best are not drawn: forward mode alone would squeeze everything else together.
     */
    private static final double HIGHEST = 2.2;

    private static final int POINTS = 300;
    private static final Color VIOLET = new Color(0x9f7fdf);
    private static final List<Color> LINES =
            List.of(ChartStyle.TEXT, ChartStyle.OTHERS.get(2), VIOLET, new Color(0xb08d00), new Color(0xd64550));

    @Override
    public boolean accepts(Object value) {
        return value instanceof Curves;
    }

    @Override
    public MimeBundle render(Object value) {
        return live(value.toString(), (Curves) value);
    }

    /** A run in progress: its status line and the curves so far; only the line before the first iteration. */
    public static MimeBundle live(String line, Curves curves) {
        List<Iteration> rows = thinned(curves.rows());
        String head = "<div style=\"font-family:monospace;font-size:12px\">" + Markup.escape(line) + "</div>";
        if (rows.isEmpty()) {
            return MimeBundle.html(head, line);
        }
        MimeBundle costs = ChartImage.bundle(costs(curves, rows), line);
        String svgs = costs.data().get("image/svg+xml") + "\n"
                + (rows.stream()
                                .anyMatch(row -> row.learned().policyLoss()
                                        == row.learned().policyLoss())
                        ? ChartImage.bundle(losses(rows), "losses").data().get("image/svg+xml")
                        : "");
        return costs.with("text/html", head + svgs);
    }

    private static List<Iteration> thinned(List<Iteration> rows) {
        int step = Math.max(1, (rows.size() + POINTS - 1) / POINTS);
        List<Iteration> kept = new ArrayList<>();
        for (int k = 0; k < rows.size(); k++) {
            if ((rows.size() - 1 - k) % step == 0) {
                kept.add(rows.get(k));
            }
        }
        return kept;
    }

    private static XYChart costs(Curves curves, List<Iteration> rows) {
        Iteration last = rows.get(rows.size() - 1);
        double highest = HIGHEST * last.best();
        XYChart chart = chart(curves.graph() + ": " + last.best(), "multiplications", 340);
        int color = 0;
        for (var line : curves.lines().entrySet()) {
            if (line.getValue() <= highest) {
                XYSeries series = ChartStyle.line(
                        chart,
                        line.getKey() + " " + line.getValue(),
                        List.of(0.0, last.seconds()),
                        List.of((double) line.getValue(), (double) line.getValue()),
                        LINES.get(color),
                        1.4f);
                series.setLineStyle(
                        new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0));
            }
            color = (color + 1) % LINES.size();
        }
        add(
                chart,
                "games with search",
                rows,
                row -> row.mean() <= highest ? row.mean() : Double.NaN,
                ChartStyle.OTHERS.get(0),
                1.4f);
        add(
                chart,
                "network alone",
                rows,
                row -> row.evaluation() > 0 && row.evaluation() <= highest ? row.evaluation() : Double.NaN,
                ChartStyle.OTHERS.get(1),
                1.8f);
        add(chart, "best " + last.best(), rows, Iteration::best, ChartStyle.OWN, 2.6f);
        return chart;
    }

    private static XYChart losses(List<Iteration> rows) {
        XYChart chart = chart("Learning", "nats; squared log ratio", 220);
        add(chart, "policy loss", rows, row -> row.learned().policyLoss(), ChartStyle.OWN, 1.8f);
        add(chart, "entropy of the policy", rows, row -> row.learned().entropy(), ChartStyle.OTHERS.get(0), 1.8f);
        add(chart, "value loss", rows, row -> row.learned().valueLoss(), ChartStyle.OTHERS.get(1), 1.8f);
        return chart;
    }

    private static XYChart chart(String title, String unit, int height) {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(height)
                .xAxisTitle("seconds")
                .yAxisTitle(unit)
                .title(title)
                .build();
        ChartStyle.apply(chart);
        chart.getStyler()
                .setLegendPosition(Styler.LegendPosition.OutsideE)
                .setLegendLayout(Styler.LegendLayout.Vertical);
        return chart;
    }

    /** A curve of the rows that have this number. */
    private static void add(
            XYChart chart,
            String name,
            List<Iteration> rows,
            ToDoubleFunction<Iteration> number,
            Color color,
            float width) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (Iteration row : rows) {
            double value = number.applyAsDouble(row);
            if (Double.isFinite(value)) {
                x.add(row.seconds());
                y.add(value);
            }
        }
        if (!x.isEmpty()) {
            ChartStyle.line(chart, name, x, y, color, width);
        }
    }
}
