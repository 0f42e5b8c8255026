package crosscountry.kernel.repl;

import crosscountry.kernel.shell.CellAssist;
import crosscountry.kernel.shell.CodeAssist.Completion;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Continues on the next line until the cell is complete. */
record CellParser(CellAssist assist) implements Parser {
    /** @param word what a completion replaces */
    private record Line(String line, int cursor, String word) implements CompletingParsedLine {
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }

        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.COMPLETE) {
            Completion completion = assist.complete(line, cursor);
            return new Line(line, cursor, line.substring(Math.min(completion.start(), cursor), cursor));
        }
        boolean body = line.stripLeading().startsWith("%%");
        if (line.strip().equals(":open")) {
            return new Line(line, cursor, line);
        }
        if (body ? !line.endsWith("\n") : assist.completeness(line).equals("incomplete")) {
            throw new EOFError(-1, cursor, "the cell goes on");
        }
        return new Line(line, cursor, line);
    }
}
