package crosscountry.kernel.command.graph;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.Tensor;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.Points;
import crosscountry.kernel.command.Words;
import crosscountry.kernel.display.game.EliminationGame;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code %play}: the elimination game on the page. */
public final class PlayCommand implements Command {
    @Override
    public String name() {
        return "play";
    }

    @Override
    public String synopsis() {
        return "%play GRAPH [ORDER] [--at POINT] [--cost NAME] [--to NAME]  eliminate by hand, on the page";
    }

    @Override
    public String help() {
        return """
                The elimination game: click a vertex to eliminate it; replay orders, play against them, ask for hints, take the
                quiz. It works without a kernel too, in a saved notebook or page. An ORDER (numbers with commas between them, a
                JSON file, a variable) is one more to replay and to play against, under its name.
                  --at POINT       where the Jacobian at the end is checked by numbers; else the game finds a point
                  --cost NAME      published (default) or algebra
                  --to NAME        keep the game in a variable of this name; its order() gives the moves""";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        Words words = Words.of("%play", line, Set.of("at", "cost", "to"), Set.of());
        if (words.plain().isEmpty() || words.plain().size() > 2) {
            throw new IllegalArgumentException(
                    "%play needs a graph and at most one order: " + synopsis().split("  ")[0]);
        }
        Graph graph = Named.graph(context, words.plain().get(0));
        CostModel rules = Named.cost(words.option("cost").orElse("published"));
        Map<String, Order> more = new LinkedHashMap<>();
        if (words.plain().size() == 2) {
            String word = words.plain().get(1);
            more.put(word.contains(",") ? "given" : word, OrderWord.read(context, word, graph, rules));
        }
        Optional<double[]> at = words.option("at")
                .map(word -> Points.parse(word, graph).stream()
                        .map(Tensor::data)
                        .flatMapToDouble(Arrays::stream)
                        .toArray());
        EliminationGame game = EliminationGame.of(graph, rules, at, more);
        words.option("to").ifPresent(to -> context.bind(to, "crosscountry.kernel.display.game.EliminationGame", game));
        return game;
    }

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        return OrderWord.completions(context, this, argsBeforeCursor);
    }
}
