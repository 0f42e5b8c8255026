package crosscountry.kernel.display.elimination;

import static crosscountry.kernel.display.Markup.escape;

import crosscountry.elimination.OrderReport;
import crosscountry.graph.Source;
import crosscountry.kernel.display.ChartStyle;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.SvgImage;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * An order report as strips: the vertices in program order, coloured by when they went, by what that cost, and by
 * degree.
 */
public final class OrderReportRenderer implements Renderer {
    private static final double WIDTH = 760;
    private static final double LEFT = 96;
    private static final int HEIGHT = 26;

    private record Strip(String name, String legend, Color full, ToDoubleFunction<OrderReport.Row> value) {}

    private static final List<Strip> STRIPS = List.of(
            new Strip("eliminated", "first pale, last dark", new Color(0x0072b2), OrderReport.Row::step),
            new Strip("cost", "dearer is darker", new Color(0xd55e00), row -> Math.log1p(row.cost())),
            new Strip("degree", "higher is darker", new Color(0x009e73), row -> Math.log1p(row.degree())));

    @Override
    public boolean accepts(Object value) {
        return value instanceof OrderReport;
    }

    @Override
    public MimeBundle render(Object value) {
        OrderReport report = (OrderReport) value;
        String svg = svg(report);
        return SvgImage.addTo(MimeBundle.text(text(report)), svg);
    }

    private static String svg(OrderReport report) {
        double cell = (WIDTH - LEFT - 10) / Math.max(1, report.rows().size());
        int height = STRIPS.size() * (HEIGHT + 20) + 30;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%d\" viewBox=\"0 0 %.0f "
                        + "%d\" role=\"img\" "
                        + "font-family=\"DejaVu Sans, Verdana, sans-serif\" font-size=\"12\"><title>%s</title>",
                WIDTH,
                height,
                WIDTH,
                height,
                escape(report.inWords())));
        for (int k = 0; k < STRIPS.size(); k++) {
            strip(svg, report, STRIPS.get(k), cell, 8 + k * (HEIGHT + 20));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.0f\" y=\"%d\" fill=\"" + ChartStyle.GREY + "\">start of the program</text>",
                LEFT,
                height - 8));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.0f\" y=\"%d\" text-anchor=\"end\" fill=\"" + ChartStyle.GREY + "\">end</text>",
                WIDTH - 10,
                height - 8));
        return svg.append("</svg>").toString();
    }

    private static void strip(StringBuilder svg, OrderReport report, Strip strip, double cell, int y) {
        double most = report.rows().stream().mapToDouble(strip.value()).max().orElse(1);
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.0f\" y=\"%d\" text-anchor=\"end\" fill=\"" + ChartStyle.GREY + "\">%s</text>",
                LEFT - 8,
                y + 17,
                strip.name()));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.0f\" y=\"%d\" font-size=\"10\" fill=\"" + ChartStyle.GREY + "\">%s</text>",
                LEFT,
                y + HEIGHT + 12,
                strip.legend()));
        for (int k = 0; k < report.rows().size(); k++) {
            OrderReport.Row row = report.rows().get(k);
            double part = most == 0 ? 0 : strip.value().applyAsDouble(row) / most;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\" fill=\"%s\"><title>%s</title></rect>",
                    LEFT + k * cell,
                    y,
                    Math.max(0.6, cell - 0.4),
                    HEIGHT,
                    mixed(strip.full(), part),
                    escape(line(row))));
        }
    }

    private static String mixed(Color full, double part) {
        return String.format(
                "#%02x%02x%02x", mixed(full.getRed(), part), mixed(full.getGreen(), part), mixed(full.getBlue(), part));
    }

    private static int mixed(int channel, double part) {
        return (int) Math.round(part * channel + (1 - part) * 240);
    }

    private static String text(OrderReport report) {
        StringBuilder text = new StringBuilder(report.inWords());
        text.append(String.format(
                "%n%-7s %-16s %-18s %6s %6s %7s %6s %7s",
                "vertex", "operation", "source", "in", "out", "degree", "step", "cost"));
        report.rows().stream()
                .limit(200)
                .forEach(row -> text.append(String.format("%n")).append(line(row)));
        return text.toString();
    }

    private static String line(OrderReport.Row row) {
        return String.format(
                Locale.ROOT,
                "%-7s %-16s %-18s %6d %6d %7d %6d %7d",
                "v" + row.vertex(),
                row.operation(),
                row.source().map(Source::toString).orElse(""),
                row.fromInputs(),
                row.toOutputs(),
                row.degree(),
                row.step(),
                row.cost());
    }
}
