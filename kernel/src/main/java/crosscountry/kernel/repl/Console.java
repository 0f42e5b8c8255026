package crosscountry.kernel.repl;

import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.shell.Ansi;
import crosscountry.kernel.shell.CellException;
import crosscountry.kernel.shell.Frontend;
import crosscountry.kernel.shell.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** A text front end: it draws pictures with characters and can open the last one in a browser. */
final class Console implements Frontend {
    private static final int COLUMNS = 100;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private Terminal terminal;
    private Supplier<MimeBundle> last;
    /** The display whose one line is on the screen, to be overwritten; null for none. */
    private String live;

    /**
     * From here on a person is watching: output takes the terminal's width, and changing lines are updated in place.
     */
    void attach(Terminal looked) {
        terminal = looked;
    }

    private int columns() {
        return terminal == null || terminal.getWidth() <= 0 ? COLUMNS : terminal.getWidth();
    }

    @Override
    public void print(String stream, CharSequence text) {
        endLive();
        PrintStream to = stream.equals("stderr") ? err : out;
        to.append(text);
        to.flush();
    }

    @Override
    public void display(String displayId, MimeBundle bundle) {
        last = () -> bundle;
        String text = text(bundle);
        endLive();
        if (terminal == null || text.contains("\n")) {
            out.println(text);
        } else {
            overwrite(displayId, text);
        }
    }

    /** Overwrites a single line; if the text is longer, or nobody is watching, the new text follows the old. */
    @Override
    public void updateDisplay(String displayId, MimeBundle bundle) {
        String text = text(bundle);
        if (displayId.equals(live) && !text.contains("\n")) {
            last = () -> bundle;
            overwrite(displayId, text);
        } else {
            display(displayId, bundle);
        }
    }

    private void overwrite(String displayId, String text) {
        live = displayId;
        out.print("\r\u001b[K" + (text.length() < columns() ? text : text.substring(0, Math.max(0, columns() - 1))));
        out.flush();
    }

    private void endLive() {
        if (live != null) {
            live = null;
            out.println();
        }
    }

    private static String text(MimeBundle bundle) {
        return String.valueOf(bundle.data().get("text/plain"));
    }

    /** The value drawn with characters if possible, else its text. */
    String drawn(Object value, Session session) {
        last = () -> session.render(value);
        return Pictures.of(value, columns()).orElseGet(() -> text(session.render(value)));
    }

    void show(String text) {
        endLive();
        out.println(text);
    }

    /** Shows the last picture in a browser, or says where its file is; false where there is none. */
    boolean open() {
        if (last == null) {
            err.println("there is no picture yet");
            return false;
        }
        try {
            Path page = PicturePage.write(last.get());
            out.println(PicturePage.open(page) ? "opened " + page : "no browser was found; the picture is in " + page);
            return true;
        } catch (IOException e) {
            err.println("the picture cannot be written: " + e.getMessage());
            return false;
        }
    }

    void fail(CellException e) {
        endLive();
        e.traceback().forEach(line -> err.println(Ansi.inTerminal(line)));
    }

    @Override
    public String input(String prompt, boolean password) throws IOException {
        if (password && System.console() != null) {
            return new String(System.console().readPassword("%s", prompt));
        }
        endLive();
        out.print(prompt);
        out.flush();
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the input has ended");
        }
        return line;
    }
}
