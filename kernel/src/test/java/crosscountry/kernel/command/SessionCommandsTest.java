package crosscountry.kernel.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.shell.CellException;
import crosscountry.kernel.shell.SessionFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Commands about the session itself. */
class SessionCommandsTest extends SessionFixture {
    private String text(Object value) {
        return (String) session.render(value).data().get("text/plain");
    }

    @Test
    void timeitRunsAnExpressionOrStatementsUntilTheTimeCanBeTrusted() throws CellException {
        run("""
                long calls = 0;
                long next() { return ++calls; }
                void act() { calls++; }""");
        assertNull(run("%timeit next()"));
        assertTrue(
                frontend.printed
                        .toString()
                        .matches("(?s)[0-9.e+]+ (ns|µs|ms|s) a run \\(median of 7 rounds of [0-9,]+; .*\n"),
                frontend.printed.toString());
        long many = (long) run("calls");
        assertTrue(many > 1000, () -> "only " + many);
        run("""
                calls = 0;
                %timeit act()""");
        assertTrue((long) run("calls") > 1000);
        run("""
                %%timeit
                long local = 3;
                local += calls;""");
        assertFalse(session.context().variables().containsKey("timed$"));
        assertTrue(failure("%timeit missing()").contains("cannot find symbol"));
        assertTrue(failure("%timeit").contains("needs code"));
    }

    @Test
    void whoListsVariablesAndResetForgetsThem() throws CellException {
        run("""
                int six = 6;
                String words = "x".repeat(200);
                int[] few = {1, 2};
                int twice(int n) { return 2 * n; }
                record Point(int x) {}""");
        Table table = (Table) run("%who");
        assertEquals(List.of("six", "words", "few"), table.stringColumn("name").asList());
        assertEquals(
                List.of("int", "String", "int[]"), table.stringColumn("type").asList());
        assertEquals("6", table.stringColumn("value").get(0));
        assertEquals(80, table.stringColumn("value").get(1).length());
        assertEquals("[1, 2]", table.stringColumn("value").get(2));
        run("%reset six twice");
        assertTrue(failure("six").contains("cannot find symbol"));
        assertTrue(failure("twice(1)").contains("cannot find symbol"));
        assertTrue(failure("%reset six").contains("nothing of the name six"));
        run("%reset");
        assertTrue(session.context().variables().isEmpty());
        assertTrue(failure("new Point(1)").contains("cannot find symbol"));
        assertEquals(3, run("List.of(1, 2, 3).size()"));
    }

    @Test
    void envShowsTheEnvironmentAndKeepsSecretsOutOfTheList() throws CellException {
        assertEquals(System.getenv("PATH"), run("%env PATH"));
        assertTrue(((Table) run("%env")).stringColumn("name").contains("PATH"));
        assertTrue(failure("%env NO_SUCH_NAME_HERE").contains("no variable NO_SUCH_NAME_HERE"));
        assertTrue(failure("%env A=1").contains("cannot change its own environment"));
    }

    @Test
    void markupGoesToThePageAsItStands() throws CellException {
        assertEquals(
                "<b>bold</b>",
                ((MimeBundle) run("""
                        %%html
                        <b>bold</b>""")).data().get("text/html").toString().strip());
        assertEquals(
                "alert(1)",
                ((MimeBundle) run("""
                        %%javascript
                        alert(1)"""))
                        .data()
                        .get("application/javascript")
                        .toString()
                        .strip());
        assertTrue(failure("%html").contains("stands above a cell"));
    }

    @Test
    void writefileWritesAndAppends(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a file.txt");
        run("""
                %%writefile "FILE"
                first
                  second""".replace("FILE", file.toString()));
        run("%%writefile --append \"" + file + "\"\nthird");
        assertEquals("""
                first
                  second
                third
                """, Files.readString(file));
        assertEquals("%%writefile needs FILE: %%writefile FILE [--append]", failure("%%writefile\nx"));
        assertTrue(failure("%%writefile \"" + folder.resolve("none/a.txt") + "\"\nx")
                .contains("cannot write"));
    }

    @Test
    void collectionsMapsAndStreamsAreCutAndRecordsAreTables() throws CellException {
        assertEquals("[1, 2, 3]", text(run("List.of(1, 2, 3)")));
        assertEquals("{a=1}", text(run("Map.of(\"a\", 1)")));
        assertTrue(text(run("IntStream.iterate(0, n -> n + 1)"))
                .endsWith("98, 99, ...] (the first 100; a stream that was shown is used up)"));
        assertTrue(
                text(run("IntStream.range(0, 1000).boxed().toList()")).endsWith(", 99, ...] (the first 100 of 1000)"));
        run("record Point(int x, String name) {}");
        String html = (String) session.render(run("List.of(new Point(1, \"<b>\"), new Point(2, \"two\"))"))
                .data()
                .get("text/html");
        assertTrue(
                html.contains(">x</th>")
                        && html.contains(">name</th>")
                        && html.contains("&lt;b&gt;")
                        && !html.contains("<b>"),
                html);
        assertEquals("[]", text(run("List.of()")));
        assertEquals("[null, 1]", text(run("Arrays.asList(null, 1)")));
    }
}
