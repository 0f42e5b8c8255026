package crosscountry.kernel.command.session;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.Magic;
import picocli.CommandLine.Command;

/** {@code %%html}: the cell as HTML. */
public final class HtmlCommand extends Magic {
    public HtmlCommand() {
        super("%%html");
    }

    @Override
    protected Call call() {
        return new Show();
    }

    @Command(description = {"Shows the cell below as HTML.", "A terminal shows its text."})
    private static final class Show extends Markup {
        Show() {
            super("%%html", "text/html");
        }
    }
}
