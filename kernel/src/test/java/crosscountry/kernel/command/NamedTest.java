package crosscountry.kernel.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.graph.Graph;
import crosscountry.jacobian.Jacobian;
import crosscountry.kernel.shell.SessionFixture;
import crosscountry.task.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose function a name means: f and g are built-in tasks too. */
class NamedTest extends SessionFixture {
    private static final String OTHER = "f is your graph; the built-in task f is meant by task/f\n";

    @Test
    void theUsersGraphWinsOverTheTaskOfItsNameAndThatIsSaidOnce() throws Exception {
        run("""
                %%graph f
                static double f(double x) { return x * x * x; }""");
        assertEquals(12, ((Jacobian) run("%jacobian f --at 2")).matrix()[0][0], 1e-12);
        assertEquals(27, ((Jacobian) run("%jacobian f --at 3")).matrix()[0][0], 1e-12);
        assertEquals(
                1,
                frontend.printed.toString().split(java.util.regex.Pattern.quote(OTHER), -1).length - 1,
                frontend.printed.toString());
        assertEquals(
                Tasks.graph("f").vertices().size(),
                ((Graph) Named.graph(session.context(), "task/f")).vertices().size());
    }

    @Test
    void aMethodWithoutAGraphIsFollowedAndWinsOverTheTask() throws Exception {
        run("""
                double square(double x) { return x * x; }
                static double g(double x, double y) { return square(x) * y; }""");
        double[][] dense = ((Jacobian) run("%jacobian g --at 3,5")).matrix(); // (2xy, x^2)
        assertEquals(List.of(30.0, 9.0), List.of(dense[0][0], dense[0][1]));
        assertEquals("g is your method; the built-in task g is meant by task/g\n", frontend.printed.toString());
    }

    @Test
    void aMethodThatItsNameAloneDoesNotFollowIsRefusedAndNeverTheTaskInstead() throws Exception {
        run("""
                static double f(double[] x) { return x[0]; }
                static int g(int n) { return n; }""");
        assertEquals(
                "f is your method, and not one of doubles alone; %%graph f as the first line of its cell makes its"
                        + " graph, with --size for arrays and --with for other parameters",
                failure("%jacobian f --at 1"));
        assertTrue(failure("%jacobian g --at 1").startsWith("g is your method, and not one of doubles alone"));
        run("""
                %reset f
                static double f(double x) { throw new IllegalStateException("never"); }""");
        assertTrue(
                failure("%jacobian f --at 1").startsWith("f is your method, and its name alone makes no graph: "),
                failure("%jacobian f --at 1"));
    }

    @Test
    void aVariableThatIsNoGraphIsNotTakenForTheTask() throws Exception {
        run("double g = 9.81;");
        assertEquals(
                "g is your variable of type double, which is no graph; the built-in task g is meant by task/g",
                failure("%eliminate g forward"));
        assertEquals(
                Tasks.graph("g").name(),
                Named.graph(session.context(), "task/g").name());
    }

    @Test
    void aWrongNameIsAnsweredWithTheThreeNearest() throws Exception {
        run("""
                %%graph wave
                static double wave(double x) { return Math.sin(x); }
                double waver(double x) { return x; }""");
        assertEquals(
                "\"wavr\" is neither a graph nor a graph file; nearest are wave, waver, corpus/sabr"
                        + " (%graphs lists all)",
                failure("%jacobian wavr --at 1"));
        assertTrue(failure("%jacobian roeflux1d --at 1")
                .startsWith("\"roeflux1d\" is neither a graph nor a graph file; nearest are RoeFlux_1d, RoeFlux_3d, "));
        assertEquals(
                "there is no task \"encodr\"; nearest are Encoder, Hole, Simple",
                failure("%jacobian task/encodr --at 1"));
        assertTrue(
                failure("%commands jacobain").startsWith("there is no command %jacobain; nearest are jacobian, "),
                failure("%commands jacobain"));
        assertTrue(failure("%jacobian corpus/lorenzStop --at 1")
                .startsWith("the corpus has no function \"corpus/lorenzStop\"; nearest are lorenzStep, "));
    }
}
