package crosscountry.kernel.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words behind a command's name: plain ones in order, and options. A word in double quotes or brackets may hold
 * spaces; what stands in brackets keeps its quotes.
 *
 * @param plain words that are no options
 * @param options by name, without the dashes; a switch has the value ""
 */
public record Words(List<String> plain, Map<String, String> options) {
    /**
     * Divides a line.
     *
     * @param command for the sentence when something does not fit, such as {@code %order}
     * @param valued options that take the next word
     * @param switches options that stand alone
     */
    public static Words of(String command, String line, Set<String> valued, Set<String> switches) {
        List<String> plain = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        List<String> words = split(command, line);
        for (int k = 0; k < words.size(); k++) {
            String word = words.get(k);
            if (!word.startsWith("--")) {
                plain.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            if (switches.contains(name) && equals < 0) {
                options.put(name, "");
            } else if (!valued.contains(name)) {
                Set<String> known = new TreeSet<>(valued);
                known.addAll(switches);
                throw new IllegalArgumentException(command + " has no option --" + name + "; its options are "
                        + (known.isEmpty() ? "none" : "--" + String.join(", --", known)));
            } else if (equals >= 0) {
                options.put(name, word.substring(equals + 1));
            } else if (k + 1 < words.size()) {
                options.put(name, words.get(++k));
            } else {
                throw new IllegalArgumentException(command + ": option --" + name + " needs a value");
            }
        }
        return new Words(List.copyOf(plain), options);
    }

    private static List<String> split(String command, String line) {
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
            throw new IllegalArgumentException(command + ": a double quote is not closed");
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    public boolean has(String name) {
        return options.containsKey(name);
    }

    /** The value of an option that is a whole number of at least {@code least}. */
    public int number(String command, String name, int otherwise, int least) {
        String text = options.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            // the sentence below says what would do
        }
        throw new IllegalArgumentException(
                command + ": --" + name + " is a whole number from " + least + ", not \"" + text + "\"");
    }
}
