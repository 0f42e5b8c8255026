package crosscountry.kernel.command.session;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.WholeFile;
import crosscountry.kernel.command.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** {@code %%writefile}: the cell into a file. */
public final class WritefileCommand implements Command {
    @Override
    public String name() {
        return "writefile";
    }

    @Override
    public String synopsis() {
        return "%%writefile FILE [--append]  write the cell below into a file";
    }

    @Override
    public String help() {
        return "The file is there whole or not at all. With --append the cell goes behind what stands there.";
    }

    @Override
    public Object run(CommandContext context, String line, String body) throws IOException {
        Words words = Words.of("%%writefile", line, Set.of(), Set.of("append"));
        if (body == null || words.plain().size() != 1) {
            throw new IllegalArgumentException(
                    "%%writefile needs one file name, and the text below it: %%writefile FILE [--append]");
        }
        Path file = Path.of(words.plain().get(0));
        String text = body.endsWith("\n") ? body : body + "\n";
        boolean append = words.has("append") && Files.exists(file);
        WholeFile.write(file, append ? Files.readString(file) + text : text);
        context.out().println((append ? "appended to " : "wrote ") + file);
        return null;
    }
}
