package crosscountry.kernel.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.kernel.repl.Script.Cell;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The format as jupytext 1.19 writes it for Java, and as people do. */
class ScriptTest {
    private static final String WRITTEN = """
            // ---
            // jupyter:
            //   jupytext:
            //     text_representation:
            //       extension: .java
            // ---

            // %% [markdown]
            // # Title
            //
            // some *text*

            // %%
            int six = 6;
            six * 7

            // %% named
            // %%graph f
            static double f(double x) {
                return x * Math.sin(x);
            }

            // %% tags=["x"]
            int a = 1;
            // %order f
            // // %order is a command
            // %d is none
            a + 1

            // %%

            // %% [raw]
            // raw

            // %% language="html"
            // <b>bold</b>

            // %% text="of % and = signs"
            String s = \"""
            // %% inside of a text
            \""";
            """;
    private static final Set<String> COMMANDS = Set.of("graph", "order", "html");

    private static List<String> code(String file) {
        return Script.cells(file).stream()
                .filter(Cell::runs)
                .map(cell -> cell.code(COMMANDS))
                .toList();
    }

    @Test
    void aFileOfJupytextIsItsCells() {
        assertEquals(List.of("""
                        int six = 6;
                        six * 7""", """
                        %%graph f
                        static double f(double x) {
                            return x * Math.sin(x);
                        }""", """
                        int a = 1;
                        %order f
                        // %order is a command
                        // %d is none
                        a + 1""", """
                        %%html
                        <b>bold</b>""", """
                        String s = \"""
                        // %% inside of a text
                        \""";"""), code(WRITTEN));
        List<Cell> cells = Script.cells(WRITTEN);
        assertEquals(
                List.of("markdown", "code", "code", "code", "raw", "code", "code"),
                cells.stream().map(Cell::kind).toList());
        assertEquals("""
                # Title

                some *text*""", cells.get(0).text());
        assertEquals(
                List.of("", "", "named", "", "", "", ""),
                cells.stream().map(Cell::title).toList());
    }

    @Test
    void everyCellKnowsItsLineInTheFile() {
        List<String> lines = WRITTEN.lines().toList();
        for (Cell cell : Script.cells(WRITTEN)) {
            if (cell.kind().equals("code") && !cell.text().startsWith("%%html")) {
                assertEquals(cell.text().lines().findFirst().orElse(""), lines.get(cell.line() - 1));
            }
        }
    }

    @Test
    void commandsMayStandInTheOpenAndTextAboveTheFirstMarkIsACell() {
        assertEquals(List.of("int a = 1;", """
                        %%graph g
                        double g(double x) { return x; }""", "%order g"), code("""
                        int a = 1;
                        //%% first


                        %%graph g
                        double g(double x) { return x; }

                        // %%% deeper
                        %order g
                        // %%
                        """));
        assertEquals(5, Script.cells("""
                        int a = 1;
                        // %% first


                        %order g""").get(1).line());
        assertEquals(List.of("// %order f"), code("""
                        // ---
                        // jupytext:
                        //   comment_magics: false
                        // ---
                        // %%
                        // %order f"""));
    }

    @Test
    void aFileWithoutMarksIsNoScriptOfCells() {
        assertFalse(Script.is("""
                int a = 7 % 3; // %%d
                %order f
                """));
        assertFalse(Script.is("// %%graph f\n"));
        assertTrue(Script.is("""
                int a;
                // %%
                """));
    }
}
