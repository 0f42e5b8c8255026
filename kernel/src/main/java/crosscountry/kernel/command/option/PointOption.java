package crosscountry.kernel.command.option;

import crosscountry.graph.Graph;
import crosscountry.graph.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A point of a graph. */
public final class PointOption {
    @Option(
            names = "--at",
            paramLabel = "POINT",
            description =
                    "The point: numbers with commas between them, or a JSON file with one (nested) list an input; in"
                            + " a notebook, a double[] variable too.",
            completionCandidates = Completing.Points.class)
    private String word;

    /** The point, if one was given, as one value an input. */
    public Optional<List<Tensor>> point(Names names, Graph graph) {
        return Optional.ofNullable(word).map(given -> names.point(given, graph));
    }

    /** The point, if one was given, as its numbers in a row. */
    public Optional<double[]> numbers(Names names, Graph graph) {
        return point(names, graph).map(PointOption::numbers);
    }

    /** The numbers of a point in a row. */
    public static double[] numbers(List<Tensor> point) {
        return point.stream()
                .flatMapToDouble(value -> Arrays.stream(value.data()))
                .toArray();
    }
}
