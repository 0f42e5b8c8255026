package crosscountry.kernel.cli;

import crosscountry.elimination.Order;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.option.OrderFile;
import crosscountry.search.SearchResult;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command whose answer is an order gives it: into a file, in JSON or in words. */
final class OrderAnswer {
    @Option(names = "--json", description = "One JSON object instead of a line.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** An order that was looked for; the lower bound is 0 where none is known. */
    record Found(
            String graph,
            String cost,
            String method,
            long total,
            List<Integer> order,
            long lowerBound,
            boolean optimal,
            double seconds,
            long evaluations) {
        static Found of(Graph graph, String cost, String method, SearchResult result) {
            return new Found(
                    graph.name(),
                    cost,
                    method,
                    result.total(),
                    result.order().vertices(),
                    result.lowerBound(),
                    result.optimal(),
                    result.seconds(),
                    result.evaluations());
        }
    }

    /**
     * Writes the file, if one was asked for, and answers.
     *
     * @param answer what becomes the JSON object
     * @param words what is printed without --json
     * @return the exit status
     */
    int give(OrderFile file, Graph graph, Order order, Object answer, String words) {
        file.write(graph, order);
        spec.commandLine().getOut().println(json ? Answer.json(answer) : words);
        return 0;
    }
}
