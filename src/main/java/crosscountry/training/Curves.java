package crosscountry.training;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.Orders;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.search.method.Annealing;
import crosscountry.search.method.Budget;
import crosscountry.search.method.RunningSearch;
import crosscountry.task.Published;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The learning curves of a run on one of its graphs, with baselines.
 *
 * @param rows of that graph alone
 * @param lines costs by name: forward, reverse, Markowitz, a search, and under the published cost what the paper's
 *     authors published
 */
public record Curves(String graph, List<Iteration> rows, Map<String, Long> lines) {
    /** Orders that the search of the comparison tries: a fraction of a second on a graph of a hundred vertices. */
    private static final long ORDERS = 100_000;

    public Curves {
        rows = List.copyOf(rows);
    }

    /** The first graph of a run on disk. */
    public static Curves of(Path folder) {
        return of(folder, RunFolder.open(folder).config().graphs().get(0).name());
    }

    /** A graph of a run on disk, by its name. */
    public static Curves of(Path folder, String name) {
        RunConfig config = RunFolder.open(folder).config();
        Graph graph = config.graphs().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new GraphException("the run in " + folder + " has no graph " + name + "; its graphs are "
                                + config.graphs().stream().map(Graph::name).toList()));
        String inFile = RunFolder.column(name);
        return new Curves(
                name,
                RunFolder.metrics(folder).stream()
                        .filter(row -> row.graph().equals(inFile))
                        .toList(),
                lines(graph, config.rules()));
    }

    /** These curves with other rows. */
    public Curves with(List<Iteration> others) {
        return new Curves(graph, others, lines);
    }

    /** The baselines of a run; the search takes a few tenths of a second. */
    public static Map<String, Long> lines(Graph graph, CostModel rules) {
        StateTemplate template = StateTemplate.of(graph, rules);
        BitsetState game = template.start();
        Map<String, Long> lines = new LinkedHashMap<>();
        lines.put("forward", game.total(template.indices(Orders.forward(graph))));
        lines.put("reverse", game.total(template.indices(Orders.reverse(graph))));
        lines.put("Markowitz", game.total(template.indices(Orders.markowitz(graph, rules))));
        RunningSearch search = RunningSearch.of(template, Budget.evaluations(ORDERS), 0);
        new Annealing().run(search);
        lines.put("annealing, " + ORDERS / 1000 + "k orders", search.total());
        if (rules == CostModel.PUBLISHED) {
            Published.total(graph).ifPresent(total -> lines.put("published", total));
        }
        return lines;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(graph + ": ");
        if (rows.isEmpty()) {
            text.append("no iteration yet");
        } else {
            Iteration last = rows.get(rows.size() - 1);
            text.append("best ")
                    .append(last.best())
                    .append(" after ")
                    .append(Math.round(last.seconds()))
                    .append(" s, network alone ")
                    .append(last.evaluation() == 0 ? "-" : last.evaluation());
        }
        lines.forEach(
                (name, total) -> text.append("; ").append(name).append(' ').append(total));
        return text.toString();
    }
}
