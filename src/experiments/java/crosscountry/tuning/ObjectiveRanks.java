package crosscountry.tuning;

import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.graph.Graph;
import crosscountry.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Do counts rank orders as the clock does? Five tasks, 200 orders each by default; writes the numbers of every order to
 * a file.
 */
public final class ObjectiveRanks {
    private ObjectiveRanks() {}

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        Map<String, Object> all = new LinkedHashMap<>();
        for (String task : List.of(
                "RoeFlux_1d", "RobotArm_6DOF", "HumanHeartDipole", "PropaneCombustion", "BlackScholes_Jacobian")) {
            Graph graph = Tasks.graph(task);
            double[] x = new Random(1)
                    .doubles(
                            graph.inputs().stream()
                                    .mapToInt(input -> input.shape().size())
                                    .sum(),
                            0.8,
                            1.2)
                    .toArray();
            ObjectiveStudy study = ObjectiveStudy.of(graph, x, count, 1);
            System.out.println(study);
            all.put(
                    task,
                    Map.of(
                            "spearman",
                                    Map.of(
                                            "multiplications",
                                            study.correlation(ObjectiveStudy.Row::multiplications),
                                            "flops",
                                            study.correlation(ObjectiveStudy.Row::flops),
                                            "memory",
                                            study.correlation(ObjectiveStudy.Row::memory)),
                            "columns", List.of("multiplications", "flops", "memory", "nanos"),
                            "rows",
                                    study.rows().stream()
                                            .map(row -> List.of(
                                                    row.multiplications(),
                                                    row.flops(),
                                                    row.memory(),
                                                    Math.round(row.nanos() * 10) / 10.0))
                                            .toList()));
        }
        Files.writeString(Path.of(arguments[0]), new ObjectMapper().writeValueAsString(all) + "\n");
    }
}
