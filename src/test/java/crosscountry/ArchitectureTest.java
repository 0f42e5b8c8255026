package crosscountry;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which room may see which, and nothing sees the kernel. */
class ArchitectureTest {
    /** Each room with those that it may use. */
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            Map.entry("graph", List.of()),
            Map.entry("trace", List.of("graph")),
            Map.entry("task", List.of("graph", "trace")),
            Map.entry("corpus", List.of("graph", "trace", "task")),
            Map.entry("elimination", List.of("graph")),
            Map.entry("jacobian", List.of("graph", "elimination", "search")),
            Map.entry("search", List.of("graph", "elimination")),
            Map.entry("agent", List.of("graph", "elimination", "search")),
            Map.entry("network", List.of("graph", "elimination", "search", "agent")),
            Map.entry(
                    "training",
                    List.of("graph", "trace", "elimination", "search", "agent", "network", "task", "corpus")),
            Map.entry("tuning", List.of("graph", "elimination", "search", "jacobian")));

    private static LayeredArchitecture direction(Map<String, List<String>> rooms) {
        LayeredArchitecture direction =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String room : rooms.keySet()) {
            direction = direction.layer(room).definedBy("crosscountry." + room + "..");
        }
        for (var room : rooms.entrySet()) {
            direction = room.getValue().isEmpty()
                    ? direction.whereLayer(room.getKey()).mayNotAccessAnyLayer()
                    : direction
                            .whereLayer(room.getKey())
                            .mayOnlyAccessLayers(room.getValue().toArray(String[]::new));
        }
        return direction;
    }

    private final JavaClasses engine = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("crosscountry")
            .that(resideOutsideOfPackage("crosscountry.kernel.."));

    @Test
    void everyRoomSeesOnlyTheRoomsBelowIt() {
        assertTrue(engine.size() > 50, () -> "only " + engine.size() + " classes were found");
        direction(ROOMS).check(engine);
    }

    @Test
    void noTwoPackagesSeeEachOther() {
        slices().matching("crosscountry.(**)").should().beFreeOfCycles().check(engine);
    }

    /** A graph is data: it knows the JDK, Jackson for its files, and nothing else of ours. */
    @Test
    void aGraphKnowsNothingOfWhatIsDoneWithIt() {
        noClasses()
                .that()
                .resideInAPackage("crosscountry.graph..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("crosscountry..").and(resideOutsideOfPackage("crosscountry.graph..")))
                .check(engine);
    }

    /** Programs are for all to read; how they run is the business of the room. */
    @Test
    void onlyTheJacobianKnowsItsCodeAndItsBatches() {
        noClasses()
                .that()
                .resideOutsideOfPackage("crosscountry.jacobian..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("crosscountry.jacobian.code..", "crosscountry.jacobian.batch..")
                .check(engine);
    }

    @Test
    void everyClassStandsInARoom() {
        classes()
                .should()
                .resideInAnyPackage(ROOMS.keySet().stream()
                        .map(room -> "crosscountry." + room + "..")
                        .toArray(String[]::new))
                .check(engine);
    }

    @Test
    void nothingSeesTheKernel() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("crosscountry.kernel..")
                .check(engine);
    }

    @Test
    void onlyTheNetworkKnowsDjl() {
        noClasses()
                .that()
                .resideOutsideOfPackage("crosscountry.network..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(engine);
    }

    @Test
    void onlyTheExportKnowsNd4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage("crosscountry.jacobian.export..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.nd4j..")
                .check(engine);
    }

    @Test
    void theDirectionIsReallyChecked() {
        ArchRule wrong = direction(Map.of("graph", List.of(), "elimination", List.of()));
        assertThrows(AssertionError.class, () -> wrong.check(engine));
    }
}
