package crosscountry.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.graph.Graph;
import crosscountry.graph.Primitive;
import crosscountry.graph.Vertex;
import crosscountry.kernel.command.Declared;
import crosscountry.kernel.command.EvalResult;
import crosscountry.task.Tasks;
import crosscountry.trace.Trace;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionTest extends SessionFixture {
    @Test
    void whatIsBegunAndNotEndedIsAnErrorAndNothingOfTheCellRuns() {
        assertEquals("unclosed text block (cell, line 2)", failure("""
                        int unendedEarly = 1;
                        String unended = \"""
                          and so on \\\"""
                        ";"""));
        assertEquals("unclosed comment (cell, line 3)", failure("""
                        String unended = "/*"; // \"""
                        char c = '"';
                        /* and so on
                        int unendedLate = 2;"""));
        assertEquals("unclosed comment (cell, line 1)", failure("1 + 1 /* and so on"));
        assertTrue(session.context().variables().keySet().stream().noneMatch(name -> name.startsWith("unended")));
    }

    @Test
    void theLastExpressionIsTheValueItselfAndNotItsText() throws Exception {
        assertEquals(42, run("""
                int six = 6;
                six * 7"""));
        assertArrayEquals(new double[] {1, 2}, (double[]) run("new double[] {1, 2}"));
        assertNull(run("int seven = 7;"));
    }

    @Test
    void variablesAreReadAndSetAsObjects() throws Exception {
        List<String> bound = List.of("a", "b");
        session.context().bind("words", "java.util.List<String>", bound);
        assertEquals(2, run("words.size()"));
        assertTrue(session.context().variable("words").orElseThrow() == bound);
        session.context().bind("graph", Tasks.graph("Simple"));
        assertEquals("crosscountry.graph.Graph", session.context().variables().get("graph"));
        assertEquals("Simple", run("graph.name()"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> session.context().bind("2x", 1))
                .getMessage()
                .contains("'2x'"));
    }

    @Test
    void aCommandStandsBetweenJavaAndItsValueIsShownWhereItIsNotTheLast() throws Exception {
        frontend.shown.clear();
        assertEquals(3, run("""
                int a = 1;
                %commands
                int b = 2;
                a + b"""));
        assertEquals(1, frontend.shown.size());
        assertTrue(frontend.shown.get(0).data().get("text/plain").toString().contains("%time CODE"));
    }

    @Test
    void aPercentSignInsideJavaIsNoCommand() throws Exception {
        assertEquals(1, run("""
                int c = 7
                    % 3;
                c"""));
        assertEquals("\n%time\n".strip(), run("""
                \"""
                %time
                \""".strip()"""));
    }

    @Test
    void aMistakeNamesTheLineOfTheCell() {
        assertEquals("cannot find symbol (cell, line 3)", failure("""
                int d = 1;

                d + missing"""));
        assertEquals("there is no command %dance; %commands lists all", failure("%dance"));
        assertEquals("%time needs code: %time CODE, or %%time above a cell", failure("%time"));
        assertEquals("cannot find symbol (cell, line 2)", failure("""
                %%time
                missing"""));
    }

    @Test
    void methodsOfACellAreTracedWithTheirLines() throws Exception {
        run("""
                double scale(double v) {
                    return 2 * v;
                }
                double[] f(double x, double y) {
                    double s = x;
                    for (int i = 0; i < 2; i++) s = Math.sin(s) * y;
                    return new double[] {scale(s)};
                }""");
        Graph traced = Trace.of(session.context().method("f"));
        assertEquals(
                List.of(Primitive.SIN, Primitive.MUL, Primitive.SIN, Primitive.MUL, Primitive.MUL),
                traced.vertices().stream().map(Vertex::primitive).toList());
        assertEquals(
                List.of("f:6", "f:6", "f:6", "f:6", "scale:2"),
                traced.vertices().stream()
                        .map(vertex -> vertex.source().orElseThrow().toString())
                        .toList());
    }

    @Test
    void aCellTellsWhatItDeclared() throws Exception {
        EvalResult result = session.context().eval("""
                record Pair(double x, double y) {}
                double scale = 3;
                double twice(double v) { return 2 * v; }
                double twice(double v, double w) { return 2 * v + w * scale; }
                double waiting(double v) { return notYet(v); }
                twice(scale)""");
        assertEquals(6.0, result.value());
        assertEquals(
                List.of("Pair", "scale", "twice", "twice", "waiting"),
                result.declared().stream().map(Declared::name).toList());
        assertEquals(
                new Declared.OfVariable("scale", "double"), result.declared().get(1));
        assertEquals(2, result.method("twice").orElseThrow().method().getParameterCount());
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> result.method("waiting").orElseThrow().method())
                .getMessage();
        assertEquals("method 'waiting' cannot be used yet; it needs method notYet(double)", message);
        run("""
                double notYet(double v) { return v; }
                double twice(double v, double w) { return 2 * v; }""");
        assertEquals("waiting", result.method("waiting").orElseThrow().method().getName());
    }

    @Test
    void overloadsThatCallEachOtherAreToldApart() throws Exception {
        run("""
                double side(double v) { return v; }
                double side(double v, double w) { return v + w; }""");
        EvalResult result = session.context().eval("""
                        double side(double v) { return 2 * v; }
                        double side(int n, double w) { return side(w) * n; }""");
        run("double side(double v) { return 3 * v; }"); // now JShell compiles the two into one class
        Method compiled = result.method("side").orElseThrow().method();
        assertEquals(List.of(int.class, double.class), List.of(compiled.getParameterTypes()));
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> result.methods().get(0).method())
                .getMessage();
        assertEquals("method 'side' is no longer there; it was declared anew or forgotten", message);
    }

    @Test
    void aMethodIsTheOneOfItsLastDeclaration() throws Exception {
        run("""
                double inner(double v) { return 2 * v; }
                double outer(double v) { return inner(v); }""");
        run("double inner(double v) { return 3 * v; }");
        Method outer = session.context().method("outer");
        outer.setAccessible(true);
        assertEquals(12.0, outer.invoke(null, 4.0));
    }

    @Test
    void aLambdaOfACellIsTraced() throws Exception {
        Graph graph = (Graph) run("Trace.of((x, y) -> x * Math.sin(y))");
        assertEquals(
                List.of(Primitive.SIN, Primitive.MUL),
                graph.vertices().stream().map(Vertex::primitive).toList());
    }

    @Test
    void aLoopEndsWhenItIsInterrupted() throws Exception {
        run("int kept = 5;");
        Thread later = new Thread(() -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            session.interrupt();
        });
        later.start();
        CellException stopped = assertThrows(CellException.class, () -> run("while (true) {}"));
        later.join();
        assertEquals("Interrupted", stopped.kind());
        assertEquals(5, run("kept"));
    }

    @Test
    void completionKnowsCommandsAndJavaAndInspectionTheirDocumentation() throws Exception {
        CellAssist assist = session.assist();
        assertEquals(List.of("%commands"), assist.complete("%comm", 5).matches());
        assertTrue(assist.complete("1 + Math.sq", 11).matches().contains("sqrt("));
        assertTrue(assist.inspect("%time x", 3).orElseThrow().contains("how long"));
        assertTrue(assist.inspect("Math.sqrt", 9).orElseThrow().contains("sqrt(double"));
    }

    @Test
    void aValueThatCannotBeShownSaysWhy() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("on purpose");
            }
        };
        assertTrue(session.render(broken).data().get("text/plain").toString().contains("on purpose"));
        assertEquals(
                Map.of("text/plain", "[[1], [2, 3]]"),
                session.render(new int[][] {{1}, {2, 3}}).data());
    }

    @Test
    void theNotebooksOwnFunctionsWorkOnSessionValues() throws Exception {
        run("""
                Graph small = Tasks.graph("Simple");
                Jacobian j = Jacobians.of(small, Order.of(2, 1)).at(1, 2);""");
        assertEquals(2, run("table(j).rowCount()"));
        assertTrue(run("report(small, Order.of(2, 1)).inWords()")
                .toString()
                .startsWith("Simple: 6 multiplications in 2 steps."));
        assertEquals(6L, run("compareTries(small, 20).results().get(0).best()"));
        assertTrue(run("magic(\"%order small\")").toString().contains("reverse"));
    }

    @Test
    void theKindOfAFailureIsSaidOnce() {
        assertEquals(
                List.of(Ansi.strong("%graphs") + ": \"1\" is one word too many"),
                CellException.of("%graphs", "%graphs: \"1\" is one word too many")
                        .traceback());
        assertEquals(
                List.of(Ansi.strong("%search") + " needs GRAPH"),
                CellException.of("%search", "%search needs GRAPH").traceback());
        assertEquals(
                List.of(Ansi.strong("Exit") + ": with 3"),
                CellException.of("Exit", "with 3").traceback());
    }
}
