package crosscountry.kernel.display.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.graph.Graph;
import crosscountry.jacobian.Jacobian;
import crosscountry.kernel.display.graph.GraphCells;
import crosscountry.task.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures made of characters. */
class CellsTest {
    @Test
    void aDotIsOneOfEightInItsCell() {
        Canvas canvas = new Canvas(2, 1);
        canvas.dot(0, 0);
        canvas.dot(1, 3);
        canvas.dot(3, 0);
        canvas.dot(4, 0); // outside
        assertEquals("\u2881\u2808", canvas.text());
    }

    @Test
    void aDiagonalGoesThroughEveryRowOfDots() {
        Canvas canvas = new Canvas(2, 1);
        canvas.line(0, 0, 3, 3);
        assertEquals("\u2811\u2884", canvas.text()); // dots 1 and 5 of the first cell, 3 and 8 of the second
    }

    @Test
    void textStandsAboveLinesAndEndsWithTheCanvas() {
        Canvas canvas = new Canvas(3, 1);
        canvas.line(0, 0, 5, 0);
        canvas.write(1, 0, "abc");
        assertEquals("\u2809ab", canvas.text());
    }

    @Test
    void aCurveNamesItsLeastAndGreatestValuesAndKeepsToTheTerminal() {
        String text = new Curve("falling", "s", List.of(0.0, 1.0, 2.0), List.of(620.0, 364.0, 295.0)).text(60);
        String[] lines = text.split("\n");
        assertEquals("falling", lines[0]);
        assertTrue(lines[1].startsWith("620 ┤"), text);
        assertTrue(lines[12].startsWith("295 ┤"), text);
        assertTrue(lines[13].endsWith("2 s"), text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 60), text);
    }

    @Test
    void aConstantCurveIsDrawnOnTheAxis() {
        String[] lines = new Curve("flat", "s", List.of(0.0, 1.0), List.of(33.0, 33.0))
                .text(40)
                .split("\n");
        assertTrue(lines[12].contains("⣀⣀⣀"), lines[12]);
    }

    @Test
    void layersHoldWhatIsEquallyFarFromTheInputs() {
        assertEquals(
                List.of("   (x) (y)", " 1 [1 ×←x,y]", " 2 [2 sin←1]", " 3 ⟦3 +←2,1⟧ ⟦4 log←2⟧"),
                GraphCells.of(Tasks.graph("Simple"), 80).lines().skip(1).toList());
    }

    @Test
    void aLayerThatIsWiderThanTheTerminalGoesOnInTheNextLine() {
        Graph graph = Tasks.graph("RoeFlux_1d");
        String narrow = GraphCells.of(graph, 40);
        assertTrue(narrow.lines().skip(1).allMatch(line -> line.length() <= 40), narrow);
        assertEquals(
                101 + 6,
                narrow.chars().filter(c -> c == '[' || c == '⟦' || c == '(').count());
    }

    @Test
    void blocksTellSignSizeAndKindsOfZero() {
        double[][] matrix = {{100, -1, 0, 0}, {Double.NaN, 1e-9, 0, 0}};
        boolean[][] structure = {{true, true, true, false}, {true, true, false, false}};
        Graph graph = Tasks.graph("Lighthouse"); // four inputs, two outputs
        String[] lines = JacobianCells.of(new Jacobian(graph, new double[2], matrix, structure, 0, 0), 80)
                .split("\\R");
        assertEquals("y1 +██-▓▓ 0  · ", lines[1]);
        assertEquals("y2  ! +░░ ·  · ", lines[2]);
    }
}
