package crosscountry.kernel.display.jacobian;

import static crosscountry.kernel.display.Markup.escape;

import crosscountry.jacobian.Jacobian;
import crosscountry.kernel.display.ChartStyle;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A Jacobian as SVG: rows are outputs, columns are inputs; blue is negative, orange positive, stronger where the entry
 * is larger (logarithmically); an entry that is zero at every point is left empty, one that only happens to be zero
 * here is a hollow square, one that is no number is a cross.
 */
final class HeatMap {
    private static final double PAGE = 860;
    private static final double LARGEST = 46;
    /** Entries this many powers of ten below the largest have the palest colour. */
    private static final double DECADES = 6;

    private static final int NAMED = 40;
    private static final Color NEGATIVE = new Color(0x0072b2);
    private static final Color POSITIVE = new Color(0xd55e00);
    private static final String NOT_FINITE = "#cc79a7";

    private final Jacobian jacobian;
    private final List<String> rows;
    private final List<String> columns;
    private final double largest;

    private HeatMap(Jacobian jacobian) {
        this.jacobian = jacobian;
        rows = jacobian.outputNames();
        columns = jacobian.inputNames();
        double most = 0;
        for (double[] row : jacobian.matrix()) {
            for (double entry : row) {
                most = Double.isFinite(entry) ? Math.max(most, Math.abs(entry)) : most;
            }
        }
        largest = most;
    }

    static String svg(Jacobian jacobian) {
        return new HeatMap(jacobian).draw();
    }

    private String draw() {
        boolean named = rows.size() <= NAMED && columns.size() <= NAMED;
        double left =
                named ? 14 + 7 * rows.stream().mapToInt(String::length).max().orElse(0) : 10;
        double top = named
                ? 14 + 5.2 * columns.stream().mapToInt(String::length).max().orElse(0)
                : 10;
        double side = Math.max(1.5, Math.min(LARGEST, Math.min((PAGE - left) / columns.size(), 2400.0 / rows.size())));
        double width = Math.max(left + side * columns.size() + 30, 440 + (hollow() ? 120 : 0) + (odd() ? 110 : 0));
        double height = top + side * rows.size() + 34;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
                        + "viewBox=\"0 0 %.0f %.0f\" role=\"img\" "
                        + "font-family=\"DejaVu Sans, Verdana, sans-serif\" "
                        + "font-size=\"11\"><title>Jacobian of %s</title>",
                width,
                height,
                width,
                height,
                escape(jacobian.graph().name())));
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                cell(svg, row, column, left + side * column, top + side * row, side);
            }
        }
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"none\" stroke=\"" + ChartStyle.GREY
                        + "\"/>",
                left,
                top,
                side * columns.size(),
                side * rows.size()));
        if (named) {
            names(svg, left, top, side);
        }
        legend(svg, top + side * rows.size() + 22);
        return svg.append("</svg>").toString();
    }

    private void cell(StringBuilder svg, int row, int column, double x, double y, double side) {
        double entry = jacobian.matrix()[row][column];
        if (entry == 0) {
            if (jacobian.structure()[row][column]) {
                happensToBeZero(svg, row, column, x, y, side);
            }
            return;
        }
        String fill = Double.isFinite(entry) ? colour(entry) : NOT_FINITE;
        svg.append(String.format(
                Locale.ROOT,
                "<g><title>%s by %s: %s</title><rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" "
                        + "fill=\"%s\"/>",
                escape(rows.get(row)),
                escape(columns.get(column)),
                entry,
                x + 0.5,
                y + 0.5,
                Math.max(1, side - 1),
                Math.max(1, side - 1),
                fill));
        if (!Double.isFinite(entry)) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f,%.1f l%.1f,%.1f m0,%.1f l%.1f,%.1f\" stroke=\"#ffffff\"/>",
                    x + side * .3,
                    y + side * .3,
                    side * .4,
                    side * .4,
                    -side * .4,
                    -side * .4,
                    side * .4));
        } else if (side > 40) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"10\" fill=\"%s\">%s</text>",
                    x + side / 2,
                    y + side / 2 + 3.5,
                    strength(entry) > 0.6 ? "#ffffff" : "#202428",
                    shortText(entry)));
        }
        svg.append("</g>");
    }

    private void happensToBeZero(StringBuilder svg, int row, int column, double x, double y, double side) {
        svg.append(String.format(
                Locale.ROOT,
                "<g><title>%s by %s: 0 at this point</title><rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" "
                        + "height=\"%.2f\" fill=\"" + ChartStyle.GREY + "\" fill-opacity=\"0.1\" stroke=\""
                        + ChartStyle.GREY + "\" stroke-width=\"%.1f\"/></g>",
                escape(rows.get(row)),
                escape(columns.get(column)),
                x + side * .3,
                y + side * .3,
                side * .4,
                side * .4,
                side > 6 ? 1.0 : 0.5));
    }

    /** From nearly white to the full colour, opaque, so that a number on it reads on a light and on a dark page. */
    private String colour(double entry) {
        Color full = entry < 0 ? NEGATIVE : POSITIVE;
        double part = strength(entry);
        return String.format(
                "#%02x%02x%02x", mixed(full.getRed(), part), mixed(full.getGreen(), part), mixed(full.getBlue(), part));
    }

    private static int mixed(int channel, double part) {
        return (int) Math.round(part * channel + (1 - part) * 245);
    }

    private double strength(double entry) {
        double decades = Math.log10(largest / Math.abs(entry));
        return 1 - 0.85 * Math.min(1, Math.max(0, decades / DECADES));
    }

    private static String shortText(double entry) {
        double size = Math.abs(entry);
        return String.format(
                Locale.ROOT,
                size >= 1000 && size < 1e5 ? "%.0f" : size >= 0.001 && size < 1000 ? "%.3g" : "%.1e",
                entry);
    }

    private void names(StringBuilder svg, double left, double top, double side) {
        int every = side < 11 ? 2 : 1;
        for (int row = 0; row < rows.size(); row += every) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\" fill=\"" + ChartStyle.GREY + "\">%s</text>",
                    left - 5,
                    top + side * (row + .5) + 4,
                    escape(rows.get(row))));
        }
        for (int column = 0; column < columns.size(); column += every) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text transform=\"translate(%.1f %.1f) rotate(-45)\" fill=\"" + ChartStyle.GREY + "\">%s</text>",
                    left + side * (column + .5) + 3,
                    top - 5,
                    escape(columns.get(column))));
        }
    }

    private boolean hollow() {
        return jacobian.structuralNonZeros() > jacobian.nonZeros();
    }

    private boolean odd() {
        return Arrays.stream(jacobian.matrix())
                .flatMapToDouble(Arrays::stream)
                .anyMatch(entry -> !Double.isFinite(entry));
    }

    private void legend(StringBuilder svg, double y) {
        String scale = "largest " + shortText(largest) + ", paler for each power of ten below"
                + (hollow() ? "; hollow: 0 at this point" : "") + (odd() ? "; crossed: not finite" : "");
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"10\" y=\"%.1f\" width=\"12\" height=\"12\" fill=\"#0072b2\"/>"
                        + "<text x=\"26\" y=\"%.1f\" fill=\""
                        + ChartStyle.GREY + "\">&lt; 0</text>"
                        + "<rect x=\"58\" y=\"%.1f\" width=\"12\" height=\"12\" fill=\"#d55e00\"/>"
                        + "<text x=\"74\" y=\"%.1f\" fill=\""
                        + ChartStyle.GREY + "\">&gt; 0; %s</text>",
                y - 10,
                y,
                y - 10,
                y,
                scale));
    }
}
