package crosscountry.kernel.command.maven;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.declaration.Verbatim;
import crosscountry.kernel.command.option.Completing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %load}: runs a file's code in this session. */
public final class LoadCommand extends Magic {
    public LoadCommand() {
        super("%load");
    }

    @Override
    protected Call call() {
        return new Load();
    }

    @Command(
            description = {
                "Runs the code of a .jshell, .jsh, .java or .ipynb file here.",
                "The file may hold commands as a cell does. Of a notebook, all code cells run, in order; the first"
                        + " failure ends it."
            })
    private static final class Load implements Call {
        @Parameters(
                paramLabel = "FILE",
                description = "The file; its name may hold spaces.",
                completionCandidates = Completing.Files.class)
        private Verbatim.Line file;

        @Override
        public Object run(CommandContext context, String body) throws Exception {
            if (!file.text().matches(".*\\.(jshell|jsh|java|ipynb)")) {
                throw new IllegalArgumentException("%load needs one .jshell, .jsh, .java or .ipynb file");
            }
            Object value = null;
            for (String code : cells(Path.of(file.text()))) {
                context.checkInterrupt();
                value = context.eval(code).value();
            }
            return value;
        }
    }

    private static List<String> cells(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("file " + file + " cannot be read", e);
        }
        if (!file.toString().endsWith(".ipynb")) {
            return List.of(text);
        }
        List<String> cells = new ArrayList<>();
        try {
            for (JsonNode cell : new ObjectMapper().readTree(text).path("cells")) {
                if (cell.path("cell_type").asText().equals("code")) {
                    cells.add(source(cell.path("source")));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("file " + file + " is no notebook", e);
        }
        return cells;
    }

    private static String source(JsonNode source) {
        StringBuilder text = new StringBuilder(source.isTextual() ? source.asText() : "");
        source.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
