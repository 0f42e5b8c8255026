package crosscountry.kernel.command.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.kernel.shell.SessionFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.tools.ToolProvider;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries out of a repository that the test makes; no network. */
class LibraryCommandsTest extends SessionFixture {
    @TempDir
    private Path folder;

    /** Compiles a class and packs it. */
    private Path jar(String name, String source) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes-" + name));
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-d",
                                classes.toString(),
                                "-cp",
                                folder.resolve("classes-Below")
                                        + java.io.File.pathSeparator
                                        + System.getProperty("java.class.path"),
                                file.toString()));
        Path jar = folder.resolve(name.toLowerCase() + ".jar");
        assertEquals(
                0,
                java.util.spi.ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "cf", jar.toString(), "-C", classes.toString(), "."));
        return jar;
    }

    private void publish(Path repository, String artifact, Path jar, String dependencies) throws Exception {
        publish(repository, artifact, "1.0", jar, dependencies);
    }

    private void publish(Path repository, String artifact, String version, Path jar, String dependencies)
            throws Exception {
        Path place = Files.createDirectories(repository.resolve("test/" + artifact + "/" + version));
        String name = artifact + "-" + version;
        Files.copy(jar, place.resolve(name + ".jar"));
        Files.writeString(place.resolve(name + ".pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>test</groupId><artifactId>%s</artifactId><version>%s</version>
                  <dependencies>%s</dependencies>
                </project>""".formatted(artifact, version, dependencies));
        for (String file : List.of(name + ".jar", name + ".pom")) {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(place.resolve(file)));
            Files.writeString(place.resolve(file + ".sha1"), HexFormat.of().formatHex(digest));
        }
    }

    private static String dependency(String artifact) {
        return """
                <dependency>
                  <groupId>test</groupId><artifactId>%s</artifactId><version>1.0</version>
                </dependency>""".formatted(artifact);
    }

    @Test
    void aLibraryComesWithWhatItNeeds() throws Exception {
        Path repository = folder.resolve("remote");
        publish(
                repository,
                "below",
                jar("Below", "package lib; public class Below { public static int two() { return 2; } }"),
                "");
        publish(
                repository,
                "above",
                jar(
                        "Above",
                        "package lib; public class Above { public static int four() { return 2 * Below.two(); } }"),
                dependency("below"));
        Path settings = Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><localRepository>" + folder.resolve("local") + "</localRepository></settings>");
        Libraries libraries = new Libraries(settings);
        libraries.add("central", repository.toUri().toString()); // instead of the real one
        assertEquals(
                List.of("above-1.0.jar", "below-1.0.jar"),
                libraries
                        .resolve(List.of(new Dependency(new DefaultArtifact("test:above:1.0"), "runtime")), List.of())
                        .stream()
                        .map(artifact -> artifact.getPath().getFileName().toString())
                        .toList());
        assertTrue(
                Files.exists(folder.resolve("local/test/above/1.0/above-1.0.jar")),
                "the settings' local repository is used");
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> libraries.resolve(
                                List.of(new Dependency(new DefaultArtifact("test:nothing:1.0"), "runtime")), List.of()))
                .getMessage();
        assertTrue(
                message.contains("test:nothing:jar:1.0")
                        && message.contains(repository.toUri().toString()),
                message);
    }

    @Test
    void aVersionBesideAnotherIsRefusedWhereItWasAskedForAndLeftOutWhereSomethingNeedsIt() throws Exception {
        Path repository = folder.resolve("remote");
        publish(
                repository,
                "below",
                jar("Below", "package lib; public class Below { public static int two() { return 2; } }"),
                "");
        publish(repository, "below", "2.0", folder.resolve("below.jar"), "");
        publish(
                repository,
                "above",
                jar(
                        "Above",
                        "package lib; public class Above { public static int four() { return 2 * Below.two(); } }"),
                dependency("below"));
        Path settings = Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><localRepository>" + folder.resolve("local") + "</localRepository></settings>");
        MavenCommand maven = new MavenCommand(settings);
        maven.libraries().add("central", repository.toUri().toString());
        maven.run(session.context(), "test:below:2.0", null);
        maven.run(session.context(), "test:above:1.0", null);
        assertTrue(
                frontend.printed
                        .toString()
                        .contains("test:below stays at version 2.0, which this session has; 1.0 was not added"),
                frontend.printed.toString());
        assertEquals(4, run("lib.Above.four()"));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> maven.run(session.context(), "test:below:1.0", null))
                .getMessage();
        assertEquals("this session has test:below in version 2.0; restart the kernel to add 1.0", message);
        assertEquals(
                List.of("below-2.0.jar", "above-1.0.jar"),
                session.context().classpath().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    @Test
    void jarsAndClasspathAddWhatIsThereAndNameWhatIsNot() throws Exception {
        jar("Below", "package lib; public class Below { public static int two() { return 2; } }");
        run("%jars " + folder + "/*.jar");
        assertEquals(2, run("lib.Below.two()"));
        assertTrue(session.render(run("%classpath"))
                .data()
                .get("text/plain")
                .toString()
                .endsWith("below.jar"));
        assertEquals("%jars: there is nothing to add at nowhere/*.jar", failure("%jars nowhere/*.jar"));
        assertEquals("%classpath: there is nothing to add at nowhere", failure("%classpath nowhere"));
    }

    private static String command(String type, String name) {
        return """
                package lib;
                import crosscountry.kernel.command.*;
                public class TYPE implements Command {
                    public String name() { return "NAME"; }
                    public String synopsis() { return "%NAME  as a test"; }
                    public String help() { return ""; }
                    public Object run(CommandContext context, String line, String body) { return line.length(); }
                }""".replace("TYPE", type).replace("NAME", name);
    }

    private void service(String jar, String service, String type) throws IOException {
        Path folder = Files.createDirectories(this.folder.resolve("classes-" + jar + "/META-INF/services"));
        Files.writeString(folder.resolve(service), type);
    }

    @Test
    void aFolderBringsItsCommandsAndRenderersAndNoneInThePlaceOfOurs() throws Exception {
        jar("Long", command("Long", "length"));
        jar("Time", command("Time", "time"));
        jar("Gone", command("Gone", "gone"));
        jar("Loud", """
                package lib;
                import crosscountry.kernel.display.*;
                public class Loud implements Renderer {
                    public boolean accepts(Object value) { return value instanceof Thread.State; }
                    public MimeBundle render(Object value) { return MimeBundle.text(value + "!"); }
                }""");
        service("Long", "crosscountry.kernel.command.Command", "lib.Long");
        service("Time", "crosscountry.kernel.command.Command", "lib.Time");
        service("Gone", "crosscountry.kernel.command.Command", "lib.Nowhere");
        service("Loud", "crosscountry.kernel.display.Renderer", "lib.Loud");
        run("%classpath " + folder.resolve("classes-Long"));
        assertEquals(5, run("%length three"));
        run("%classpath " + folder.resolve("classes-Loud"));
        assertEquals("NEW!", session.render(run("Thread.State.NEW")).data().get("text/plain"));
        run("%classpath " + folder.resolve("classes-Time"));
        assertTrue(
                frontend.printed
                        .toString()
                        .contains("%time of classes-Time is left out: there is a command of this name"),
                frontend.printed.toString());
        assertEquals(2, run("%time 1 + 1"));
        String message = failure("%classpath " + folder.resolve("classes-Gone"));
        assertTrue(
                message.startsWith("what was added names a Command that cannot be used: ")
                        && message.contains("lib.Nowhere"),
                message);
        assertEquals(5, run("%length three"));
    }

    @Test
    void loadRunsFilesAndNotebooks() throws Exception {
        Path script = Files.writeString(folder.resolve("a.jshell"), """
                int six = 6;
                %commands
                six * 7""");
        assertEquals(42, run("%load " + script));
        Path notebook = Files.writeString(folder.resolve("b.ipynb"), """
                {"cells": [
                  {"cell_type": "markdown", "source": "no code"},
                  {"cell_type": "code", "source": ["int a = 1;\\n", "a + 1"]}
                ]}""");
        assertEquals(2, run("%load " + notebook));
        assertEquals("file nowhere.jsh cannot be read", failure("%load nowhere.jsh"));
        assertTrue(failure("%load picture.png").contains("needs one .jshell"));
    }

    @Test
    void wordsThatAreNoCoordinatesOrPomAreRefused() {
        assertEquals("\"nonsense\" is not GROUP:ARTIFACT[:TYPE[:CLASSIFIER]]:VERSION", failure("%maven nonsense"));
        assertTrue(failure("""
                %%loadFromPOM
                <dependency>
                  <groupId>a</groupId><artifactId>b</artifactId>
                </dependency>""").contains("a:b needs a version"));
        assertTrue(failure("""
                %%loadFromPOM
                <project><dep""").contains("is no valid POM"));
        assertTrue(failure("""
                %%loadFromPOM
                nothing""").contains("names no dependency"));
        assertTrue(failure("%mavenRepo only").contains("an id and a URL"));
    }
}
