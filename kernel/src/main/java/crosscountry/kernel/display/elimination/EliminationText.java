package crosscountry.kernel.display.elimination;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.Step;
import crosscountry.graph.Graph;
import crosscountry.graph.Source;
import crosscountry.graph.Vertex;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An elimination in words: its total beside the standard orders, then step by step. */
final class EliminationText {
    private static final int STEPS = 120;

    private EliminationText() {}

    static String of(Elimination elimination, List<CountedOrder> standard) {
        Graph graph = elimination.graph();
        StringBuilder text = new StringBuilder(graph.name())
                .append(": ")
                .append(elimination.total())
                .append(" ")
                .append(elimination.rules().unit())
                .append(" (")
                .append(elimination.rules().label())
                .append(") in ")
                .append(elimination.steps().size())
                .append(" steps; ")
                .append(standard.stream()
                        .map(run -> run.name() + " " + run.total())
                        .collect(Collectors.joining(", ")));
        text.append(String.format(
                "%n%5s %7s %-16s %-16s %7s %9s", "step", "vertex", "operation", "source", "cost", "so far"));
        long sum = 0;
        for (int k = 0; k < elimination.steps().size(); k++) {
            Step step = elimination.steps().get(k);
            sum = elimination.rules().combine(sum, step.cost());
            if (k < STEPS) {
                Vertex vertex = graph.vertices().get(step.vertex() - 1);
                text.append(String.format(
                        Locale.ROOT,
                        "%n%5d %7s %-16s %-16s %7d %9d",
                        k + 1,
                        "v" + step.vertex(),
                        vertex.primitive().name().toLowerCase(Locale.ROOT),
                        vertex.source().map(Source::toString).orElse(""),
                        step.cost(),
                        sum));
            }
        }
        return elimination.steps().size() > STEPS
                ? text.append(String.format(
                                "%n... and %d more", elimination.steps().size() - STEPS))
                        .toString()
                : text.toString();
    }
}
