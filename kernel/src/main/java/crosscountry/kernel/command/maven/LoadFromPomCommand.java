package crosscountry.kernel.command.maven;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** {@code %loadFromPOM FILE} and {@code %%loadFromPOM}: libraries as a project names them. */
public final class LoadFromPomCommand implements Command {
    @Override
    public String name() {
        return "loadFromPOM";
    }

    @Override
    public String synopsis() {
        return "%loadFromPOM FILE, or %%loadFromPOM above dependencies  add the libraries that a POM names";
    }

    @Override
    public String help() {
        return "FILE is a pom.xml. Below %%loadFromPOM stands a whole project, or only its <repository> and <dependency> elements.\n"
                + "Dependencies of scope test or provided are left out; each needs its version.";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        String place = body == null ? line.strip() : "the cell";
        Model model = parse(body == null ? read(line.strip()) : wrapped(body), place);
        MavenCommand maven = MavenCommand.in(context);
        model.getRepositories().forEach(repository -> maven.libraries().add(repository.getId(), repository.getUrl()));
        List<Artifact> artifacts = model.getDependencies().stream()
                .filter(dependency -> !"test".equals(dependency.getScope()) && !"provided".equals(dependency.getScope()))
                .map(dependency -> artifact(dependency, place)).toList();
        if (artifacts.isEmpty()) {
            throw new IllegalArgumentException(place + " names no dependency");
        }
        maven.add(context, artifacts);
        return null;
    }

    private static String read(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("%loadFromPOM needs a file, or stands as %%loadFromPOM above dependencies");
        }
        try {
            return Files.readString(Path.of(name));
        } catch (IOException e) {
            throw new IllegalArgumentException("POM file " + name + " cannot be read", e);
        }
    }

    /** Bare elements become a project: repositories and dependencies each in their list. */
    private static String wrapped(String body) {
        if (body.contains("<project")) {
            return body;
        }
        String repositories = elements(body, "repository");
        String dependencies = elements(body, "dependency");
        return "<project><repositories>" + repositories + "</repositories><dependencies>" + dependencies + "</dependencies></project>";
    }

    private static String elements(String body, String name) {
        StringBuilder found = new StringBuilder();
        Pattern.compile("<" + name + ">.*?</" + name + ">", Pattern.DOTALL).matcher(body).results()
                .forEach(element -> found.append(element.group()));
        return found.toString();
    }

    private static Model parse(String xml, String place) {
        try {
            return new MavenXpp3Reader().read(new StringReader(xml));
        } catch (IOException | XmlPullParserException e) {
            throw new IllegalArgumentException(place + " is no valid POM: " + e.getMessage().lines().findFirst().orElse(""), e);
        }
    }

    private static Artifact artifact(Dependency dependency, String place) {
        if (dependency.getVersion() == null || dependency.getVersion().contains("${")) {
            throw new IllegalArgumentException(place + ": dependency " + dependency.getGroupId() + ":" + dependency.getArtifactId() + " needs a version of its own");
        }
        return new DefaultArtifact(dependency.getGroupId(), dependency.getArtifactId(), dependency.getClassifier(), dependency.getType(), dependency.getVersion());
    }
}
