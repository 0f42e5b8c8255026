package crosscountry.kernel.shell;

import java.util.List;

/** A cell that failed through its author's code or input; carries everything that the author should see. */
public final class CellException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final transient List<String> traceback;

    /**
     * @param kind Jupyter's {@code ename}: {@code CompilationError}, {@code Interrupted} or the exception's class
     * @param message one sentence, Jupyter's {@code evalue}
     * @param traceback lines to show, with ANSI codes
     */
    public CellException(String kind, String message, List<String> traceback) {
        super(message, null, false, false);
        this.kind = kind;
        this.traceback = List.copyOf(traceback);
    }

    /** A failure that one sentence explains; where it begins with the kind, that is not said twice. */
    public static CellException of(String kind, String message) {
        boolean named = message.startsWith(kind + " ") || message.startsWith(kind + ": ");
        String rest = named ? message.substring(kind.length()) : ": " + message;
        return new CellException(kind, message, List.of(Ansi.strong(kind) + rest));
    }

    public static CellException interrupted() {
        return of("Interrupted", "the cell was interrupted; variables keep the values they had");
    }

    public String kind() {
        return kind;
    }

    public List<String> traceback() {
        return traceback;
    }
}
