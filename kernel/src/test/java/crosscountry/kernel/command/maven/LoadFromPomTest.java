package crosscountry.kernel.command.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.kernel.shell.CellException;
import crosscountry.kernel.shell.SessionFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * POMs whose versions stand elsewhere: in a bill of materials, in a parent, in properties. What they name is on Maven
 * Central.
 */
class LoadFromPomTest extends SessionFixture {
    private static final String BILL = """
            <dependency>
              <groupId>com.fasterxml.jackson</groupId><artifactId>jackson-bom</artifactId><version>2.15.4</version>
              <type>pom</type><scope>import</scope>
            </dependency>
            """;
    private static final String WANTED = """
            <dependency>
              <groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId>
            </dependency>
            """;

    @TempDir
    private Path folder;

    private TreeSet<String> added(String cell) throws CellException {
        session.run(cell, "cell");
        TreeSet<String> names = new TreeSet<>();
        session.context()
                .classpath()
                .forEach(file -> names.add(file.getFileName().toString()));
        return names;
    }

    private static final List<String> JACKSON =
            List.of("jackson-annotations-2.15.4.jar", "jackson-core-2.15.4.jar", "jackson-databind-2.15.4.jar");

    @Test
    void bareElementsTakeTheirVersionsFromABillOfMaterials() throws Exception {
        assertEquals(JACKSON, List.copyOf(added("""
                        %%loadFromPOM
                        <dependencyManagement><dependencies>
                        BILL
                        </dependencies></dependencyManagement>
                        WANTED""".replace("BILL", BILL).replace("WANTED", WANTED))));
        assertEquals(
                "2.15.4",
                session.run("new com.fasterxml.jackson.databind.ObjectMapper().version().toString()", "cell")
                        .value());
    }

    @Test
    void aBareDependencyOfScopeImportIsABillToo() throws Exception {
        assertEquals(JACKSON, List.copyOf(added("%%loadFromPOM\n" + BILL + WANTED)));
    }

    @Test
    void aWholeProjectHasItsPropertiesAndItsOwnManagementOfWhatOthersNeed() throws Exception {
        TreeSet<String> names = added("""
                %%loadFromPOM
                <project>
                  <properties><jackson>2.15.3</jackson></properties>
                  <dependencyManagement><dependencies>
                    <dependency>
                      <groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-core</artifactId>
                      <version>2.15.4</version>
                    </dependency>
                  </dependencies></dependencyManagement>
                  <dependencies>
                    <dependency>
                      <groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId>
                      <version>${jackson}</version>
                      <exclusions><exclusion>
                        <groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-annotations</artifactId>
                      </exclusion></exclusions>
                    </dependency>
                  </dependencies>
                </project>""");
        assertEquals(List.of("jackson-core-2.15.4.jar", "jackson-databind-2.15.3.jar"), List.copyOf(names));
    }

    @Test
    void aFileHasItsParentBesideIt() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>test</groupId><artifactId>above</artifactId><version>1</version>
                  <packaging>pom</packaging>
                  <properties><bom>2.15.4</bom></properties>
                  <dependencyManagement><dependencies>
                    BILL
                  </dependencies></dependencyManagement>
                </project>""".replace("BILL", BILL.replace("2.15.4", "${bom}")));
        Path child = Files.createDirectories(folder.resolve("child")).resolve("pom.xml");
        Files.writeString(child, """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent><groupId>test</groupId><artifactId>above</artifactId><version>1</version></parent>
                  <artifactId>child</artifactId>
                  <dependencies>
                    WANTED
                    <dependency>
                      <groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId>
                      <version>5.10.0</version><scope>test</scope>
                    </dependency>
                  </dependencies>
                </project>""".replace("WANTED", WANTED));
        assertEquals(JACKSON, List.copyOf(added("%loadFromPOM " + child)));
    }

    @Test
    void aParentOrABillThatIsNotThereIsOneSentence() {
        String bill = assertThrows(
                        CellException.class, () -> added("%%loadFromPOM\n" + BILL.replace("2.15.4", "0.0.0") + WANTED))
                .getMessage();
        assertTrue(
                bill.contains("jackson-bom:pom:0.0.0")
                        && bill.contains(
                                new Libraries(Path.of("none")).repositories().get("central"))
                        && bill.lines().count() == 1,
                bill);
        String parent =
                assertThrows(CellException.class, () -> added("""
                                %%loadFromPOM
                                <parent>
                                  <groupId>no.such</groupId><artifactId>parent</artifactId><version>1</version>
                                </parent>
                                """ + WANTED)).getMessage();
        assertTrue(parent.contains("no.such:parent:pom:1") && parent.lines().count() == 1, parent);
    }
}
