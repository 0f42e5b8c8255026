package crosscountry.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Vertex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarTasksTest {
    static List<String> names() {
        return ScalarTasks.names();
    }

    private static JsonNode reference(String name) throws IOException {
        return new ObjectMapper().readTree(ScalarTasksTest.class.getResource("/reference/graphs/" + name + ".json"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theTracedGraphIsTheReferenceGraphVertexByVertex(String name) throws IOException {
        JsonNode reference = reference(name);
        Graph graph = ScalarTasks.graph(name);
        assertEquals(reference.get("inputs").size(), graph.inputs().size());
        assertEquals(String.join("\n", withoutConstantVertices(reference)), String.join("\n", lines(graph)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theMethodCalledWithNumbersGivesTheReferenceOutputs(String name) throws IOException {
        for (JsonNode point : reference(name).get("points")) {
            double[] expected = numbers(point.get("outputs"));
            double[] actual = ScalarTasks.call(name, numbers(point.get("inputs")));
            assertEquals(expected.length, actual.length);
            for (int k = 0; k < expected.length; k++) {
                assertEquals(expected[k], actual[k], 1e-12 * Math.max(1, Math.abs(expected[k])), name + " output " + k);
            }
        }
    }

    private static double[] numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .flatMapToDouble(n -> n.isArray()
                        ? java.util.stream.DoubleStream.of(numbers(n))
                        : java.util.stream.DoubleStream.of(n.isNumber() ? n.asDouble() : Double.NaN))
                .toArray();
    }

    private static List<String> lines(Graph graph) {
        List<String> lines = new ArrayList<>();
        for (Vertex v : graph.vertices()) {
            lines.add(v.id() + " " + v.primitive() + (v.params() instanceof Params.IntegerPow p ? p.y() : "") + " "
                    + v.operands().stream().map(ScalarTasksTest::text).toList());
        }
        lines.add(
                "outputs " + graph.outputs().stream().map(ScalarTasksTest::text).toList());
        return lines;
    }

    private static String text(Operand operand) {
        return operand instanceof Operand.Ref ref
                ? "#" + ref.id()
                : "" + ((Operand.Literal) operand).value().data()[0];
    }

    /**
     * The reference as lines; JAX keeps sqrt(2) in BlackScholes as a vertex, here it becomes the literal that it is.
     */
    private static List<String> withoutConstantVertices(JsonNode reference) {
        List<String> names = new ArrayList<>(List.of(""));
        reference.get("inputs").forEach(i -> names.add("#" + names.size()));
        List<String> lines = new ArrayList<>();
        int id = names.size();
        for (JsonNode v : reference.get("vertices")) {
            List<String> operands = operands(v.get("operands"), names);
            String primitive = v.get("primitive").asText();
            if (primitive.equals("sqrt") && !operands.get(0).startsWith("#")) {
                names.add("" + Math.sqrt(Double.parseDouble(operands.get(0))));
                continue;
            }
            lines.add(id + " " + primitive + v.path("params").path("y").asText() + " " + operands);
            names.add("#" + id++);
        }
        lines.add("outputs " + operands(reference.get("outputs"), names));
        return lines;
    }

    private static List<String> operands(JsonNode nodes, List<String> names) {
        List<String> operands = new ArrayList<>();
        for (JsonNode node : nodes) {
            operands.add(
                    node.has("ref")
                            ? names.get(node.get("ref").asInt())
                            : "" + node.get("literal").asDouble());
        }
        return operands;
    }
}
