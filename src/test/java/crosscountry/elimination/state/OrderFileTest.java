package crosscountry.elimination.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderFileTest {
    @TempDir
    Path folder;

    private final Graph simple = Reference.graph("Simple");

    private Order parse(String content) throws IOException {
        return Orders.parse(
                Files.writeString(folder.resolve("mine.json"), content).toString(), simple, CostModel.PUBLISHED);
    }

    private void refused(String content, String sentence) {
        assertEquals(
                sentence,
                assertThrows(GraphException.class, () -> parse(content)).getMessage());
    }

    @Test
    void aListOfVerticesIsAnOrder() throws IOException {
        assertEquals(Order.of(2, 1), parse("[2, 1]"));
    }

    @Test
    void whatCountPrintsIsAnOrder() throws IOException {
        assertEquals(
                Order.of(2, 1), parse("{\"graph\":\"Simple\",\"cost\":\"published\",\"order\":[2,1],\"total\":6}"));
    }

    @Test
    void aBadEntryIsNamedWithItsPlace() {
        refused("[2, \"one\"]", "mine.json: entry 1 of the file must be a vertex number; found \"one\"");
        refused("{\"order\":[2.5]}", "mine.json: entry 0 of field order must be a vertex number; found 2.5");
        refused(
                "{\"order\":[1, 99999999999]}",
                "mine.json: entry 1 of field order must be a vertex number; found 99999999999");
    }

    @Test
    void anotherShapeOfFileIsRefused() {
        refused("{\"vertices\":[1]}", "mine.json: field order must be a list of vertex numbers; it is missing");
        refused(
                "{\"order\":\"reverse\"}",
                "mine.json: field order must be a list of vertex numbers; found \"reverse\"");
        refused("7", "mine.json: the file must be a list of vertex numbers; found 7");
        refused("", "mine.json: the file must be a list of vertex numbers; it is missing");
    }

    @Test
    void textThatIsNotJsonIsRefusedWithItsPlace() {
        String sentence =
                assertThrows(GraphException.class, () -> parse("[1,\n2;")).getMessage();
        assertEquals("mine.json is not JSON at line 2, column 2", sentence.substring(0, sentence.indexOf(": ")));
        assertEquals(1, sentence.lines().count());
        String deep = assertThrows(GraphException.class, () -> parse("[".repeat(1_000_000)))
                .getMessage();
        assertEquals(1, deep.lines().count());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        String missing = folder.resolve("none.json").toString();
        String sentence = assertThrows(GraphException.class, () -> Orders.parse(missing, simple, CostModel.PUBLISHED))
                .getMessage();
        assertEquals("there is no order file " + missing, sentence);
    }
}
