package crosscountry.kernel.shell;

/**
 * Where a snippet came from.
 *
 * @param label how the cell is called in messages, such as {@code cell 3}
 * @param cell the whole text of the cell
 * @param offset where the snippet begins in it
 */
record Place(String label, String cell, int offset) {

    /** The 1-based line of the cell that holds the character {@code within} the snippet. */
    int line(int within) {
        int end = Math.min(cell.length(), offset + Math.max(0, within));
        return (int) cell.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
    }

    /** The 1-based column of that character. */
    int column(int within) {
        int at = Math.min(cell.length(), offset + Math.max(0, within));
        return at - cell.lastIndexOf('\n', at - 1);
    }

    /** The text of a 1-based line, empty when there is none. */
    String text(int line) {
        return cell.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
    }

    /** The cell's line for a line (1-based) of the snippet. */
    int lineOfSnippetLine(int snippetLine) {
        return line(0) + snippetLine - 1;
    }
}
