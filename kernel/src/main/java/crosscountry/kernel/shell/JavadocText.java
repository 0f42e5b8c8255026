package crosscountry.kernel.shell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Javadoc comment as plain text: inline tags become their words, markup becomes line breaks, and block tags stand on
 * lines of their own.
 */
final class JavadocText {
    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*((?:[^{}]|\\{[^{}]*\\})*)\\}");
    private static final Pattern LINK = Pattern.compile("^([^\\s(]*(?:\\([^)]*\\))?)\\s*(.*)$", Pattern.DOTALL);

    private JavadocText() {}

    static String of(String comment) {
        String text = comment;
        Matcher tag = INLINE.matcher(text);
        while (tag.find()) {
            text = tag.replaceFirst(found -> Matcher.quoteReplacement(
                    words(found.group(1), found.group(2).strip())));
            tag = INLINE.matcher(text);
        }
        return text.replaceAll("(?i)\\s*<p>\\s*|\\s*</?(?:ul|ol|dl|pre|blockquote|h\\d|table|tr)\\b[^>]*>\\s*", "\n\n")
                .replaceAll("(?i)\\s*<li>\\s*", "\n- ")
                .replaceAll("</?[A-Za-z][^<>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&nbsp;", " ")
                .replace("&#64;", "@")
                .replace("&amp;", "&")
                .replaceAll("(?m)^ ", "")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    /** What a reader would see of an inline tag. */
    private static String words(String tag, String content) {
        if (!tag.startsWith("link")) {
            return content.replace("<", "&lt;").replace(">", "&gt;");
        }
        Matcher link = LINK.matcher(content);
        return link.matches() && !link.group(2).isBlank()
                ? link.group(2)
                : content.replaceFirst("^#", "").replace('#', '.');
    }
}
