package crosscountry.kernel.command.maven;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** {@code %maven}: adds libraries with all that they need. */
public final class MavenCommand implements Command {
    private final Libraries libraries;

    public MavenCommand() {
        this(Path.of(System.getProperty("user.home"), ".m2", "settings.xml"));
    }

    MavenCommand(Path settingsFile) {
        libraries = new Libraries(settingsFile);
    }

    @Override
    public String name() {
        return "maven";
    }

    @Override
    public String synopsis() {
        return "%maven GROUP:ARTIFACT[:TYPE[:CLASSIFIER]]:VERSION ...  add libraries from Maven repositories";
    }

    @Override
    public String help() {
        return "Resolves the artifacts and what they need at run time by Maven's own rules, from the local repository or from Maven\n"
                + "Central and the repositories of %mavenRepo, and adds the jars to the session. ~/.m2/settings.xml is honoured.";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        if (line.isBlank()) {
            throw new IllegalArgumentException("%maven needs coordinates: " + synopsis().split("  ")[0]);
        }
        List<Artifact> artifacts = Arrays.stream(line.strip().split("\\s+")).map(MavenCommand::artifact).toList();
        add(context, artifacts);
        return null;
    }

    /** IJava's order of the parts, which is that of Maven's artifacts. */
    static Artifact artifact(String coordinates) {
        try {
            return new DefaultArtifact(coordinates);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + coordinates + "\" is not GROUP:ARTIFACT[:TYPE[:CLASSIFIER]]:VERSION", e);
        }
    }

    /** Resolves and adds; says what came. */
    void add(CommandContext context, List<Artifact> artifacts) {
        List<Path> before = context.classpath();
        List<Path> added = new ArrayList<>();
        for (Path file : libraries.resolve(artifacts)) {
            if (!before.contains(file)) {
                context.addToClasspath(file);
                added.add(file);
            }
        }
        context.out().println("added " + added.size() + (added.size() == 1 ? " jar" : " jars"));
    }

    Libraries libraries() {
        return libraries;
    }

    /** The session's one. */
    static MavenCommand in(CommandContext context) {
        return (MavenCommand) context.commands().get("maven");
    }
}
