package crosscountry.kernel.command.maven;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.option.Completing;
import crosscountry.kernel.display.MimeBundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %classpath}: adds folders of classes and jars, or lists what was added. */
public final class ClasspathCommand extends Magic {
    public ClasspathCommand() {
        super("%classpath");
    }

    @Override
    protected Call call() {
        return new Add();
    }

    @Command(
            description = {
                "Adds folders of classes or jars, or lists what was added.",
                "Without words, lists what the session has beyond the engine's own libraries."
            })
    private static final class Add implements Call {
        @Parameters(
                arity = "0..*",
                paramLabel = "PATH...",
                description = "A folder of classes, a jar, or a pattern with * and **.",
                completionCandidates = Completing.Files.class)
        private List<String> paths = List.of();

        @Override
        public Object run(CommandContext context, String body) throws Exception {
            if (paths.isEmpty()) {
                return MimeBundle.text(
                        context.classpath().isEmpty()
                                ? "nothing was added"
                                : context.classpath().stream()
                                        .map(Path::toString)
                                        .collect(Collectors.joining("\n")));
            }
            Globs.files(
                            "%classpath",
                            paths,
                            path -> Files.isDirectory(path) || path.toString().endsWith(".jar"))
                    .forEach(context::addToClasspath);
            return null;
        }
    }
}
