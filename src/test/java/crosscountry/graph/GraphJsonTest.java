package crosscountry.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class GraphJsonTest {
    private static final String SMALL = """
            {"inputs": [{"id": 1, "shape": []}, {"id": 2, "shape": [3]}],
             "vertices": [
               {"vertex": 1, "id": 3, "primitive": "sin", "params": {}, "operands": [{"ref": 1}], "shape": []},
               {"vertex": 2, "id": 4, "primitive": "mul", "params": {},
                "operands": [{"ref": 3}, {"ref": 2}], "shape": [3]},
               {"vertex": 3, "id": 5, "primitive": "add", "params": {},
                "operands": [{"ref": 4}, {"literal": 2.0}], "shape": [3]}],
             "outputs": [{"ref": 5}]}""";

    @Test
    void readsASmallGraph() {
        Graph graph = GraphJson.read(SMALL, "small");
        assertEquals(2, graph.inputs().size());
        assertEquals(Primitive.MUL, graph.vertex(2).primitive());
        assertEquals(Shape.of(3), graph.shape(5));
        assertEquals(Operand.Literal.of(2), graph.vertex(3).operands().get(1));
    }

    @Test
    void everyReferenceGraphSurvivesWritingAndReading() {
        for (String task : Reference.TASKS) {
            Graph graph = Reference.graph(task);
            assertEquals(graph, GraphJson.read(GraphJson.write(graph), "another name"));
        }
        for (JsonNode json : Reference.json("random_graphs.json").get("graphs")) {
            Graph graph = GraphJson.read(json, "random");
            assertEquals(graph, GraphJson.read(GraphJson.write(graph), "another name"));
        }
    }

    @Test
    void anOperandFromTheFutureIsNamedWithItsPlace() {
        refused(
                SMALL.replace("\"operands\": [{\"ref\": 1}]", "\"operands\": [{\"ref\": 4}]"),
                "vertices[0].operands[0].ref must be an id that exists before it is read, 1..2; found 4");
    }

    @Test
    void aCycleIsNamedWithItsPlace() {
        refused(
                SMALL.replace("\"operands\": [{\"ref\": 1}]", "\"operands\": [{\"ref\": 3}]"),
                "vertices[0].operands[0].ref");
    }

    @Test
    void anUnknownPrimitiveIsNamedTogetherWithTheKnownOnes() {
        refused(
                SMALL.replace("\"sin\"", "\"sinus\""),
                "vertices[0].primitive: there is no primitive \"sinus\"; primitives are neg, abs");
    }

    @Test
    void aShapeThatDoesNotFitIsNamedWithTheOneThatDoes() {
        refused(
                SMALL.replace("{\"ref\": 2}], \"shape\": [3]", "{\"ref\": 2}], \"shape\": [4]"),
                "vertices[1].shape is [4], but mul of these operands has shape [3]");
        refused(SMALL.replace("\"shape\": [3]}]", "\"shape\": [0]}]"), "inputs[1].shape");
    }

    @Test
    void aMissingFieldIsNamed() {
        refused("{}", "inputs must be a list; it is missing");
        refused(SMALL.replace("\"id\": 4, ", ""), "vertices[1].id must be an integer; it is missing");
        refused(SMALL.replace("\"outputs\"", "\"out\""), "outputs must be a list; it is missing");
    }

    @Test
    void aRepeatedIdIsNamed() {
        refused(SMALL.replace("{\"id\": 2, \"shape\": [3]}", "{\"id\": 1, \"shape\": [3]}"), "inputs[1].id must be 2");
    }

    @Test
    void whatIsNotJsonIsNamedByLineAndColumn() {
        refused("{\"inputs\": [\n oops", "line 2");
        refused("[1, 2]", "one object");
    }

    @Test
    void tenMegabytesOfBracketsAreRefusedInOneSentence() {
        String message = refused("[".repeat(10_000_000), "not a JSON graph");
        assertTrue(message.length() < 400, message);
    }

    @Test
    void aBadEdgeIsNamedWithItsPlace() {
        refused(
                SMALL.replace("\"outputs\"", "\"edges\": [[1, 1, 12, 1, 1, 1, 1]], \"outputs\""),
                "edges[0] must be [source id 1..5");
    }

    private static String refused(String json, String part) {
        String message = assertThrows(GraphException.class, () -> GraphJson.read(json, "bad"))
                .getMessage();
        assertTrue(message.contains(part), message);
        assertTrue(message.lines().count() == 1, message);
        return message;
    }
}
