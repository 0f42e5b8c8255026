package crosscountry.kernel.command.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.kernel.shell.CellException;
import crosscountry.kernel.shell.SessionFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ND4J comes to a session by one command; its files are those that Maven has put on the class path of the tests. */
class Nd4jCommandTest extends SessionFixture {
    @Test
    void arraysOfNd4jAreComputedWith() throws Exception {
        run("%nd4j");
        assertTrue(frontend.printed.toString().contains("added "), frontend.printed.toString());
        run("""
                import org.nd4j.linalg.api.ndarray.INDArray;
                import org.nd4j.linalg.factory.Nd4j;
                import org.nd4j.linalg.api.buffer.DataType;
                import org.nd4j.linalg.indexing.NDArrayIndex;""");
        assertEquals(19.0, run("""
                        INDArray a = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}}); \
                        INDArray b = Nd4j.createFromArray(new double[][] {{5, 6}, {7, 8}}); \
                        a.mmul(b).getDouble(0, 0)"""));
        assertEquals(6.0, run("a.get(NDArrayIndex.all(), NDArrayIndex.point(1)).sumNumber().doubleValue()"));
        assertEquals(
                true,
                run("a.castTo(DataType.FLOAT).add(1).equals(Nd4j.createFromArray(new float[][] {{2, 3}, {4, 5}}))"));
        assertEquals(4.0, run("a.data().asDouble()[3]"));
        assertFalse(frontend.printed.toString().contains("SLF4J"), frontend.printed.toString());
    }

    @Test
    void jacobiansBecomeArraysWhichAreShownAsTables() throws Exception {
        run("%nd4j");
        Object array = run("""
                import crosscountry.jacobian.export.Nd4jArrays;
                Graph graph = Tasks.graph("Simple");
                var plan = Jacobians.of(graph, Orders.reverse(graph));
                Nd4jArrays.of(plan.at(0.7, 1.1))""");
        assertTrue(session.render(array).data().get("text/html").toString().contains("DOUBLE [2, 2]"));
        assertEquals(
                List.of(3L, 2L, 2L),
                run("Arrays.stream(Nd4jArrays.matrices(plan.batch(new double[3][2])).shape()).boxed().toList()"));
    }

    @Test
    void withoutItsCommandItIsNotThere() {
        assertThrows(CellException.class, () -> run("org.nd4j.linalg.factory.Nd4j.zeros(2)"));
        assertEquals(
                2,
                assertThrows(CellException.class, () -> run("%nd4j 2"))
                        .getMessage()
                        .split(";")
                        .length);
    }

    @Test
    void itIsTheVersionThatTheTestsOfTheEngineRunOn() throws Exception {
        assertTrue(Files.readString(Path.of("../pom.xml")).contains("<nd4j.version>" + Nd4jCommand.VERSION + "<"));
    }
}
