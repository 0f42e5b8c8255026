package crosscountry.kernel.command.session;

/** {@code %%javascript}: the cell as a script in the page. */
public final class JavascriptCommand extends MarkupCommand {
    public JavascriptCommand() {
        super("javascript", "run in the page", "application/javascript");
    }
}
