package crosscountry.kernel.command.session;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.display.MimeBundle;

/** A cell that is shown as it stands, in a form that the front end knows. */
abstract class MarkupCommand implements Command {
    private final String name;
    private final String what;
    private final String mimeType;

    MarkupCommand(String name, String what, String mimeType) {
        this.name = name;
        this.what = what;
        this.mimeType = mimeType;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String synopsis() {
        return "%%" + name + "  " + what + " the cell below";
    }

    @Override
    public String help() {
        return "The cell goes to the front end as " + mimeType + "; a terminal shows its text.";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        if (body == null) {
            throw new IllegalArgumentException("%%" + name + " stands above a cell");
        }
        return MimeBundle.text(body).with(mimeType, body);
    }
}
