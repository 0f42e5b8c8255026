package crosscountry.kernel.cli;

import crosscountry.graph.GraphException;
import crosscountry.kernel.repl.Repl;
import crosscountry.kernel.repl.Script;
import crosscountry.kernel.server.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code repl}: the notebook's language in a terminal. */
@Command(
        description = "The notebook's language, commands and completion in a terminal.",
        mixinStandardHelpOptions = true)
final class ReplCommand implements Callable<Integer> {
    /** The highest exit status that shells do not use for something else. */
    private static final int MOST = 125;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = {
                "Runs a file instead: as one cell, or cell by cell where // %% begins a cell, as jupytext writes it.",
                "The exit status is then the number of the cell that failed, at most 125."
            })
    private Path script;

    @Option(names = "--cells", hidden = true, description = "Prints the cells of the script as JSON and runs nothing.")
    private boolean cells;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String text = script == null ? null : read(script);
        if (cells) {
            spec.commandLine().getOut().println(Answer.json(json(text)));
            return 0;
        }
        try (Repl repl = new Repl()) {
            if (text != null) {
                return Script.is(text)
                        ? Math.min(
                                MOST,
                                repl.script(
                                        Script.cells(text), script.getFileName().toString()))
                        : repl.run(text) ? 0 : 1;
            }
            System.setProperty(
                    "jdk.console", "java.base"); // from Java 22 on there is a console even where input is a pipe
            if (System.console() == null) {
                return repl.pipe(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) ? 0 : 1;
            }
            Path history = new Settings(System.getenv()).historyFile().resolveSibling("repl_history");
            Files.createDirectories(history.toAbsolutePath().getParent());
            repl.interactive(history);
            return 0;
        }
    }

    /** For notebooks made of scripts: a text without marks is one cell. */
    private static List<Map<String, Object>> json(String text) {
        if (text == null) {
            throw new GraphException("--cells needs --script FILE");
        }
        List<Script.Cell> all =
                Script.is(text) ? Script.cells(text) : List.of(new Script.Cell("code", "", 1, text, false));
        Set<String> commands = ServiceLoader.load(crosscountry.kernel.command.Command.class).stream()
                .map(one -> one.get().name())
                .collect(Collectors.toSet());
        return all.stream()
                .map(cell -> Map.<String, Object>of(
                        "kind", cell.kind(), "title", cell.title(), "line", cell.line(), "text", cell.code(commands)))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new GraphException("script " + file + " cannot be read");
        }
    }
}
