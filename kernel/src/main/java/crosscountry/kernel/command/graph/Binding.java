package crosscountry.kernel.command.graph;

import crosscountry.kernel.command.CommandContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A parameter of a method that is to be traced, and the Java text of its value. */
record Binding(String parameter, String text) {
    private static final Pattern BINDING = Pattern.compile("\\s*(\\w+)\\s*=(?!=)\\s*(.+)", Pattern.DOTALL);
    /** A word or a file name; {@code Kind.SIN} is meant as Java. */
    private static final Pattern WORD = Pattern.compile("(?![A-Z]\\w*\\.)(?=.*[A-Za-z])[\\w./:-]+");

    /**
     * {@code n=3,kind=Kind.SIN,list=List.of(1, 2)}: a comma outside of brackets and texts divides where a name and =
     * follow.
     */
    static List<Binding> all(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        List<Binding> bindings = new ArrayList<>();
        int from = 0;
        for (int comma : commas(text)) {
            if (comma == text.length()
                    || BINDING.matcher(text.substring(comma + 1)).lookingAt()) {
                bindings.add(of(text.substring(from, comma)));
                from = comma + 1;
            }
        }
        return bindings;
    }

    private static Binding of(String text) {
        Matcher binding = BINDING.matcher(text);
        if (!binding.matches()) {
            throw new IllegalArgumentException("%%graph: --with takes parameter=value, not \"" + text + "\"");
        }
        return new Binding(binding.group(1), binding.group(2).strip());
    }

    /** The outermost commas, and the end. */
    private static List<Integer> commas(String text) {
        List<Integer> found = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (quote != 0) {
                k += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ',' && depth == 0) {
                found.add(k);
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            }
        }
        found.add(text.length());
        return found;
    }

    /** What the session makes of the text; a word that is no Java stands for itself. */
    Object value(CommandContext context) throws Exception {
        if (text.matches("[+-]?\\d{1,9}")) {
            return Integer.valueOf(text);
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        Object value;
        try {
            value = context.eval(text).value();
        } catch (Exception noJava) {
            if (WORD.matcher(text).matches()) {
                return text;
            }
            throw new IllegalArgumentException(
                    "%%graph: " + parameter + "=" + text + " in --with has no value: " + noJava.getMessage(), noJava);
        }
        if (value == null) {
            throw new IllegalArgumentException(
                    "%%graph: " + parameter + "=" + text + " in --with has no value, or null, which cannot be bound");
        }
        return value;
    }
}
