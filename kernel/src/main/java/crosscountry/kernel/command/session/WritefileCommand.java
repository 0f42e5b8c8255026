package crosscountry.kernel.command.session;

import crosscountry.graph.AtomicFile;
import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %%writefile}: the cell to a file. */
public final class WritefileCommand extends Magic {
    public WritefileCommand() {
        super("%%writefile");
    }

    @Override
    protected Call call() {
        return new Write();
    }

    @Command(description = {"Writes the cell below to a file.", "The file is written whole or not at all."})
    private static final class Write implements Call {
        @Parameters(paramLabel = "FILE", description = "The file.")
        private Path file;

        @Option(names = "--append", description = "Appends the cell to the file.")
        private boolean append;

        @Override
        public Object run(CommandContext context, String body) throws IOException {
            if (body == null) {
                throw new IllegalArgumentException("%%writefile stands above the text to write");
            }
            String text = body.endsWith("\n") ? body : body + "\n";
            boolean behind = append && Files.exists(file);
            AtomicFile.write(file, behind ? Files.readString(file) + text : text);
            context.out().println((behind ? "appended to " : "wrote ") + file);
            return null;
        }
    }
}
