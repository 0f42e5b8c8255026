package crosscountry.kernel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who sees whom inside the kernel, and who knows which library. */
class KernelArchitectureTest {
    private final JavaClasses kernel = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("crosscountry.kernel");

    private void onlyRoomsThatKnow(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(kernel);
    }

    private void sees(String room, String... nothingOf) {
        noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(nothingOf)
                .check(kernel);
    }

    @Test
    void noTwoPublicTypesOfEngineAndKernelShareAName() {
        Map<String, List<String>> byName = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("crosscountry").stream()
                        .filter(type ->
                                type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                        .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));
        assertTrue(byName.containsKey("Graph") && byName.containsKey("MimeBundle"), "both modules are looked at");
        assertEquals(
                List.of(),
                byName.values().stream().filter(types -> types.size() > 1).toList());
    }

    @Test
    void messagesKnowNothingOfWhatTheyAreUsedFor() {
        assertTrue(kernel.size() > 30, () -> "only " + kernel.size() + " classes were found");
        sees(
                "crosscountry.kernel.protocol..",
                "crosscountry.kernel.channels..",
                "crosscountry.kernel.server..",
                "crosscountry.kernel.shell..",
                "crosscountry.kernel.command..",
                "crosscountry.kernel.display..");
    }

    @Test
    void theJavaShellKnowsNoJupyter() {
        sees(
                "crosscountry.kernel.shell..",
                "crosscountry.kernel.protocol..",
                "crosscountry.kernel.channels..",
                "crosscountry.kernel.server..");
    }

    @Test
    void commandsAndRenderersKnowNoJupyterAndNoShell() {
        String[] fronts = {
            "crosscountry.kernel.protocol..",
            "crosscountry.kernel.channels..",
            "crosscountry.kernel.server..",
            "crosscountry.kernel.shell..",
            "crosscountry.kernel.cli.."
        };
        sees("crosscountry.kernel.command..", fronts);
        sees("crosscountry.kernel.display..", fronts);
        sees("crosscountry.kernel.display..", "crosscountry.kernel.command..");
    }

    @Test
    void declarationsKnowNoCommandAndSharedOptionsNoMagic() {
        noClasses()
                .that()
                .resideInAPackage("crosscountry.kernel.command.declaration..")
                .should()
                .dependOnClassesThat(resideInAPackage("crosscountry.kernel.command..")
                        .and(resideOutsideOfPackage("crosscountry.kernel.command.declaration..")))
                .check(kernel);
        sees(
                "crosscountry.kernel.command.option..",
                "crosscountry.kernel.command.graph..",
                "crosscountry.kernel.command.learn..",
                "crosscountry.kernel.command.maven..",
                "crosscountry.kernel.command.session..");
    }

    @Test
    void commsKnowMessagesAndModelsAndNeitherSocketsNorTheShell() {
        sees(
                "crosscountry.kernel.server.comm..",
                "crosscountry.kernel.channels..",
                "crosscountry.kernel.shell..",
                "crosscountry.kernel.command..");
    }

    @Test
    void everyLibraryHasItsRoom() {
        onlyRoomsThatKnow("org.zeromq..", "crosscountry.kernel.channels..");
        onlyRoomsThatKnow("jdk.jshell..", "crosscountry.kernel.shell..");
        onlyRoomsThatKnow("picocli..", "crosscountry.kernel.command..", "crosscountry.kernel.cli..");
        onlyRoomsThatKnow("org.jline..", "crosscountry.kernel.repl..");
    }
}
