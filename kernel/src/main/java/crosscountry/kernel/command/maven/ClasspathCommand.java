package crosscountry.kernel.command.maven;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.display.MimeBundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** {@code %classpath}: adds folders of classes and jars, or lists what was added. */
public final class ClasspathCommand implements Command {
    @Override
    public String name() {
        return "classpath";
    }

    @Override
    public String synopsis() {
        return "%classpath [PATH...]  add folders of classes or jars, or list what was added";
    }

    @Override
    public String help() {
        return "Each word is a folder of classes, a jar, or a pattern with * and **. Without words, lists what the session has beyond\n"
                + "the engine's own libraries.";
    }

    @Override
    public Object run(CommandContext context, String line, String body) throws Exception {
        if (line.isBlank()) {
            return MimeBundle.text(
                    context.classpath().isEmpty()
                            ? "nothing was added"
                            : context.classpath().stream().map(Path::toString).collect(Collectors.joining("\n")));
        }
        Globs.files(
                        "%classpath",
                        line, path -> Files.isDirectory(path) || path.toString().endsWith(".jar"))
                .forEach(context::addToClasspath);
        return null;
    }
}
