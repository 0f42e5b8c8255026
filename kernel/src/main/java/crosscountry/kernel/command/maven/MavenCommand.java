package crosscountry.kernel.command.maven;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %maven}: adds libraries with all that they need. */
public final class MavenCommand extends Magic {
    private final Libraries libraries;
    private final Map<String, String> versions = new HashMap<>();

    public MavenCommand() {
        this(Path.of(System.getProperty("user.home"), ".m2", "settings.xml"));
    }

    MavenCommand(Path settingsFile) {
        super("%maven");
        libraries = new Libraries(settingsFile);
    }

    @Override
    protected Call call() {
        return new Add();
    }

    @Command(
            description = {
                "Adds libraries from Maven repositories.",
                "Resolves the artifacts and what they need at run time by Maven's own rules, from the local repository"
                        + " or from Maven Central and the repositories of %mavenRepo, and adds the jars to the session."
                        + " ~/.m2/settings.xml is honoured."
            })
    private final class Add implements Call {
        @Parameters(
                arity = "1..*",
                paramLabel = "GROUP:ARTIFACT[:TYPE[:CLASSIFIER]]:VERSION...",
                description = "The artifacts.")
        private List<String> coordinates;

        @Override
        public Object run(CommandContext context, String body) {
            add(
                    context,
                    coordinates.stream()
                            .map(word -> new Dependency(artifact(word), "runtime"))
                            .toList(),
                    List.of());
            return null;
        }
    }

    /** IJava's order of the parts, which is that of Maven's artifacts. */
    static Artifact artifact(String coordinates) {
        try {
            return new DefaultArtifact(coordinates);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"" + coordinates + "\" is not GROUP:ARTIFACT[:TYPE[:CLASSIFIER]]:VERSION", e);
        }
    }

    /**
     * Resolves and adds; says what came, and what stays as it is because the session has another version, or the kernel
     * one that it shares with cells.
     *
     * @param managed versions that count wherever something needs one of these
     * @throws IllegalArgumentException when one of the artifacts that were asked for was added in another version
     */
    void add(CommandContext context, List<Dependency> asked, List<Dependency> managed) {
        List<Artifact> found = libraries.resolve(asked, managed);
        for (Artifact artifact : asked.stream().map(Dependency::getArtifact).toList()) {
            String version = versions.getOrDefault(name(artifact), artifact.getVersion());
            if (!version.equals(artifact.getVersion())) {
                throw new IllegalArgumentException("this session has " + name(artifact) + " in version " + version
                        + "; restart the kernel to add " + artifact.getVersion());
            }
        }
        int added = 0;
        for (Artifact artifact : found) {
            Optional<String> shared = context.sharedVersion(artifact.getGroupId(), artifact.getArtifactId());
            String there = shared.orElse(versions.getOrDefault(name(artifact), artifact.getVersion()));
            if (!there.equals(artifact.getVersion())) {
                String whose = shared.isPresent() ? "which the kernel shares with cells" : "which this session has";
                context.err()
                        .println(name(artifact) + " stays at version " + there + ", " + whose + "; "
                                + artifact.getVersion() + " was not added");
            } else if (shared.isEmpty() && !context.classpath().contains(artifact.getPath())) {
                context.addToClasspath(artifact.getPath());
                versions.put(name(artifact), artifact.getVersion());
                added++;
            }
        }
        context.out().println("added " + added + (added == 1 ? " jar" : " jars"));
    }

    private static String name(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId();
    }

    Libraries libraries() {
        return libraries;
    }

    /** The session's one. */
    static MavenCommand in(CommandContext context) {
        return (MavenCommand) context.commands().get("maven");
    }
}
