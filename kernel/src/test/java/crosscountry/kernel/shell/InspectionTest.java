package crosscountry.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What Shift-Tab shows: signatures, and comments from the sources. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectionTest extends SessionFixture {
    @BeforeAll
    void declare() throws CellException {
        session.run("Graph simple = Tasks.graph(\"Simple\");", "cell");
    }

    private String shown(String code) {
        return session.assist().inspect(code, code.length()).orElse("nothing");
    }

    @Test
    void aTypeOfOursShowsItsComment() {
        assertTrue(
                shown("Graph").contains("A function as a list of primitive operations in program order"),
                shown("Graph"));
        assertTrue(shown("crosscountry.training.Training").startsWith("crosscountry.training.Training"));
        assertTrue(shown("Operand.Literal").contains("Literal"));
    }

    @Test
    void aMethodShowsTheCommentOfTheRightOverload() {
        String of = shown("Trace.of(");
        int first = of.indexOf("of(java.lang.reflect.Method method, int... sizes)");
        assertTrue(first >= 0, of);
        assertTrue(of.indexOf("The graph of a static method on doubles, arrays and records", first) > first, of);
        assertTrue(of.contains("The graph of the only static method of this name."), of);
        assertTrue(shown("Tasks.graph(").lines().count() > 1, shown("Tasks.graph("));
        assertTrue(
                shown("play(")
                        .contains("The elimination game on a graph, to be played on the page; "
                                + "game.order() gives the moves back."),
                shown("play("));
    }

    @Test
    void aComponentOfARecordShowsItsParameterAndAnOverridingMethodTheOneAbove() {
        String matrix = shown("Jacobians.of(simple).at(1, 2).matrix(");
        assertTrue(matrix.contains("dense: row = flattened output, column = flattened input"), matrix);
        assertTrue(shown("new crosscountry.network.NetworkEvaluator(").contains("NetworkEvaluator("));
        String name = shown("new crosscountry.agent.UniformEvaluator().evaluate(");
        assertTrue(name.lines().count() > 1, name);
    }

    @Test
    void theJdksCommentsAreReadAsText() {
        String text = shown("Math.sqrt(");
        assertTrue(
                text.startsWith("double Math.sqrt(double a)")
                        || text.startsWith("double java.lang.Math.sqrt(double a)"),
                text);
        assertFalse(text.contains("{@") || text.contains("<ul>"), text);
    }

    @Test
    void aSignatureIsTakenApartWithAndWithoutARecordsComponents() {
        MemberSignature method =
                MemberSignature.of("List<Vertex> Graph(java.lang.String name, java.util.Map<String, int[]> x)"
                        + ".vertices(int... a, java.util.Map<String, a.b.C> b)");
        assertEquals("List<Vertex> Graph.vertices(int... a, java.util.Map<String, a.b.C> b)", method.shown());
        assertEquals(List.of("Graph", "vertices"), method.names());
        assertEquals(Optional.of(List.of("int[]", "Map<String,C>")), method.parameters());
        MemberSignature constant = MemberSignature.of(
                "crosscountry.graph.Shape(java.util.List<java.lang.Integer> extents).SCALAR:crosscountry.graph.Shape");
        assertEquals("crosscountry.graph", constant.packageName());
        assertEquals(List.of("Shape", "SCALAR"), constant.names());
        assertEquals(Optional.empty(), constant.parameters());
        assertEquals(List.of(), MemberSignature.of("x:int").names());
        assertEquals(
                List.of("Map", "Entry"),
                MemberSignature.of("java.util.Map.Entry<K, V>").names());
    }

    @Test
    void markupAndInlineTagsBecomeWords() {
        assertEquals(
                """
                Joins a<b and {c}; see Trace.of(int) or here.
                - one
                - two

                @param x the x""",
                JavadocText.of(" Joins {@code a<b} and {@code {c}}; see {@link Trace#of(int)} or {@linkplain #x here}."
                        + "<ul><li>one<li>two</ul>@param x the <b>x</b>"));
    }
}
