package crosscountry.kernel.repl;

import crosscountry.kernel.shell.CellAssist;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completions as in the notebook. */
record CellCompleter(CellAssist assist) implements Completer {
    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        try {
            for (String match : assist.complete(line.line(), line.cursor()).matches()) {
                candidates.add(new Candidate(match, match, null, null, null, null, false));
            }
        } catch (RuntimeException | Error failed) {
            // of a command's own completion: the line stays as it was typed
        }
    }
}
