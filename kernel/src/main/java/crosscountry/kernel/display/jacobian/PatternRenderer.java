package crosscountry.kernel.display.jacobian;

import crosscountry.jacobian.Coo;
import crosscountry.kernel.display.ChartStyle;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.SvgImage;
import java.util.Locale;

/** A sparse matrix by its pattern: a square where an entry is stored. */
public final class PatternRenderer implements Renderer {
    private static final double PAGE = 700;

    @Override
    public boolean accepts(Object value) {
        return value instanceof Coo;
    }

    @Override
    public MimeBundle render(Object value) {
        Coo coo = (Coo) value;
        String svg = svg(coo);
        return SvgImage.addTo(MimeBundle.text(text(coo)), svg);
    }

    private static String text(Coo coo) {
        return String.format(
                Locale.ROOT,
                "%d x %d, %d entries stored (%.1f %%)",
                coo.rowCount(),
                coo.columnCount(),
                coo.values().length,
                100.0 * coo.values().length / ((double) coo.rowCount() * coo.columnCount()));
    }

    private static String svg(Coo coo) {
        double side = Math.max(1, Math.min(22, PAGE / Math.max(coo.rowCount(), coo.columnCount())));
        double width = Math.max(300, side * coo.columnCount() + 20);
        double height = side * coo.rowCount() + 40;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
                        + "viewBox=\"0 0 %.0f %.0f\" role=\"img\" "
                        + "font-family=\"DejaVu Sans, Verdana, sans-serif\" font-size=\"11\"><title>%s</title>"
                        + "<rect x=\"10\" y=\"10\" width=\"%.1f\" height=\"%.1f\" fill=\"none\" stroke=\""
                        + ChartStyle.GREY + "\"/>",
                width,
                height,
                width,
                height,
                text(coo),
                side * coo.columnCount(),
                side * coo.rowCount()));
        double gap = side > 4 ? 1 : 0;
        for (int k = 0; k < coo.values().length; k++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"#3d8fc4\"/>",
                    10 + side * coo.columns()[k] + gap,
                    10 + side * coo.rows()[k] + gap,
                    side - 2 * gap,
                    side - 2 * gap));
        }
        return svg.append(String.format(
                        Locale.ROOT,
                        "<text x=\"10\" y=\"%.0f\" fill=\"" + ChartStyle.GREY + "\">%s</text></svg>",
                        height - 12,
                        text(coo)))
                .toString();
    }
}
