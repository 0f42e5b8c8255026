package crosscountry.kernel.command.declaration;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides the line of a magic into words, as a shell does for a command. A word in double quotes or brackets may hold
 * spaces; what stands in brackets keeps its quotes.
 */
final class Arguments {
    private Arguments() {}

    /** @throws IllegalArgumentException when a quote stays open */
    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        int depth = 0;
        for (char c : line.toCharArray()) {
            depth += quoted ? 0 : "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (c == '"') {
                quoted = !quoted;
                begun = true;
                word.append(depth > 0 ? "\"" : "");
            } else if (Character.isWhitespace(c) && !quoted && depth <= 0) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a double quote is not closed");
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
