package crosscountry.kernel.command.session;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.display.ThrownText;
import crosscountry.kernel.display.ValueText;
import java.util.Optional;
import picocli.CommandLine.Command;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %who}: the session's variables. */
public final class WhoCommand extends Magic {
    private static final int LONGEST = 80;

    public WhoCommand() {
        super("%who");
    }

    @Override
    protected Call call() {
        return new Listing();
    }

    @Command(
            description = {
                "The session's variables with their types and values.",
                "Values are cut after " + LONGEST + " characters."
            })
    private static final class Listing implements Call {
        @Override
        public Object run(CommandContext context, String body) {
            Table table = Table.create(
                    "variables",
                    StringColumn.create("name"),
                    StringColumn.create("type"),
                    StringColumn.create("value"));
            context.variables().forEach((name, type) -> {
                table.stringColumn(0).append(name);
                table.stringColumn(1).append(type);
                table.stringColumn(2).append(text(context.variable(name)));
            });
            return table;
        }
    }

    private static String text(Optional<Object> value) {
        String text;
        try {
            text = ValueText.of(value.orElse(null));
        } catch (Throwable thrown) {
            text = "(its toString fails: " + ThrownText.of(thrown) + ")";
        }
        String line = text.lines().findFirst().orElse("");
        return line.length() > LONGEST
                ? line.substring(0, LONGEST - 1) + "…"
                : line + (line.length() < text.length() ? " …" : "");
    }
}
