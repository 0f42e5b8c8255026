package crosscountry.kernel.command.maven;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import java.nio.file.Path;
import java.util.List;

/** {@code %jars}: adds jar files. */
public final class JarsCommand implements Command {
    @Override
    public String name() {
        return "jars";
    }

    @Override
    public String synopsis() {
        return "%jars FILE...  add jar files; wildcards are allowed";
    }

    @Override
    public String help() {
        return "Each word is a jar file or a pattern such as lib/*.jar or target/**/*.jar. A word that matches no jar is an error.";
    }

    @Override
    public Object run(CommandContext context, String line, String body) throws Exception {
        List<Path> files = Globs.files("%jars", line, path -> path.toString().endsWith(".jar"));
        files.forEach(context::addToClasspath);
        context.out().println("added " + files.size() + (files.size() == 1 ? " jar" : " jars"));
        return null;
    }
}
