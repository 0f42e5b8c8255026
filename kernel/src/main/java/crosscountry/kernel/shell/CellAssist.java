package crosscountry.kernel.shell;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.shell.CodeAssist.Completion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Completion, inspection and completeness of cells: commands by their declarations, Java by JShell. */
public final class CellAssist {
    private static final Pattern CALL = Pattern.compile("\\s*(%%?)(\\w*)((?:\\s.*)?)", Pattern.DOTALL);

    private final CommandContext session;
    private final CodeAssist java;

    CellAssist(CommandContext session, CodeAssist java) {
        this.session = session;
        this.java = java;
    }

    /** Completions at a cursor; all positions are UTF-16 units. */
    public Completion complete(String cell, int cursor) {
        int line = cell.lastIndexOf('\n', cursor - 1) + 1;
        Matcher call = CALL.matcher(cell.substring(line, cursor));
        if (!call.matches()) {
            int body = bodyStart(cell);
            Completion inBody = java.complete(cell.substring(body), cursor - body);
            return new Completion(inBody.start() + body, inBody.end() + body, inBody.matches());
        }
        String arguments = call.group(3);
        if (arguments.isEmpty()) {
            int start = line + call.start(1);
            return new Completion(
                    start,
                    cursor,
                    session.commands().values().stream()
                            .filter(command -> command.name().startsWith(call.group(2)))
                            .map(command -> (command.standsAboveCell() ? "%%" : call.group(1)) + command.name())
                            .toList());
        }
        Command command = session.commands().get(call.group(2));
        if (command != null && command.takesJava()) {
            int start = line + call.start(3) + 1;
            Completion inLine = java.complete(cell.substring(start), cursor - start);
            return new Completion(inLine.start() + start, inLine.end() + start, inLine.matches());
        }
        int word = cursor;
        while (word > line && !Character.isWhitespace(cell.charAt(word - 1))) {
            word--;
        }
        String begin = cell.substring(word, cursor);
        List<String> words = command == null ? List.of() : command.complete(session, arguments.substring(1));
        return new Completion(
                word,
                cursor,
                words.stream().filter(one -> one.startsWith(begin)).distinct().toList());
    }

    /** Signature and documentation of what stands at the cursor: a command's help, or Java's. */
    public Optional<String> inspect(String cell, int cursor) {
        int line = cell.lastIndexOf('\n', cursor - 1) + 1;
        int end = cell.indexOf('\n', cursor) < 0 ? cell.length() : cell.indexOf('\n', cursor);
        Matcher call = CALL.matcher(cell.substring(line, end));
        if (call.matches()) {
            return Optional.ofNullable(session.commands().get(call.group(2)))
                    .map(command -> command.synopsis() + "\n\n" + command.help());
        }
        int body = bodyStart(cell);
        return java.inspect(cell.substring(body), cursor - body);
    }

    /** {@code complete}, {@code incomplete} or {@code invalid}. */
    public String completeness(String cell) {
        if (cell.stripLeading().startsWith("%%")) {
            return cell.endsWith("\n") && cell.strip().contains("\n")
                    ? "complete"
                    : "incomplete"; // a line end below the body ends it
        }
        String code = Piece.of(cell, part -> java.completeness(part).equals("incomplete")).stream()
                .filter(Piece.Java.class::isInstance)
                .map(piece -> ((Piece.Java) piece).code())
                .collect(Collectors.joining("\n"));
        return java.completeness(code);
    }

    /** Below {@code %%name} stands the body; it is Java for those commands that take Java. */
    private static int bodyStart(String cell) {
        Matcher whole = Piece.WHOLE_CELL.matcher(cell);
        return whole.lookingAt() ? whole.end() : 0;
    }
}
