package crosscountry.kernel.display;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in every form that a front end may choose from, as in Jupyter's display_data.
 *
 * @param data MIME type to content: a String (text, SVG, HTML; base64 for PNG) or a JSON-like value
 * @param metadata MIME type to hints such as width and height; may be empty
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {

    /** A bundle without metadata. */
    public static MimeBundle of(Map<String, Object> data) {
        return new MimeBundle(data, Map.of());
    }

    /** Plain text alone. */
    public static MimeBundle text(String text) {
        return of(Map.of("text/plain", text));
    }

    /** HTML with the text that stands in for it where HTML is not shown. */
    public static MimeBundle html(String html, String text) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text/plain", text);
        data.put("text/html", html);
        return of(data);
    }

    /** This bundle with one more form of the same value. */
    public MimeBundle with(String mimeType, Object content) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(mimeType, content);
        return new MimeBundle(more, metadata);
    }
}
