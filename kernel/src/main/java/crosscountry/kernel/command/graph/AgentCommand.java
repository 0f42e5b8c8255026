package crosscountry.kernel.command.graph;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.AgentWord;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.Words;
import crosscountry.search.SearchResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code %agent}: a trained agent orders a graph. */
public final class AgentCommand implements Command {
    @Override
    public String name() {
        return "agent";
    }

    @Override
    public String synopsis() {
        return "%agent GRAPH [--simulations K | --seconds S] [--model FILE] [--seed N] [--threads T] [--cost NAME] [--to NAME] [--write FILE]"
                + "  a trained agent orders a graph that it has never seen";
    }

    @Override
    public String help() {
        return """
                Plays with the agent that is part of the product, or with one from a model file, and shows what it came to.
                  --simulations K  of tree search before each move; 0 for the agent's policy alone
                  --seconds S      half of them its games by lookahead and tree search, then annealing from its best order (1, where neither is given)
                  --model FILE     a learned score (JSON) or a network (safetensors)
                  --seed N         of the random numbers (0)         --threads T   all cores by default
                  --cost NAME      published (default), algebra, multiplications, flops or memory
                  --to NAME        keeps the Order in a variable of this name
                  --write FILE     writes it: .json, .py (a Python list for Graphax) or .dot (with elimination times)""";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        Words words = Words.of(
                "%agent",
                line, Set.of("simulations", "seconds", "model", "seed", "threads", "cost", "to", "write"), Set.of());
        if (words.plain().size() != 1) {
            throw new IllegalArgumentException(
                    "%agent needs one graph: " + synopsis().split("  ")[0]);
        }
        if (words.option("simulations").isPresent() && words.option("seconds").isPresent()) {
            throw new IllegalArgumentException("%agent: --simulations and --seconds exclude each other");
        }
        Graph graph = Named.graph(context, words.plain().get(0));
        CostModel rules = Named.cost(words.option("cost").orElse("published"));
        Integer simulations =
                words.option("simulations").isEmpty() ? null : words.number("%agent", "simulations", 0, 0);
        SearchResult result = new AgentWord(
                        words.option("model").map(Path::of).orElse(null),
                        simulations,
                        SearchCommand.seconds("%agent", words.option("seconds").orElse("1")),
                        words.number("%agent", "seed", 0, Integer.MIN_VALUE),
                        words.number("%agent", "threads", Runtime.getRuntime().availableProcessors(), 1))
                .play(graph, rules, () -> SearchCommand.interrupted(context), best -> {});
        words.option("write").ifPresent(file -> OrderWord.write(graph, result.order(), file));
        words.option("to").ifPresent(to -> context.bind(to, "crosscountry.elimination.Order", result.order()));
        return result;
    }

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        return OrderWord.completions(context, this, argsBeforeCursor);
    }
}
