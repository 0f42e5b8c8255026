package crosscountry.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a cell: Java code, a line command, or a command that takes the rest of the cell. */
sealed interface Piece {
    /** Where it begins in the cell's text. */
    int offset();

    record Java(String code, int offset) implements Piece {}

    /** @param body null for a line command; @param bodyOffset where the body begins in the cell's text */
    record Call(String name, String line, String body, int offset, int bodyOffset) implements Piece {
        boolean asksForHelp() {
            return line.equals("?") || line.equals("--help") || line.equals("-h");
        }
    }

    Pattern WHOLE_CELL = Pattern.compile("\\s*%%(\\S*)[ \\t]*([^\\n]*)(?:\\n|$)");
    Pattern LINE = Pattern.compile("[ \\t]*%([A-Za-z]\\w*)(\\?|[ \\t].*)?\\r?");

    /**
     * Divides a cell.
     *
     * @param incomplete whether Java code surely goes on, so that a line below it cannot be a command
     */
    static List<Piece> of(String cell, Predicate<String> incomplete) {
        Matcher whole = WHOLE_CELL.matcher(cell);
        if (whole.lookingAt()) {
            String body = cell.substring(whole.end());
            return List.of(new Call(whole.group(1), whole.group(2).strip(), body, whole.start(1) - 2, whole.end()));
        }
        List<Piece> pieces = new ArrayList<>();
        int java = 0;
        int at = 0;
        for (String text : cell.split("\n", -1)) {
            int next = Math.min(cell.length(), at + text.length() + 1);
            Matcher line = LINE.matcher(text);
            if (line.matches() && !continues(cell.substring(java, at), incomplete)) {
                addJava(pieces, cell.substring(java, at), java);
                String rest = line.group(2) == null ? "" : line.group(2).strip();
                pieces.add(new Call(line.group(1), rest, null, at + line.start(1) - 1, next));
                java = next;
            }
            at = next;
        }
        addJava(pieces, cell.substring(java), java);
        return pieces;
    }

    private static boolean continues(String code, Predicate<String> incomplete) {
        return !code.isBlank() && incomplete.test(code);
    }

    private static void addJava(List<Piece> pieces, String code, int offset) {
        if (!code.isBlank()) {
            pieces.add(new Java(code, offset));
        }
    }
}
