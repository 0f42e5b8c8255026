package crosscountry.kernel.repl;

import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.shell.CellException;
import crosscountry.kernel.shell.Frontend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A front end that shows the text of everything. */
final class Console implements Frontend {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @Override
    public void print(String stream, CharSequence text) {
        PrintStream to = stream.equals("stderr") ? err : out;
        to.append(text);
        to.flush();
    }

    @Override
    public void display(String displayId, MimeBundle bundle) {
        show(bundle);
    }

    /** What is on the screen cannot be replaced; the new text follows. */
    @Override
    public void updateDisplay(String displayId, MimeBundle bundle) {
        show(bundle);
    }

    void show(MimeBundle bundle) {
        out.println(bundle.data().get("text/plain"));
    }

    void fail(CellException e) {
        e.traceback().forEach(err::println);
    }

    @Override
    public String input(String prompt, boolean password) throws IOException {
        if (password && System.console() != null) {
            return new String(System.console().readPassword("%s", prompt));
        }
        out.print(prompt);
        out.flush();
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the input has ended");
        }
        return line;
    }
}
