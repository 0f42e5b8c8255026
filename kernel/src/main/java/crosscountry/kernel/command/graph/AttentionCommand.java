package crosscountry.kernel.command.graph;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.declaration.Whole;
import crosscountry.kernel.command.option.GraphAndOrder;
import crosscountry.kernel.command.option.KeptVariable;
import crosscountry.kernel.command.option.Names;
import crosscountry.network.AttentionGame;
import crosscountry.network.Generalist;
import crosscountry.network.Weights;
import crosscountry.training.TrainedRun;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code %attention}: where a network looks along a game. */
public final class AttentionCommand extends Magic {
    public AttentionCommand() {
        super("%attention");
    }

    @Override
    protected Call call() {
        return new Look();
    }

    @Command(
            description = {
                "Where a network looks, and what it would do.",
                "Attention of every layer and head on the graph and as a matrix, policy and expected cost, along a game"
                        + " with a slider; a table of attention by relation, distance and Markowitz degree, beside an"
                        + " untrained network's. The game is the order's, or the network's own."
            })
    private static final class Look implements Call {
        @Mixin
        private GraphAndOrder words;

        @Option(
                names = "--model",
                paramLabel = "FILE",
                description = "A network's file or a run's folder; the built-in network by default.")
        private Path model;

        @Option(
                names = "--positions",
                paramLabel = "N",
                defaultValue = "12",
                description = "How many are shown, evenly spread along the game.",
                converter = Whole.From1.class)
        private int positions;

        @Mixin
        private KeptVariable kept;

        @Override
        public Object run(CommandContext context, String body) {
            Names names = new Names.OfSession(context);
            Graph graph = words.graph(names);
            Weights weights = model == null ? Generalist.weights() : TrainedRun.model(model);
            Optional<Order> given = words.order(names, graph, CostModel.PUBLISHED);
            AttentionGame game = given.map(played -> AttentionGame.of(graph, weights, played, positions))
                    .orElseGet(() -> AttentionGame.of(graph, weights, positions));
            kept.keep(context, AttentionGame.class, game);
            return game;
        }
    }
}
