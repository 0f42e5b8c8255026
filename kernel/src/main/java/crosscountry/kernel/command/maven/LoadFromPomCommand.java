package crosscountry.kernel.command.maven;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.declaration.Verbatim;
import crosscountry.kernel.command.option.Completing;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Exclusion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %loadFromPOM FILE} and {@code %%loadFromPOM}: libraries as a project names them. */
public final class LoadFromPomCommand extends Magic {
    public LoadFromPomCommand() {
        super("%loadFromPOM");
    }

    @Override
    protected Call call() {
        return new Load();
    }

    @Override
    protected boolean takesCell() {
        return true;
    }

    @Command(
            description = {
                "Adds the libraries that a POM names.",
                "Below %%loadFromPOM stands a whole project, or only its <repository> and <dependency> elements."
                        + " Parents, properties and imported bills of materials (BOM) count as in Maven; of bare"
                        + " elements so do <parent>, <properties>, <dependencyManagement> and dependencies of scope"
                        + " import. Dependencies of scope test or provided are left out."
            },
            customSynopsis = "FILE, or %%loadFromPOM above dependencies")
    private static final class Load implements Call {
        @Parameters(
                arity = "0..1",
                paramLabel = "FILE",
                description = "A pom.xml.",
                completionCandidates = Completing.Files.class)
        private Verbatim.Line file;

        @Override
        public Object run(CommandContext context, String body) {
            String name = Verbatim.text(file);
            String place = body == null ? name : "the cell";
            Model raw = parse(body == null ? read(name) : wrapped(body), place);
            MavenCommand maven = MavenCommand.in(context);
            raw.getRepositories().forEach(repository -> maven.libraries().add(repository.getId(), repository.getUrl()));
            Model model = EffectivePom.of(
                    maven.libraries(),
                    raw,
                    body == null ? Path.of(name).toAbsolutePath().toFile() : null,
                    place);
            List<Dependency> wanted = model.getDependencies().stream()
                    .filter(dependency ->
                            !"test".equals(dependency.getScope()) && !"provided".equals(dependency.getScope()))
                    .toList();
            if (wanted.isEmpty()) {
                throw new IllegalArgumentException(place + " names no dependency");
            }
            List<Dependency> managed = model.getDependencyManagement() == null
                    ? List.of()
                    : model.getDependencyManagement().getDependencies();
            maven.add(
                    context,
                    wanted.stream().map(LoadFromPomCommand::resolvable).toList(),
                    managed.stream().map(LoadFromPomCommand::resolvable).toList());
            return null;
        }
    }

    private static String read(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "%loadFromPOM needs a file, or stands as %%loadFromPOM above dependencies");
        }
        try {
            return Files.readString(Path.of(name));
        } catch (IOException e) {
            throw new IllegalArgumentException("POM file " + name + " cannot be read", e);
        }
    }

    /** Bare elements become a project: each in its list, and a bill of materials where it counts. */
    private static String wrapped(String body) {
        if (body.contains("<project")) {
            return body;
        }
        StringBuilder rest = new StringBuilder(body);
        String whole = taken(rest, "parent") + taken(rest, "properties");
        StringBuilder management = new StringBuilder(taken(rest, "dependencyManagement"));
        String managed = taken(management, "dependency");
        StringBuilder dependencies = new StringBuilder();
        for (String one : elements(taken(rest, "dependency"), "dependency")) {
            if (one.matches("(?s).*<scope>\\s*import\\s*</scope>.*")) {
                managed += one;
            } else {
                dependencies.append(one);
            }
        }
        return "<project>" + whole + "<repositories>" + taken(rest, "repository")
                + "</repositories><dependencyManagement><dependencies>" + managed
                + "</dependencies></dependencyManagement><dependencies>" + dependencies + "</dependencies></project>";
    }

    /** Takes all elements of a name out of a text. */
    private static String taken(StringBuilder text, String name) {
        List<String> found = elements(text.toString(), name);
        found.forEach(element -> text.delete(text.indexOf(element), text.indexOf(element) + element.length()));
        return String.join("", found);
    }

    private static List<String> elements(String text, String name) {
        return Pattern.compile("<" + name + ">.*?</" + name + ">", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Model parse(String xml, String place) {
        try {
            return new MavenXpp3Reader().read(new StringReader(xml));
        } catch (IOException | XmlPullParserException e) {
            throw new IllegalArgumentException(
                    place + " is no valid POM: "
                            + e.getMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    private static org.eclipse.aether.graph.Dependency resolvable(Dependency one) {
        DefaultArtifact artifact = new DefaultArtifact(
                one.getGroupId(), one.getArtifactId(), one.getClassifier(), one.getType(), one.getVersion());
        List<Exclusion> exclusions = one.getExclusions().stream()
                .map(exclusion -> new Exclusion(exclusion.getGroupId(), exclusion.getArtifactId(), "*", "*"))
                .toList();
        return new org.eclipse.aether.graph.Dependency(
                artifact, one.getScope() == null ? "" : one.getScope(), false, exclusions);
    }
}
