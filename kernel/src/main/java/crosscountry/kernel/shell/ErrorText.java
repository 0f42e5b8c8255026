package crosscountry.kernel.shell;

import crosscountry.kernel.display.ThrownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.spi.ExecutionControl.UserException;

/** Turns what the compiler or a running snippet reports into text with the place in the cell. */
final class ErrorText {
    private static final int FRAMES = 30;
    private static final int CAUSES = 5;

    private final Function<String, Place> places;

    /** @param places the origin of a snippet by its id, null when unknown */
    ErrorText(Function<String, Place> places) {
        this.places = places;
    }

    /** The compiler's complaints about a snippet that stands at {@code place}. */
    CellException compilation(List<Diag> diags, Place place) {
        List<String> lines = new ArrayList<>();
        String first = null;
        for (Diag diag : diags) {
            if (!diag.isError()) {
                continue;
            }
            List<String> message = diag.getMessage(Locale.ENGLISH)
                    .lines()
                    .filter(line -> !line.strip().startsWith("location: class"))
                    .toList();
            int start = (int) Math.max(0, diag.getStartPosition());
            int at = (int) Math.max(start, diag.getPosition());
            int line = place.line(at);
            int from = place.line(start) == line ? place.column(start) : 1;
            String summary = message.get(0) + " (" + place.label() + ", line " + line + ")";
            first = first == null ? summary : first;
            lines.add(Ansi.strong("error: ") + summary);
            lines.add(pointed(place, line, from, width(diag, place, line, from)));
            message.stream().skip(1).forEach(lines::add);
        }
        if (first == null) {
            first = "the code could not be compiled (" + place.label() + ", line " + place.line(0) + ")";
            lines.add(Ansi.strong("error: ") + first);
        }
        return new CellException("CompilationError", first, lines);
    }

    /** A comment or text block without an end, in the compiler's words: the compiler never sees it. */
    CellException unclosed(Unclosed open, Place place) {
        int line = place.line(open.at());
        String summary = "unclosed " + open.what() + " (" + place.label() + ", line " + line + ")";
        return new CellException(
                "CompilationError",
                summary,
                List.of(Ansi.strong("error: ") + summary, pointed(place, line, place.column(open.at()), open.width())));
    }

    /** What a snippet threw. */
    CellException thrown(JShellException exception) {
        List<String> lines = new ArrayList<>();
        Throwable current = exception;
        for (int depth = 0; current != null && depth < CAUSES; depth++) {
            lines.add(Ansi.strong((depth == 0 ? "" : "caused by ") + name(current)) + message(current));
            frames(current.getStackTrace(), lines, depth == 0);
            current = current.getCause();
        }
        String message = exception instanceof UnresolvedReferenceException unresolved
                ? unresolvedText(unresolved)
                : exception.getMessage();
        return new CellException(name(exception), message == null ? "" : message, lines);
    }

    /**
     * What a command threw, or the compiler, or a value while it was drawn: in one sentence, with causes and with the
     * user's own frames alone.
     */
    CellException outside(Throwable thrown, Function<StackTraceElement, String> cell) {
        String message = ThrownText.message(thrown);
        String sentence = thrown instanceof StackOverflowError
                ? "the stack is full: a method calls itself too often, or the code is nested too deeply"
                : thrown instanceof OutOfMemoryError
                        ? "the memory is full" + (message == null ? "" : ": " + message)
                        : thrown instanceof ExceptionInInitializerError
                                ? "a static initialiser failed"
                                : message == null ? "" : message;
        String kind = thrown.getClass().getName();
        List<String> lines = raw(thrown, cell);
        lines.set(0, Ansi.strong(kind) + (sentence.isEmpty() ? "" : ": " + sentence));
        return new CellException(kind, sentence, lines);
    }

