package crosscountry.jacobian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.graph.Graph;
import crosscountry.trace.Trace;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JacobianTextTest {
    static double[] inverses(double[] x) {
        double[] y = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            y[k] = 1 / x[k];
        }
        return y;
    }

    private static Jacobian at(double... x) throws Exception {
        Graph graph = Trace.method(JacobianTextTest.class.getDeclaredMethod("inverses", double[].class), x.length)
                .graph();
        double[][] matrix = new double[x.length][x.length];
        boolean[][] structure = new boolean[x.length][x.length];
        for (int k = 0; k < x.length; k++) {
            matrix[k][k] = -1 / (x[k] * x[k]);
            structure[k][k] = true;
        }
        return new Jacobian(graph, inverses(x), matrix, structure, 0, 0);
    }

    private static double[] ones(int count) {
        double[] x = new double[count];
        Arrays.fill(x, 1);
        return x;
    }

    @Test
    void aWholeTextSaysNothingOfWhatIsLeftOut() throws Exception {
        assertFalse(at(ones(12)).toString().contains("left out"));
    }

    @Test
    void aCutTextNamesTheRowsAndColumnsThatItLeavesOut() throws Exception {
        Jacobian jacobian = at(ones(30));
        List<String> lines = jacobian.toString().lines().toList();
        List<String> names = jacobian.inputNames();
        List<String> rows = jacobian.outputNames();
        assertEquals(1 + 20 + 2, lines.size());
        assertEquals("left out: 10 of 30 rows, " + rows.get(20) + " to " + rows.get(29), lines.get(21));
        assertEquals("left out: 18 of 30 columns, " + names.get(12) + " to " + names.get(29), lines.get(22));
        assertTrue(
                at(ones(13))
                        .toString()
                        .endsWith("left out: 1 of 13 columns, "
                                + at(ones(13)).inputNames().get(12)),
                at(ones(13)).toString());
    }

    @Test
    void infiniteEntriesAreWordsInTheirCells() throws Exception {
        assertTrue(at(1, 0).toString().lines().toList().get(3).endsWith("  -Infinity"), at(1, 0).toString());
    }

    @Test
    void sparseMatricesSayTheirEntriesAndHowManyTheyLeaveOut() throws Exception {
        Coo small = at(2, Double.NaN).coo();
        assertEquals(
                "2 x 2, 2 entries\n(0, 0)  -0.25\n(1, 1)  NaN", small.toString().replace("\r", ""));
        assertEquals(small.toString(), small.csr().toString());
        String large = at(ones(45)).csr().toString();
        assertEquals(1 + 40 + 1, large.lines().count());
        assertTrue(large.endsWith("left out: 5 entries, in rows 40 to 44"), large);
    }
}
