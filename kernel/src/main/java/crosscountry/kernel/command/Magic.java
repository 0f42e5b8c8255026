package crosscountry.kernel.command;

import crosscountry.kernel.command.declaration.Declaration;
import crosscountry.kernel.command.declaration.Usage;
import crosscountry.kernel.command.declaration.Verbatim;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command whose words are declared once, by the picocli annotations of its {@link Call}: parsing, help, completion
 * and mistakes come from there. The declaration is read when the command is called, completed or listed, so that a
 * session begins without it.
 */
public abstract class Magic implements Command {
    private final String title;

    /** @param title the name behind its percent signs: two where a cell stands below it */
    protected Magic(String title) {
        this.title = title;
    }

    /** A new call, whose class picocli's annotations describe; its first description is the summary. */
    protected abstract Call call();

    /** Whether a cell may stand below it, as it must where the title has two percent signs. */
    protected boolean takesCell() {
        return standsAboveCell();
    }

    /** The model of this command's words. */
    public final CommandSpec declaration() {
        return declared(call()).getCommandSpec();
    }

    private CommandLine declared(Call call) {
        return Declaration.of(title, call);
    }

    @Override
    public final String name() {
        return title.replace("%", "");
    }

    @Override
    public final String synopsis() {
        CommandSpec spec = declaration();
        return (title + " " + Usage.line(spec)).strip() + "  " + Usage.summary(spec);
    }

    @Override
    public final String help() {
        return Usage.help(declaration());
    }

    @Override
    public final Object run(CommandContext context, String line, String body) throws Exception {
        if (body != null && !body.isBlank() && !takesCell()) {
            throw new IllegalArgumentException("%" + name() + " takes no cell below it; written with one percent sign,"
                    + " it leaves the lines below to Java");
        }
        Call call = call();
        Declaration.take(declared(call), line);
        return call.run(context, body);
    }

    @Override
    public final List<String> complete(CommandContext context, String argsBeforeCursor) {
        return Completions.of(declaration(), context, argsBeforeCursor);
    }

    @Override
    public final boolean standsAboveCell() {
        return title.startsWith("%%");
    }

    @Override
    public final boolean takesJava() {
        return Declaration.verbatim(declaration())
                .filter(Verbatim.Code.class::equals)
                .isPresent();
    }
}
