package crosscountry.kernel.command.graph;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.option.CostOption;
import crosscountry.kernel.command.option.GraphAndOrder;
import crosscountry.kernel.command.option.KeptVariable;
import crosscountry.kernel.command.option.Names;
import crosscountry.kernel.command.option.PointOption;
import crosscountry.kernel.display.game.EliminationGame;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code %play}: the elimination game on the page. */
public final class PlayCommand extends Magic {
    public PlayCommand() {
        super("%play");
    }

    @Override
    protected Call call() {
        return new Play();
    }

    @Command(
            description = {
                "Eliminates by hand, on the page.",
                "The elimination game: click a vertex to eliminate it; replay orders, play against them, ask for hints,"
                        + " take the quiz. It works without a kernel too, in a saved notebook or page. An order is one"
                        + " more to replay and to play against, under its name. At the point, the Jacobian at the end"
                        + " is checked by numbers; else the game finds one. The game goes by the costs published and"
                        + " algebra; kept in a variable, its order() gives the moves."
            })
    private static final class Play implements Call {
        @Mixin
        private GraphAndOrder words;

        @Mixin
        private PointOption at;

        @Mixin
        private CostOption cost;

        @Mixin
        private KeptVariable kept;

        @Override
        public Object run(CommandContext context, String body) {
            Names names = new Names.OfSession(context);
            Graph graph = words.graph(names);
            CostModel rules = cost.rules();
            Map<String, Order> more = words.order(names, graph, rules)
                    .map(given -> Map.of(name(), given))
                    .orElseGet(Map::of);
            EliminationGame game = EliminationGame.of(graph, rules, at.numbers(names, graph), more);
            kept.keep(context, EliminationGame.class, game);
            return game;
        }

        private String name() {
            String given = words.word().orElseThrow();
            return given.contains(",") ? "given" : given;
        }
    }
}
