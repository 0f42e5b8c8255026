package crosscountry.kernel.cli;

import crosscountry.graph.AtomicFile;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.declaration.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** The README's table of commands, from their declarations. */
public final class CommandTable {
    static final String BEGIN = "<!-- commands:begin -->\n";
    static final String END = "<!-- commands:end -->";

    private CommandTable() {}

    /** Rewrites the table of a file between its two marks. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        AtomicFile.write(file, inserted(Files.readString(file)));
    }

    /** The text with the table of today between the marks. */
    static String inserted(String text) {
        return text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + markdown() + text.substring(text.indexOf(END));
    }

    private static String markdown() {
        return "| in a notebook | |\n|---|---|\n"
                + ServiceLoader.load(Command.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .sorted(Comparator.comparing(Command::name))
                        .map(command -> command.synopsis().split("\\s{2,}", 2))
                        .map(parts -> row(parts[0], parts[1]))
                        .collect(Collectors.joining())
                + "\n| for scripts | |\n|---|---|\n"
                + Main.declared("").getSubcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .map(spec -> row("./crosscountry " + spec.name() + " " + Usage.line(spec), Usage.summary(spec)))
                        .collect(Collectors.joining());
    }

    private static String row(String command, String what) {
        return "| `" + command.replace("|", "\\|") + "` | " + what.replace("|", "\\|") + " |\n";
    }
}
