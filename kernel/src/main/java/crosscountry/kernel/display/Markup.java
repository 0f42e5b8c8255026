package crosscountry.kernel.display;

import java.util.Locale;

/** Text that comes from users, made safe inside SVG and HTML. */
public final class Markup {
    private Markup() {}

    /** Appends a text of SVG. */
    public static void text(StringBuilder svg, double x, double y, String anchor, String colour, String text) {
        svg.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">",
                        x,
                        y,
                        anchor,
                        colour))
                .append(escape(text))
                .append("</text>");
    }

    /** The text with everything that markup gives a meaning replaced, also inside quoted attributes. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                // XML allows no control characters but tab and line ends
                default ->
                    safe.appendCodePoint(
                            c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0xFFFE || c == 0xFFFF ? '?' : c);
            }
        });
        return safe.toString();
    }
}
