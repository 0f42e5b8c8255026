package crosscountry.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/derivative-conventions.md says what the partials are where there is no derivative. */
class ConventionsTest {
    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(Path.of("../docs/derivative-conventions.md")).stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::trim)
                        .toArray(String[]::new))
                .filter(cells -> cells.length >= 4 && !cells[0].equals("primitive"))
                .toList();
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(", ")).mapToDouble(Double::parseDouble).toArray();
    }

    @TestFactory
    Stream<DynamicTest> partialsAreAsTheDocumentSays() throws IOException {
        return rows().stream()
                .map(cells -> DynamicTest.dynamicTest(cells[0] + " at " + cells[1], () -> {
                    Primitive primitive = Primitive.named(cells[0]).orElseThrow();
                    double[] x = numbers(cells[1]);
                    double[] expected = numbers(cells[2]);
                    assertEquals(x.length, expected.length);
                    double y = primitive.value(Params.NONE, x);
                    for (int k = 0; k < x.length; k++) {
                        assertEquals(
                                0,
                                PrimitiveEdgesTest.ulps(
                                        expected[k],
                                        primitive.partial(Params.NONE, k).at(x, y)),
                                "partial of operand " + k + " is "
                                        + primitive.partial(Params.NONE, k).at(x, y));
                    }
                }));
    }

    @Test
    void everyLimitIsInTheDocument() throws IOException {
        String document = Files.readString(Path.of("../docs/derivative-conventions.md"));
        String limits = document.substring(document.indexOf("## What is not held"));
        assertTrue(rows().size() >= 50, "rows of the table");
        PrimitiveEdgesTest.LIMITS.forEach(limit -> assertTrue(
                limits.contains("| " + limit.primitive() + " |"),
                limit.primitive().label()));
    }
}
