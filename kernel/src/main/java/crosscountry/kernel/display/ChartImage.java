package crosscountry.kernel.display;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.internal.chartpart.IChart;

/** An XChart chart as SVG and as PNG. */
public final class ChartImage {
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{2,}");

    private ChartImage() {}

    /** Both pictures, with the text that stands in for them. */
    public static MimeBundle bundle(IChart chart, String text) {
        String svg = svg(chart, text.lines().findFirst().orElse(""));
        return SvgImage.addTo(MimeBundle.text(text), svg);
    }

    /**
     * XChart draws letters as outlines: the title says in words what is seen, and a tenth of a pixel halves the size.
     */
    private static String svg(IChart chart, String title) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String svg = bytes.toString(StandardCharsets.UTF_8);
        String drawing = svg.substring(svg.indexOf('>', svg.indexOf("<svg")) + 1);
        String head = svg.substring(svg.indexOf("<svg"), svg.length() - drawing.length());
        String rounded = LONG_NUMBER
                .matcher(drawing)
                .replaceAll(number -> tenth(number.group()))
                .replaceAll("\\n\\s*", "\n");
        return head + "<title>" + Markup.escape(title) + "</title>" + rounded;
    }

    private static String tenth(String number) {
        String text = String.format(Locale.ROOT, "%.1f", Double.parseDouble(number));
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
