package crosscountry.kernel.command.maven;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.option.Completing;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %jars}: adds jar files. */
public final class JarsCommand extends Magic {
    public JarsCommand() {
        super("%jars");
    }

    @Override
    protected Call call() {
        return new Add();
    }

    @Command(description = {"Adds jar files; wildcards are allowed.", "A word that matches no jar is an error."})
    private static final class Add implements Call {
        @Parameters(
                arity = "1..*",
                paramLabel = "FILE...",
                description = "A jar file or a pattern such as lib/*.jar or target/**/*.jar.",
                completionCandidates = Completing.Files.class)
        private List<String> files;

        @Override
        public Object run(CommandContext context, String body) throws Exception {
            List<Path> found =
                    Globs.files("%jars", files, path -> path.toString().endsWith(".jar"));
            found.forEach(context::addToClasspath);
            context.out().println("added " + found.size() + (found.size() == 1 ? " jar" : " jars"));
            return null;
        }
    }
}
