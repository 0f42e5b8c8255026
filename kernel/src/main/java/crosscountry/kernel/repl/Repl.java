package crosscountry.kernel.repl;

import crosscountry.kernel.shell.CellException;
import crosscountry.kernel.shell.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The notebook's language, commands and completion in a terminal, a script or a pipe. */
public final class Repl implements AutoCloseable {
    private final Console console = new Console();
    private final Session session = new Session(console, List.of());
    private int cells;

    /** Runs a text as one cell; false if it fails. {@code :open} shows the last picture in a browser. */
    public boolean run(String cell) {
        return cell.strip().equals(":open") ? console.open() : run(cell, "input " + ++cells);
    }

    private boolean run(String cell, String label) {
        try {
            Object value = session.run(cell, label).value();
            if (value != null) {
                console.show(session.after(() -> console.drawn(value, session)));
            }
            session.settle();
            return true;
        } catch (CellException e) {
            console.fail(e);
            return false;
        }
    }

    /**
     * Runs the cells of a file until one fails, and says on standard error which.
     *
     * @param name what the file is called in messages; their lines are those of the file
     * @return 0, or the number of the cell that failed, from 1; text and empty cells are not counted
     */
    public int script(List<Script.Cell> script, String name) {
        int number = 0;
        for (Script.Cell cell : script) {
            if (!cell.runs()) {
                continue;
            }
            number++;
            if (!run(
                    "\n".repeat(cell.line() - 1)
                            + cell.code(session.context().commands().keySet()),
                    name)) {
                String title = cell.title().isEmpty() ? "" : " \"" + cell.title() + "\"";
                console.print(
                        "stderr",
                        "crosscountry: cell " + number + title + " of " + name + " failed; it begins at line "
                                + cell.line() + "\n");
                return number;
            }
        }
        return 0;
    }

    /** Runs a stream of lines, a cell as soon as it is complete; ends at the first that fails. */
    public boolean pipe(BufferedReader lines) throws IOException {
        StringBuilder cell = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            cell.append(line).append('\n');
            boolean body = cell.toString().stripLeading().startsWith("%%");
            boolean complete = cell.toString().strip().equals(":open")
                    || (body
                            ? line.isBlank()
                            : !session.assist().completeness(cell.toString()).equals("incomplete"));
            if (complete && !cell.toString().isBlank()) {
                if (!run(cell.toString())) {
                    return false;
                }
                cell.setLength(0);
            }
        }
        return cell.toString().isBlank() || run(cell.toString());
    }

    /** Reads from the terminal until its end (Ctrl-D); Ctrl-C stops what runs. */
    public void interactive(Path history) throws IOException {
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("crosscountry")
                    .parser(new CellParser(session.assist()))
                    .completer(new CellCompleter(session.assist()))
                    .variable(LineReader.HISTORY_FILE, history)
                    .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%B  ...%b ")
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
            console.attach(terminal);
            terminal.handle(Terminal.Signal.INT, signal -> session.interrupt());
            terminal.writer()
                    .println("Crosscountry on Java " + Runtime.version().feature()
                            + "; %commands lists the commands, :open shows the last picture in a browser, Ctrl-D ends");
            while (true) {
                try {
                    run(reader.readLine("java> "));
                } catch (UserInterruptException dropped) {
                    // Ctrl-C at the prompt drops the line
                } catch (EndOfFileException end) {
                    return;
                } catch (RuntimeException | Error failed) { // of what looks at the line while it is typed
                    console.fail(session.failure(failed));
                }
            }
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
