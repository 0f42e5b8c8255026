package crosscountry.kernel.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.graph.Graph;
import crosscountry.jacobian.Jacobian;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.shell.SessionFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Cells after public bug reports of other systems (named at each), each in a fresh session, with the values of the
 * functions.
 */
class CasesTest extends SessionFixture {
    private static void assertJacobian(double value, double[] derivatives, Object result) {
        Jacobian jacobian = (Jacobian) result;
        assertEquals(value, jacobian.outputs()[0], Math.ulp(value));
        assertArrayEquals(derivatives, jacobian.matrix()[0], 1e-15);
    }

    /** openjdk/jdk#10166, dflib/jjava#64. */
    @Test
    void aHelperClassWithAStaticTableStandsInTheFirstCell() throws Exception {
        Graph graph = (Graph) run("""
                %%graph f
                class K { static final double[] C = {2, 3}; }
                static double f(double x) { return K.C[0] * x; }""");
        assertEquals(1, graph.vertices().size());
        assertJacobian(10, new double[] {2}, run("%jacobian f --at 5"));
    }

    /** FluxML/Zygote.jl#147. */
    @Test
    void anArrayIsTheSameAfterItWasAddedToAList() throws Exception {
        run("""
                %%graph f
                static double f(double x, double y) {
                    java.util.List<double[]> rows = new java.util.ArrayList<>();
                    double[] row = new double[2];
                    rows.add(row); row[0] = x; row[1] = y;
                    return rows.get(0)[0] * rows.get(0)[1];
                }""");
        assertJacobian(6, new double[] {3, 2}, run("%jacobian f --at 2,3"));
    }

    /** JuliaDiff/ForwardDiff.jl#480. */
    @Test
    void containsComparesNumbers() throws Exception {
        run("""
                %%graph f --at 2,3
                static double f(double x, double y) {
                    java.util.List<Double> known = java.util.List.of(x, y);
                    return known.contains(2.0) ? x * x : 5 * y;
                }""");
        assertJacobian(4, new double[] {4, 0}, run("%jacobian f --at 2,3"));
        assertJacobian(15, new double[] {0, 5}, run("%jacobian f --at 1,3"));
        assertTrue(frontend.printed.toString().contains("2 same as x at f:4"), frontend.printed.toString());
    }

    /** kaskr/adcomp#362, JuliaDiff FastDifferentiation.jl#35. */
    @Test
    void theOtherSideOfABranchIsAnotherGraph() throws Exception {
        run("""
                %%graph f --at 2
                static double f(double x) { return x > 1 ? x * x : 3 * x; }""");
        assertJacobian(1.5, new double[] {3}, run("%jacobian f --at 0.5 --check"));
        assertTrue(frontend.printed.toString().contains("of the method"), frontend.printed.toString());
        assertJacobian(4, new double[] {4}, run("%jacobian f --at 2 --check"));
    }

    /** jax-ml/jax#14397. */
    @Test
    void aPowerAtZeroZeroHasDerivatives() throws Exception {
        run("""
                %%graph f
                static double f(double x, double y) { return Math.pow(x, y); }""");
        assertJacobian(1, new double[] {0, 0}, run("%jacobian f --at 0,0"));
    }

    /** casadi/casadi#1595. */
    @Test
    void hypotOfLargeAndSmallNumbersNeitherOverflowsNorVanishes() throws Exception {
        run("""
                %%graph f
                static double f(double x, double y) { return Math.hypot(x, y); }""");
        assertJacobian(5e200, new double[] {0.6, 0.8}, run("%jacobian f --at 3e200,4e200"));
        assertJacobian(5e-200, new double[] {0.6, 0.8}, run("%jacobian f --at 3e-200,4e-200"));
    }

    /** FluxML/Tracker.jl#49. */
    @Test
    void aLoopOf1500StepsHasItsPicture() throws Exception {
        Graph graph = (Graph) run("""
                %%graph f
                static double f(double k) {
                    double y = 1;
                    for (int i = 0; i < 1500; i++) y = y + 0.001 * Math.sin(k * y);
                    return y;
                }""");
        assertEquals(6000, graph.vertices().size());
        MimeBundle picture = session.render(graph);
        assertTrue(
                ((String) picture.data().get("image/svg+xml")).contains("1,500 times"),
                () -> String.valueOf(picture.data().get("text/plain")));
        assertTrue(picture.data().get("text/plain").toString().lines().count() <= 60);
    }

    /** scala/scala-dev#283. */
    @Test
    void aSwitchOverAnEnumIsFollowed() throws Exception {
        run("enum Kind { SIN, COS }");
        Graph graph = (Graph) run("""
                        %%graph f --with k=Kind.SIN
                        static double f(double x, Kind k) { return \
                        switch (k) { case SIN -> Math.sin(x); case COS -> Math.cos(x); }; }""");
        assertEquals(
                List.of("sin"),
                graph.vertices().stream()
                        .map(vertex -> vertex.primitive().label())
                        .toList());
    }

    /** jax-ml/jax#16404. */
    @Test
    void theLargestOfAListIsFollowed() throws Exception {
        run("""
                %%graph f --at 2,3
                static double f(double x, double y) { return java.util.Collections.max(java.util.List.of(x, y)); }""");
        assertJacobian(3, new double[] {0, 1}, run("%jacobian f --at 2,3"));
        assertJacobian(5, new double[] {1, 0}, run("%jacobian f --at 5,3"));
    }

    /** openjdk/jdk#5348. */
    @Test
    void aUsersShapeIsTheUsers() throws Exception {
        assertEquals("Circle[r=2.0]", run("""
                sealed interface Shape permits Circle, Square {}
                record Circle(double r) implements Shape {}
                record Square(double s) implements Shape {}
                new Circle(2)""").toString());
    }

    /** apache/netbeans#2609. */
    @Test
    void theImportsOfJshellAreThere() throws Exception {
        assertEquals(42, run("Callable<Integer> c = () -> 42; c.call()"));
    }

    /** padreati/rapaio-jupyter-kernel#67. */
    @Test
    void aLibraryNewerThanTheKernelsWorks() throws Exception {
        run("%maven org.apache.commons:commons-text:1.12.0");
        assertEquals("\\u00E9", run("org.apache.commons.text.StringEscapeUtils.escapeJava(\"\\u00e9\")"));
    }
}
