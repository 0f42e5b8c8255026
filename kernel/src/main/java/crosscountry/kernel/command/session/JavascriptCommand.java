package crosscountry.kernel.command.session;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.Magic;
import picocli.CommandLine.Command;

/** {@code %%javascript}: the cell as a script in the page. */
public final class JavascriptCommand extends Magic {
    public JavascriptCommand() {
        super("%%javascript");
    }

    @Override
    protected Call call() {
        return new Show();
    }

    @Command(description = {"Runs the cell below in the page.", "A terminal shows its text."})
    private static final class Show extends Markup {
        Show() {
            super("%%javascript", "application/javascript");
        }
    }
}
