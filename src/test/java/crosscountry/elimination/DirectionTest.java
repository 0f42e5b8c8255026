package crosscountry.elimination;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** States see eliminations, eliminations see edges, and never the other way round. */
class DirectionTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("crosscountry.elimination");

    @Test
    void edgesSeeNeitherEliminationsNorStates() {
        noClasses()
                .that()
                .resideInAPackage("crosscountry.elimination.edge")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("crosscountry.elimination", "crosscountry.elimination.state")
                .check(classes);
    }

    @Test
    void eliminationsDoNotSeeStates() {
        noClasses()
                .that()
                .resideInAPackage("crosscountry.elimination")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("crosscountry.elimination.state")
                .check(classes);
    }
}
