package crosscountry.kernel.command.session;

/** {@code %%html}: the cell as HTML. */
public final class HtmlCommand extends MarkupCommand {
    public HtmlCommand() {
        super("html", "show as HTML", "text/html");
    }
}
