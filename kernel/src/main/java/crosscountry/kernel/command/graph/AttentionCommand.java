package crosscountry.kernel.command.graph;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.Words;
import crosscountry.network.AttentionGame;
import crosscountry.network.Generalist;
import crosscountry.network.Weights;
import crosscountry.training.TrainedRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code %attention}: where a network looks along a game. */
public final class AttentionCommand implements Command {
    private static final int POSITIONS = 12;

    @Override
    public String name() {
        return "attention";
    }

    @Override
    public String synopsis() {
        return "%attention GRAPH [--model FILE] [--order ORDER] [--positions N] [--to NAME]  where a network looks, and what it would do";
    }

    @Override
    public String help() {
        return """
                Attention of every layer and head on the graph and as a matrix, policy and expected cost, along a game with a slider; a
                table of attention by relation, distance and Markowitz degree, beside an untrained network's.
                  --model FILE      a network's file or a run's folder; the network that is part of the product by default
                  --order ORDER     the game; the network's own by default
                  --positions N     shown, evenly spread along the game (12)
                  --to NAME         keeps the AttentionGame in a variable of this name""";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        Words words = Words.of("%attention", line, Set.of("model", "order", "positions", "to"), Set.of());
        if (words.plain().size() != 1) {
            throw new IllegalArgumentException(
                    "%attention needs one graph: " + synopsis().split("  ")[0]);
        }
        Graph graph = Named.graph(context, words.plain().get(0));
        Weights weights =
                words.option("model").map(Path::of).map(TrainedRun::model).orElseGet(Generalist::weights);
        int positions = words.number("%attention", "positions", POSITIONS, 1);
        AttentionGame game = words.option("order").isPresent()
                ? AttentionGame.of(
                        graph,
                        weights,
                        OrderWord.read(context, words.option("order").get(), graph, CostModel.PUBLISHED),
                        positions)
                : AttentionGame.of(graph, weights, positions);
        words.option("to").ifPresent(to -> context.bind(to, "crosscountry.network.AttentionGame", game));
        return game;
    }

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        return OrderWord.completions(context, this, argsBeforeCursor);
    }
}
