package crosscountry.kernel.cli;

import crosscountry.graph.Graph;
import crosscountry.kernel.command.option.AgentOptions;
import crosscountry.kernel.command.option.Names;
import crosscountry.search.SearchResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code agent}: a trained agent orders a graph, at once or with some search of its own. */
@Command(mixinStandardHelpOptions = true)
final class AgentCommand implements Callable<Integer> {
    @Mixin
    private AgentOptions options;

    @Mixin
    private OrderAnswer answer;

    @Override
    public Integer call() {
        String cost = options.cost().rules().label();
        Graph played = options.graph(new Names.BuiltIn());
        SearchResult result = options.play(played, Interrupts.heard());
        return answer.give(
                options.file(),
                played,
                result.order(),
                OrderAnswer.Found.of(played, cost, result.method(), result),
                result + "\n" + result.order());
    }
}
