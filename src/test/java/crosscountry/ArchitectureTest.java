package crosscountry;

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
import org.junit.jupiter.api.Test;

/** Which room may see which: graph, edge, elimination, game, search, learn; nothing sees the kernel. */
class ArchitectureTest {
    private static final String[] ROOMS = {
        "crosscountry.graph..", "crosscountry.edge..", "crosscountry.elimination..", "crosscountry.game..",
        "crosscountry.search..", "crosscountry.network..", "crosscountry.learn..", "crosscountry.jacobian..",
        "crosscountry.task..", "crosscountry.tuning.."
    };

    private static final ArchRule DIRECTION = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("graph")
            .definedBy("crosscountry.graph..")
            .layer("edge")
            .definedBy("crosscountry.edge..")
            .layer("elimination")
            .definedBy("crosscountry.elimination..")
            .layer("game")
            .definedBy("crosscountry.game..")
            .layer("search")
            .definedBy("crosscountry.search..")
            .layer("network")
            .definedBy("crosscountry.network..")
            .layer("learn")
            .definedBy("crosscountry.learn..")
            .layer("jacobian")
            .definedBy("crosscountry.jacobian..")
            .layer("task")
            .definedBy("crosscountry.task..")
            .layer("tuning")
            .definedBy("crosscountry.tuning..")
            .whereLayer("graph")
            .mayNotAccessAnyLayer()
            .whereLayer("edge")
            .mayOnlyAccessLayers("graph")
            .whereLayer("elimination")
            .mayOnlyAccessLayers("graph", "edge")
            .whereLayer("game")
            .mayOnlyAccessLayers("graph", "edge", "elimination")
            .whereLayer("search")
            .mayOnlyAccessLayers("graph", "edge", "elimination", "game")
            .whereLayer("network")
            .mayOnlyAccessLayers("graph", "edge", "elimination", "game", "search")
            .whereLayer("learn")
            .mayOnlyAccessLayers("graph", "edge", "elimination", "game", "search", "network", "task")
            .whereLayer("jacobian")
            .mayOnlyAccessLayers("graph", "edge", "elimination")
            .whereLayer("task")
            .mayOnlyAccessLayers("graph")
            .whereLayer("tuning")
            .mayOnlyAccessLayers("graph", "edge", "elimination", "game", "search", "jacobian");

    private final JavaClasses engine = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("crosscountry")
            .that(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                    "crosscountry.kernel.."));

    @Test
    void everyRoomSeesOnlyTheRoomsBelowIt() {
        assertTrue(engine.size() > 50, () -> "only " + engine.size() + " classes were found");
        DIRECTION.check(engine);
    }

    @Test
    void noTwoRoomsSeeEachOther() {
        slices().matching("crosscountry.(*)..").should().beFreeOfCycles().check(engine);
    }

    @Test
    void everyClassStandsInARoom() {
        classes().should().resideInAnyPackage(ROOMS).check(engine);
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
    void onlyTheJacobianKnowsNd4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage("crosscountry.jacobian..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.nd4j..")
                .check(engine);
    }

    @Test
    void theDirectionIsReallyChecked() {
        ArchRule wrong = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("graph")
                .definedBy("crosscountry.graph..")
                .layer("edge")
                .definedBy("crosscountry.edge..")
                .whereLayer("edge")
                .mayNotAccessAnyLayer();
        assertThrows(AssertionError.class, () -> wrong.check(engine));
    }
}
