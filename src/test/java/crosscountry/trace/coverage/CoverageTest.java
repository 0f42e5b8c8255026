package crosscountry.trace.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ordinary methods of public libraries and of users, traced; {@link #main} writes docs/coverage.md. */
@Tag("slow")
class CoverageTest {
    private static final int RIGHT = 132;

    @Test
    void everyMethodRunsWithNumbersAndHasDerivativesByDifferences() {
        for (Entry entry : Entry.all()) {
            double[] value = entry.call(entry.point());
            assertTrue(value != null && Arrays.stream(value).allMatch(Double::isFinite), entry.name());
            assertTrue(Arrays.stream(entry.differences()).anyMatch(d -> known(d, value.length)), entry.name());
        }
    }

    private static boolean known(crosscountry.trace.fuzz.Differences differences, int outputs) {
        for (int i = 0; i < outputs; i++) {
            if (differences.derivative(i).isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void methodsOfLibrariesHaveTheirJacobianOrARefusal() throws IOException {
        List<Entry> entries = Entry.all();
        assertTrue(entries.size() >= 120);
        List<Entry.Result> results = entries.stream().map(Entry::result).toList();
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("coverage.md"), table(entries, results));
        Map<String, String> wrong = new TreeMap<>();
        for (int k = 0; k < entries.size(); k++) {
            if (results.get(k) instanceof Entry.Result.Wrong w) {
                wrong.put(entries.get(k).name(), w.detail());
            }
        }
        assertEquals(Map.of(), wrong);
        long right =
                results.stream().filter(Entry.Result.Right.class::isInstance).count();
        assertTrue(right >= RIGHT, right + " are right");
    }

    @Test
    void theDocumentHasARowForEveryMethod() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "docs", "coverage.md")).stream()
                .filter(line -> line.contains(" | "))
                .toList();
        for (Entry entry : Entry.all()) {
            assertTrue(
                    rows.stream()
                            .anyMatch(row -> row.startsWith("| " + entry.library() + " | "
                                    + entry.method().getName() + " | ")),
                    entry.name());
        }
    }

    private static String table(List<Entry> entries, List<Entry.Result> results) {
        long right =
                results.stream().filter(Entry.Result.Right.class::isInstance).count();
        StringBuilder text = new StringBuilder("# Methods that were traced\n\n" + right + " of " + entries.size()
                + " methods give their Jacobian, the others a refusal. Each is in\n"
                + "`src/test/java/crosscountry/trace/coverage` with the point\n"
                + "at which it is traced; `CoverageTest.main` writes this page. The error is\n"
                + "the worst entry's against central differences of the method (known to about 1e-8), "
                + "relative\n"
                + "to 1 or the entry if that is more; entries at a kink or a jump are not known to "
                + "differences.\n\n"
                + "| library | method | result | vertices | entries compared | worst error |\n"
                + "|---|---|---|--:|--:|--:|\n");
        for (int k = 0; k < entries.size(); k++) {
            Entry entry = entries.get(k);
            text.append("| ")
                    .append(entry.library())
                    .append(" | ")
                    .append(entry.method().getName())
                    .append(" | ");
            if (results.get(k) instanceof Entry.Result.Right r) {
                text.append(
                        String.format(Locale.ROOT, "right | %d | %d | %.0e |%n", r.vertices(), r.known(), r.error()));
            } else if (results.get(k) instanceof Entry.Result.Refused r) {
                text.append("refused: ")
                        .append(r.sentence().replace("|", "\\|"))
                        .append(" | | | |\n");
            } else {
                text.append("WRONG: ")
                        .append(((Entry.Result.Wrong) results.get(k)).detail().replace("|", "\\|"))
                        .append(" | | | |\n");
            }
        }
        return text.toString();
    }

    /** Writes the table to a file. */
    public static void main(String[] arguments) throws IOException {
        List<Entry> entries = Entry.all();
        long start = System.nanoTime();
        Files.writeString(
                Path.of(arguments[0]),
                table(entries, entries.stream().map(Entry::result).toList()));
        System.out.printf("%.1f s%n", (System.nanoTime() - start) * 1e-9);
    }
}
