package crosscountry.kernel.repl;

import crosscountry.elimination.Elimination;
import crosscountry.graph.Graph;
import crosscountry.jacobian.Jacobian;
import crosscountry.kernel.display.cells.Curve;
import crosscountry.kernel.display.cells.JacobianCells;
import crosscountry.kernel.display.graph.GraphCells;
import crosscountry.kernel.display.search.Stairs;
import crosscountry.search.SearchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a terminal shows of values that a notebook draws: layers, curves of dots, blocks. */
final class Pictures {
    private Pictures() {}

    /** Empty for values whose text serves a terminal just as well. */
    static Optional<String> of(Object value, int columns) {
        if (value instanceof Graph graph) {
            return Optional.of(GraphCells.of(graph, columns));
        }
        if (value instanceof Jacobian jacobian) {
            return Optional.of(JacobianCells.of(jacobian, columns));
        }
        if (value instanceof SearchResult result) {
            return Optional.of(best(result).text(columns) + "\n" + result + "\n" + result.order());
        }
        return value instanceof Elimination elimination && !elimination.steps().isEmpty()
                ? Optional.of(spent(elimination).text(columns))
                : Optional.empty();
    }

    private static Curve best(SearchResult result) {
        Stairs stairs = Stairs.of(result.found(), result.seconds());
        return new Curve("best so far, " + result.rules().unit(), "s", stairs.seconds(), stairs.totals());
    }

    private static Curve spent(Elimination elimination) {
        List<Double> steps = new ArrayList<>(List.of(0.0));
        List<Double> sums = new ArrayList<>(List.of(0.0));
        long sum = 0;
        for (long cost : elimination.perStep()) {
            sum = elimination.rules().combine(sum, cost);
            steps.add((double) steps.size());
            sums.add((double) sum);
        }
        return new Curve(
                elimination.graph().name() + ": " + sum + " "
                        + elimination.rules().unit() + ", cost so far",
                "steps",
                steps,
                sums);
    }
}
