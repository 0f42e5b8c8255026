package crosscountry.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsTest extends SessionFixture {
    @Test
    void jshellsOwnImportsAreThere() throws Exception {
        assertEquals(42, run("Callable<Integer> c = () -> 42; c.call()"));
        for (Class<?> type : List.of(
                java.io.Reader.class,
                java.math.BigDecimal.class,
                java.net.URI.class,
                java.nio.file.Path.class,
                java.util.List.class,
                Callable.class,
                java.util.concurrent.Executor.class,
                java.util.function.DoubleUnaryOperator.class,
                java.util.prefs.Preferences.class,
                java.util.regex.Pattern.class,
                java.util.stream.Stream.class)) {
            assertSame(type, run(type.getSimpleName() + ".class"));
        }
    }

    @Test
    void aSealedShapeOfTheUserIsDeclaredInOneCell() throws Exception {
        assertEquals("Circle[r=2.0]", run("""
                        sealed interface Shape permits Circle, Square {}
                        record Circle(double r) implements Shape {}
                        record Square(double s) implements Shape {}
                        new Circle(2)""").toString());
        assertEquals(true, run("new Square(1) instanceof Shape"));
        assertEquals("Graph", run("Graph.class.getSimpleName()"), "the package's other names stay");
    }

    @Test
    void valuesAndMethodsOfEarlierCellsOutliveAClaim() throws Exception {
        run("""
                Graph g = Tasks.graph("Simple");
                int size = g.vertices().size();
                String first(Graph g) { return g.name(); }""");
        Object size = run("size");
        run("record Shape(int corners) {}");
        assertEquals(size, run("size"));
        assertEquals("Simple", run("first(g)"));
        run("record Vertex(int x) {}");
        assertEquals("Shape[corners=3]Vertex[x=1]", run("\"\" + new Shape(3) + new Vertex(1)"));
    }

    @Test
    void anImportOfTheUserWinsWhetherOfOneNameOrOfAPackage() throws Exception {
        run("import ai.djl.ndarray.types.*;");
        assertEquals("ai.djl.ndarray.types.Shape", run("Shape.class.getName()"));
        run("import java.awt.Shape;");
        assertEquals("java.awt.Shape", run("Shape.class.getName()"));
    }

    @Test
    void aNameComesBackWhenNobodyClaimsItAnyMore() throws Exception {
        run("record Order(int k) {}");
        assertEquals("REPL", run("Order.class.getPackageName()"));
        run("%reset Order");
        assertEquals("crosscountry.elimination.Order", run("Order.class.getName()"));
        assertThrows(CellException.class, () -> run("record Order(int k) { int broken() { return \"\"; } }"));
        assertEquals("crosscountry.elimination.Order", run("Order.class.getName()"));
    }

    @Test
    void wordsInTextAndInCommentsClaimNothing() throws Exception {
        assertEquals("crosscountry.graph.Graph", run("""
                        // the class Graph and the record Vertex
                        String s = "class Graph { record Vertex() {} }";
                        Graph.class.getName()"""));
        assertEquals("crosscountry.graph.Vertex", run("""
                class Outer { record Vertex() {} }
                Vertex.class.getName()"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "display", "html", "report", "common", "magic"})
    void aMethodOfTheUserWinsOverAFunctionOfOursBeforeItIsDeclaredToo(String name) throws Exception {
        assertTrue(Imports.functions().contains(name));
        assertEquals(9, run("""
                        int caller(int x) { return NAME(x) + 1; }
                        int NAME(int x) { return x * x - 1; }
                        caller(3)""".replace("NAME", name)));
        assertEquals(
                "<b>",
                name.equals("html")
                        ? "<b>"
                        : session.render(run("html(\"<b>\")")).data().get("text/html"));
    }
}
