package crosscountry.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.graph.Graph;
import crosscountry.graph.Primitive;
import crosscountry.kernel.Trouble;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is thrown, from wherever: it is that cell's failure, and the next cell runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class OutliveTest extends SessionFixture {
    @BeforeAll
    void open() {
        session.commands().add(new Strike());
    }

    /** A command whose work ends in trouble. */
    private static final class Strike implements Command {
        @Override
        public String name() {
            return "strike";
        }

        @Override
        public String synopsis() {
            return "%strike TROUBLE  trouble";
        }

        @Override
        public String help() {
            return "";
        }

        @Override
        public Object run(CommandContext context, String line, String body) {
            return Trouble.valueOf(line).strike();
        }
    }

    private static String strike(Trouble trouble) {
        return "crosscountry.kernel.Trouble." + trouble + ".strike()";
    }

    private static String value(String method) {
        return """
                new Object() {
                %s
                }""".formatted(method);
    }

    private CellException thrown(String cell) throws CellException {
        CellException failure = assertThrows(CellException.class, () -> run(cell), cell);
        assertNotNull(failure.getMessage(), cell);
        assertFalse(failure.traceback().isEmpty() || failure.traceback().get(0).isBlank(), cell);
        assertEquals(2, run("1 + 1"));
        return failure;
    }

    private Thread interruptLater() {
        Thread later = new Thread(() -> {
            try {
                Thread.sleep(1500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            session.interrupt();
        });
        later.start();
        return later;
    }

    @ParameterizedTest
    @EnumSource
    void ofACell(Trouble trouble) throws Exception {
        CellException failure = thrown("""
                int before = 1;
                STRIKE;
                int after = 2;""".replace("STRIKE", strike(trouble)));
        assertTrue(
                String.join("\n", failure.traceback()).contains(failure.kind()),
                failure.traceback().toString());
        assertTrue(session.context().variables().containsKey("before")
                && !session.context().variables().containsKey("after"));
    }

    @ParameterizedTest
    @EnumSource
    void ofACommand(Trouble trouble) throws Exception {
        thrown("%strike " + trouble);
    }

    @ParameterizedTest
    @EnumSource
    void ofAStaticInitialiserThatATraceComesTo(Trouble trouble) throws Exception {
        String cell = """
                %%graph gNUMBER
                class KNUMBER { static final double[] C = {STRIKE}; }
                static double gNUMBER(double x) { return KNUMBER.C[0] * x; }""";
        thrown(cell.replace("NUMBER", "" + trouble.ordinal()).replace("STRIKE", strike(trouble)));
    }

    @ParameterizedTest
    @EnumSource
    void ofAMethodThatIsTraced(Trouble trouble) throws Exception {
        thrown("""
                %%graph h
                static double h(double x) { return x * STRIKE; }""".replace("STRIKE", strike(trouble)));
    }

    @ParameterizedTest
    @EnumSource
    void ofAValueThatIsShown(Trouble trouble) throws Exception {
        String value = value("public String toString() { " + strike(trouble) + "; return \"\"; }");
        Object broken = run(value);
        assertTrue(session.after(() -> session.render(broken))
                .data()
                .get("text/plain")
                .toString()
                .contains("cannot be shown"));
        frontend.shown.clear();
        run("display(" + value + ");");
        assertTrue(frontend.shown.get(0).data().get("text/plain").toString().contains("cannot be shown"));
        run("Object broken" + trouble.ordinal() + " = " + value + ";");
        assertTrue(run("%who").toString().contains("its toString fails"));
        assertTrue(session.assist()
                .inspect("broken" + trouble.ordinal(), 3)
                .orElseThrow()
                .contains("its toString fails"));
        assertTrue(session.context().forget("broken" + trouble.ordinal()));
        assertEquals(2, run("1 + 1"));
    }

    @ParameterizedTest
    @EnumSource
    void ofAThreadThatACellStarts(Trouble trouble) throws Exception {
        frontend.printed.setLength(0);
        run("""
                Thread thread = new Thread(() -> STRIKE, "beside");
                thread.start();
                thread.join();""".replace("STRIKE", strike(trouble)));
        if (trouble != Trouble.DEATH) { // the quiet end of a thread
            assertTrue(frontend.printed.toString().contains("thread beside ended: "), frontend.printed.toString());
        }
        assertEquals(2, run("1 + 1"));
    }

    @ParameterizedTest
    @EnumSource
    void ofTheHashAndTheEqualityOfAnElement(Trouble trouble) throws Exception {
        thrown("new HashSet<>(List.of(" + value("public int hashCode() { return (int) " + strike(trouble) + "; }")
                + "))");
        String equal = value("public boolean equals(Object other) { return " + strike(trouble) + " == 0; }");
        thrown("""
                Object one = %s;
                List.of("other").contains(one)""".formatted(equal));
    }

    @Test
    void aHelperClassWithAStaticTableIsTracedInTheFirstCellOfASession() throws Exception {
        try (Session fresh = new Session(frontend, List.of())) {
            Graph graph = (Graph) fresh.run("""
                            %%graph f
                            class K { static final double[] C = {2, 3}; }
                            static double f(double x) { return K.C[0] * x; }""", "cell").value();
            assertEquals(
                    List.of(Primitive.MUL),
                    graph.vertices().stream().map(vertex -> vertex.primitive()).toList());
        }
    }

    @Test
    void codeThatIsNestedTooDeeplyForTheCompilerIsItsCellsFailure() throws Exception {
        thrown("int deep = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ";");
        thrown("int[] many = {" + "1,".repeat(40_000) + "};");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                class Slow {
                    static double c;
                    static { while (c >= 0) c++; }
                }
                static double f(double x) { return Slow.c * x; }""", """
                class Slow {
                    static double c;
                    static double of() { while (c >= 0) c++; return c; }
                }
                static final double[] C = {Slow.of()};"""})
    void anInterruptEndsWhatATraceOrACellNeverComesOutOf(String code) throws Exception {
        Thread later = interruptLater();
        CellException stopped = assertThrows(CellException.class, () -> run("%%graph f\n" + code));
        later.join();
        assertEquals("Interrupted", stopped.kind());
        assertEquals(2, run("1 + 1"));
    }

    @Test
    void anInterruptEndsAMessageThatDoesNotEnd() throws Exception {
        Thread later = interruptLater();
        CellException stopped = assertThrows(CellException.class, () -> run("""
                        throw new RuntimeException() {
                        public String getMessage() { while (true) {} }
                        };"""));
        later.join();
        assertEquals("Interrupted", stopped.kind());
        assertEquals(2, run("1 + 1"));
    }
}
