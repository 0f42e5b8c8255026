package crosscountry.kernel.cli;

import crosscountry.graph.GraphException;
import crosscountry.kernel.repl.Repl;
import crosscountry.kernel.server.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code repl}: the notebook's language in a terminal. */
@Command(name = "repl", description = "The notebook's language, commands and completion in a terminal.", mixinStandardHelpOptions = true)
final class ReplCommand implements Callable<Integer> {
    @Option(names = "--script", paramLabel = "FILE", description = "Runs a file as one cell instead.")
    private Path script;

    @Override
    public Integer call() throws IOException {
        try (Repl repl = new Repl()) {
            if (script != null) {
                return repl.run(read(script)) ? 0 : 1;
            }
            System.setProperty("jdk.console", "java.base"); // from Java 22 on there is a console even where input is a pipe
            if (System.console() == null) {
                return repl.pipe(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) ? 0 : 1;
            }
            Path history = new Settings(System.getenv()).historyFile().resolveSibling("repl_history");
            Files.createDirectories(history.toAbsolutePath().getParent());
            repl.interactive(history);
            return 0;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new GraphException("script " + file + " cannot be read");
        }
    }
}
