package crosscountry.kernel.command.session;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.declaration.Verbatim;
import crosscountry.kernel.display.MimeBundle;
import picocli.CommandLine.Parameters;

/** A cell that is shown as it stands, in a form that the front end knows. */
abstract class Markup implements Call {
    private final String title;
    private final String mimeType;

    @Parameters(
            arity = "0..1",
            paramLabel = "ATTRIBUTES",
            hidden = true,
            description = "Attributes that other kernels take; ignored.")
    private Verbatim.Line attributes;

    Markup(String title, String mimeType) {
        this.title = title;
        this.mimeType = mimeType;
    }

    @Override
    public Object run(CommandContext context, String body) {
        if (body == null) {
            throw new IllegalArgumentException(title + " stands above a cell");
        }
        return MimeBundle.text(body).with(mimeType, body);
    }
}