    /**
     * The exception with the JVM's own frames, where JShell has not translated them.
     *
     * @param cell names the cell of a frame, null for a frame that is shown as it is, empty for one that is not shown
     */
    List<String> raw(Throwable thrown, Function<StackTraceElement, String> cell) {
        List<String> lines = new ArrayList<>();
        Throwable current = Thrown.copy(thrown);
        for (int depth = 0; current != null && depth < CAUSES; depth++) {
            lines.add(Ansi.strong((depth == 0 ? "" : "caused by ") + name(current)) + message(current));
            int count = 0;
            for (StackTraceElement frame : current.getStackTrace()) {
                String place = cell.apply(frame);
                if (ours(frame) || count == FRAMES) {
                    break;
                }
                if (place != null && place.isEmpty()) {
                    continue;
                }
                count++;
                lines.add("    at " + (place == null ? Ansi.dim(frame.toString()) : place));
            }
            current = current.getCause();
        }
        return lines;
    }

    private void frames(StackTraceElement[] frames, List<String> lines, boolean showSource) {
        boolean shown = !showSource;
        int count = 0;
        for (StackTraceElement frame : frames) {
            if (ours(frame)) {
                break;
            }
            if (++count > FRAMES) {
                lines.add("    ...");
                break;
            }
            Place place = frame.getFileName() != null && frame.getFileName().startsWith("#")
                    ? places.apply(frame.getFileName().substring(1))
                    : null;
            if (place == null) {
                lines.add("    at " + Ansi.dim(frame.toString()));
                continue;
            }
            int line = place.lineOfSnippetLine(Math.max(1, frame.getLineNumber()));
            String method = frame.getMethodName() == null ? "" : frame.getMethodName();
            String where = place.label() + ", line " + line;
            lines.add("    at "
                    + (method.isEmpty() || method.startsWith("do_it$")
                            ? where
                            : owner(frame) + method + " (" + where + ")"));
            if (!shown) {
                String text = place.text(line);
                int indent = text.length() - text.stripLeading().length();
                lines.add(pointed(place, line, indent + 1, text.strip().length()));
                shown = true;
            }
        }
    }

    /** Every snippet runs on top of reflection and this kernel's trampoline. */
    private static boolean ours(StackTraceElement frame) {
        String owner = frame.getClassName();
        return owner.startsWith("crosscountry.kernel.shell.")
                || owner.startsWith("jdk.jshell.")
                || owner.startsWith("jdk.internal.reflect.")
                || owner.equals("java.lang.reflect.Method")
                        && frame.getMethodName().equals("invoke");
    }

    private static String owner(StackTraceElement frame) {
        String owner = frame.getClassName();
        return owner == null || owner.isEmpty() ? "" : owner.replace('$', '.') + ".";
    }

    private static String name(Throwable thrown) {
        if (thrown instanceof EvalException eval) {
            return eval.getExceptionClassName();
        }
        if (thrown instanceof UserException copy) {
            return copy.causeExceptionClass();
        }
        return thrown instanceof UnresolvedReferenceException
                ? "UnresolvedReference"
                : thrown.getClass().getName();
    }

    private static String message(Throwable thrown) {
        if (thrown instanceof UnresolvedReferenceException unresolved) {
            return ": " + unresolvedText(unresolved);
        }
        return thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    }

    private static String unresolvedText(UnresolvedReferenceException unresolved) {
        return unresolved.getSnippet().source().lines().findFirst().orElse("").strip()
                + " cannot run: something that it uses is not defined yet";
    }

    private static int width(Diag diag, Place place, int line, int from) {
        int rest = Math.max(1, place.text(line).length() - from + 1);
        int wanted = (int) Math.max(1, diag.getEndPosition() - diag.getStartPosition());
        return Math.min(rest, wanted);
    }

    private static String pointed(Place place, int line, int column, int width) {
        String number = "  " + line + " | ";
        String text = place.text(line);
        String blank = text.substring(0, Math.min(text.length(), column - 1)).replaceAll("[^\t]", " ");
        return number + text + "\n" + " ".repeat(number.length() - 2) + "| " + blank + Ansi.strong("^".repeat(width));
    }
}
