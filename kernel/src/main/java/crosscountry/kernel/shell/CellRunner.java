package crosscountry.kernel.shell;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Declared;
import crosscountry.kernel.command.EvalResult;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.ThrownText;
import java.util.ArrayList;
import java.util.List;

/** Runs the pieces of a cell one after the other: Java in the shell, commands by their names. */
final class CellRunner {
    private final JavaShell java;
    private final CodeAssist assist;
    private final Commands commands;
    private final Displays displays;
    private final Turn turn;
    private Cell running = new Cell("", "cell", 0);
    private List<Declared> declared = new ArrayList<>();

    /** The cell that runs now; {@code body} is where the body of the running command begins. */
    private record Cell(String text, String label, int body) {}

    CellRunner(JavaShell java, CodeAssist assist, Commands commands, Displays displays, Turn turn) {
        this.java = java;
        this.assist = assist;
        this.commands = commands;
        this.displays = displays;
        this.turn = turn;
    }

    /** @param label how the cell is called in messages */
    EvalResult run(String text, String label, CommandContext context) throws CellException {
        running = new Cell(text, label, 0);
        return pieces(text, 0, context);
    }

    /** Runs code for a command; where the code stands in the running cell, errors name its lines there. */
    EvalResult eval(String code, CommandContext context) throws CellException {
        Thread paused = turn.pauseWork();
        Cell before = running;
        int at = before.text().indexOf(code, before.body());
        running = at >= 0 ? before : new Cell(code, "code", 0);
        try {
            return pieces(code, Math.max(0, at), context);
        } finally {
            running = before;
            turn.resumeWork(paused);
        }
    }

    /** The first line (1-based) in the cell of the running command's body. */
    int bodyLine() {
        return new Place(running.label(), running.text(), running.body()).line(0);
    }

    private EvalResult pieces(String code, int offset, CommandContext context) throws CellException {
        List<Declared> outer = declared;
        declared = new ArrayList<>();
        try {
            Object value = null;
            List<Piece> pieces = Piece.of(code, this::goesOn);
            for (int k = 0; k < pieces.size(); k++) {
                if (java.isInterrupted()) {
                    throw CellException.interrupted();
                }
                if (pieces.get(k) instanceof Piece.Java part) {
                    EvalResult result = java.eval(part.code(), offset + part.offset(), running.text(), running.label());
                    declared.addAll(result.declared());
                    value = result.value();
                } else if (pieces.get(k) instanceof Piece.Call call) {
                    value = command(call, offset, context);
                    if (value != null && k + 1 < pieces.size()) {
                        displays.show(value);
                    }
                }
            }
            return new EvalResult(value instanceof Display ? null : value, List.copyOf(declared));
        } finally {
            outer.addAll(declared);
            declared = outer;
        }
    }

    private boolean goesOn(String code) {
        return assist.completeness(code).equals("incomplete");
    }

    private Object command(Piece.Call call, int offset, CommandContext context) throws CellException {
        Command command = commands.get(call.name());
        if (call.asksForHelp()) {
            return MimeBundle.text(command.synopsis() + "\n\n" + command.help());
        }
        Cell before = running;
        running = new Cell(before.text(), before.label(), offset + call.bodyOffset());
        turn.enterWork();
        try {
            return command.run(context, call.line(), call.body());
        } catch (Throwable thrown) { // errors too: a class that cannot be initialised, a full stack or memory
            throw failure(call.name(), thrown);
        } finally {
            turn.leaveWork();
            running = before;
        }
    }

    /** What ended a command, as its user should see it: a message without our stack where there is one. */
    private CellException failure(String command, Throwable thrown) {
        if (thrown instanceof CellException shown) {
            return shown;
        }
        if (thrown instanceof InterruptedException) {
            return CellException.interrupted();
        }
        if (thrown instanceof ExitCalls.Exit) {
            return CellException.of("Exit", thrown.getMessage());
        }
        String message = ThrownText.message(thrown);
        if (java.isInterrupted() || thrown instanceof Error || message == null) {
            return java.failure(thrown);
        }
        String kind = thrown instanceof IllegalArgumentException
                ? "%" + command
                : thrown.getClass().getSimpleName();
        return CellException.of(kind, message);
    }
}
