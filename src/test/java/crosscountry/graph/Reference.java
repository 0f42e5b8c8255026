package crosscountry.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** The reference data among the test resources. */
public final class Reference {
    public static final List<String> TASKS = List.of(
            "BlackScholes",
            "BlackScholes_Jacobian",
            "CloudSchemes_step",
            "Encoder",
            "FreeEnergy",
            "Helmholtz",
            "Hole",
            "HumanHeartDipole",
            "Lighthouse",
            "Perceptron",
            "PropaneCombustion",
            "RobotArm_6DOF",
            "RoeFlux_1d",
            "RoeFlux_3d",
            "Simple",
            "f",
            "g");

    private Reference() {}

    public static JsonNode json(String path) {
        try (InputStream in = Reference.class.getResourceAsStream("/reference/" + path)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Graph graph(String task) {
        return GraphJson.read(json("graphs/" + task + ".json"), task);
    }

    /** The numbers of a list, flattened in order. */
    public static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = list.get(k).isNumber() ? list.get(k).asDouble() : Double.NaN;
        }
        return numbers;
    }

    /** The inputs of a reference point, flattened in order. */
    public static double[] flat(Graph graph, JsonNode point) {
        return inputs(graph, point).stream()
                .flatMapToDouble(value -> Arrays.stream(value.data()))
                .toArray();
    }

    /** The inputs of a reference point. */
    public static List<Tensor> inputs(Graph graph, JsonNode point) {
        return graph.inputs().stream()
                .map(input ->
                        new Tensor(input.shape(), numbers(point.get("inputs").get(input.id() - 1))))
                .toList();
    }
}
