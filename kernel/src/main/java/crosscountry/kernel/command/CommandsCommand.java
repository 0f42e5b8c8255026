package crosscountry.kernel.command;

import crosscountry.kernel.display.Markup;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.task.Nearest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Parameters;

/** {@code %commands}: what there is, from the declarations. */
public final class CommandsCommand extends Magic {
    private static final Pattern FLAG = Pattern.compile("\\[[^\\[\\]]*]");

    public CommandsCommand() {
        super("%commands");
    }

    @Override
    protected Call call() {
        return new Listing();
    }

    @picocli.CommandLine.Command(
            description = {
                "All commands, or the help of one.",
                "Without a name, lists every command with one line. With a name, shows its whole help, as %NAME? does."
            })
    private static final class Listing implements Call {
        @Parameters(
                arity = "0..1",
                paramLabel = "NAME",
                description = "A command, with or without its percent signs.",
                completionCandidates = CommandNames.class)
        private String name;

        @Override
        public Object run(CommandContext context, String body) {
            return name == null ? all(context) : help(context, name.replaceFirst("^%+", ""));
        }
    }

    private static MimeBundle help(CommandContext context, String name) {
        Command command = context.commands().get(name);
        if (command == null) {
            throw new IllegalArgumentException("there is no command %" + name
                    + Nearest.hint(name, context.commands().keySet()) + " (%commands lists all)");
        }
        return MimeBundle.text(command.synopsis() + "\n\n" + command.help());
    }

    private static MimeBundle all(CommandContext context) {
        List<String[]> rows = context.commands().values().stream()
                .map(one -> one.synopsis().split("\\s{2,}", 2))
                .toList();
        int width = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        String text = rows.stream()
                .map(row -> String.format("%-" + (width + 2) + "s%s", row[0], row.length > 1 ? row[1] : ""))
                .collect(Collectors.joining("\n"));
        String html = rows.stream()
                .map(row -> "<tr><td style=\"text-align:left\"><code>" + unbroken(row[0])
                        + "</code></td><td style=\"text-align:left\">" + Markup.escape(row.length > 1 ? row[1] : "")
                        + "</td></tr>")
                .collect(Collectors.joining("\n", "<table>\n", "\n</table>"));
        return MimeBundle.html(html, text);
    }

    /** A line ends between flags, not at a hyphen within one. */
    private static String unbroken(String synopsis) {
        return FLAG.matcher(Markup.escape(synopsis)).replaceAll("<span style=\"white-space:nowrap\">$0</span>");
    }

    /** The names of the session's commands. */
    static final class CommandNames implements SessionWords {
        @Override
        public Stream<String> of(CommandContext context, String begin) {
            return context.commands().keySet().stream();
        }
    }
}
