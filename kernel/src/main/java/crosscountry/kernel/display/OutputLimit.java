package crosscountry.kernel.display;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Limits what a page has to show: long text is cut; other forms that are too long (HTML, pictures) are left out whole,
 * since part of one would be broken. A sentence says so.
 *
 * @param signs the most UTF-16 units of one form; 0 for no limit
 */
public record OutputLimit(int signs) {
    private static final String TEXT = "text/plain";

    /** The bundle, cut where it is too long. */
    public MimeBundle cut(MimeBundle bundle) {
        if (signs <= 0 || bundle.data().values().stream().noneMatch(this::tooLong)) {
            return bundle;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        StringBuilder left = new StringBuilder();
        bundle.data().forEach((type, content) -> {
            if (!tooLong(content)) {
                data.put(type, content);
            } else if (!type.equals(TEXT)) {
                left.append("\n[")
                        .append(type)
                        .append(" of ")
                        .append(count((String) content))
                        .append(" signs is left out; ")
                        .append(cure())
                        .append(']');
            }
        });
        String text = String.valueOf(bundle.data().getOrDefault(TEXT, ""));
        data.put(TEXT, (tooLong(text) ? start(text) : text) + left);
        return new MimeBundle(data, bundle.metadata());
    }

    private boolean tooLong(Object content) {
        return content instanceof String text && text.length() > signs;
    }

    private String start(String text) {
        int end = Character.isHighSurrogate(text.charAt(signs - 1)) ? signs - 1 : signs;
        return text.substring(0, end) + "\n[the first " + count(text.substring(0, end)) + " of " + count(text)
                + " signs; " + cure() + "]";
    }

    private static String count(String text) {
        return String.format(Locale.ROOT, "%,d", text.length());
    }

    private static String cure() {
        return "to have all, write it to a file, as by Files.writeString(Path.of(\"value.txt\"), text), or "
                + "start with CROSSCOUNTRY_OUTPUT_LIMIT=0";
    }
}
