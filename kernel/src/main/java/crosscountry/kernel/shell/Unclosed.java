package crosscountry.kernel.shell;

import java.util.Optional;

/**
 * A comment or text block that the code opens and never closes. JShell would run the first statement of such code and
 * silently drop the rest.
 *
 * @param what a comment or a text block
 * @param at where it begins
 * @param width of the sign that begins it
 */
record Unclosed(String what, int at, int width) {
    private static final String BLOCK = "\"\"\"";

    static Optional<Unclosed> in(String code) {
        int at = 0;
        while (at < code.length()) {
            int begun = at;
            if (code.startsWith("//", at)) {
                at = line(code, at);
            } else if (code.startsWith("/*", at)) {
                at = code.indexOf("*/", at + 2) + 2;
                if (at < begun + 4) {
                    return Optional.of(new Unclosed("comment", begun, 2));
                }
            } else if (code.startsWith(BLOCK, at)) {
                at = end(code, at + BLOCK.length(), BLOCK, code.length());
                if (at < 0) {
                    return Optional.of(new Unclosed("text block", begun, BLOCK.length()));
                }
            } else if (code.charAt(at) == '"' || code.charAt(at) == '\'') {
                int line = line(code, at);
                at = end(code, at + 1, code.substring(at, at + 1), line);
                at = at < 0 ? line : at;
            } else {
                at++;
            }
        }
        return Optional.empty();
    }

    private static int line(String code, int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }

    /** The place behind the mark that ends a literal; -1 if there is none before the limit. */
    private static int end(String code, int from, String mark, int limit) {
        for (int at = from; at < limit; at++) {
            if (code.charAt(at) == '\\') {
                at++;
            } else if (code.startsWith(mark, at)) {
                return at + mark.length();
            }
        }
        return -1;
    }
}
