package crosscountry.kernel.command;

import crosscountry.agent.Agent;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.search.SearchResult;
import crosscountry.search.method.Best;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How an agent is to play: the same in a notebook and on the command line.
 *
 * @param model its file; null for the one that is part of the product
 * @param simulations before each move; null for playing on, then annealing, until the seconds are over
 * @param seconds how long, where the simulations are not given
 */
public record AgentWord(Path model, Integer simulations, double seconds, long seed, int threads) {
    public AgentWord {
        if (simulations != null && simulations < 0) {
            throw new GraphException("--simulations must be 0 or more, not " + simulations);
        }
        if (!(seconds > 0)) {
            throw new GraphException("--seconds must be above 0, not " + seconds);
        }
    }

    public SearchResult play(Graph graph, CostModel rules, BooleanSupplier stopped, Consumer<Best> listener) {
        Agent agent = model == null ? Agent.shipped() : Agent.read(model);
        return (simulations == null ? agent.seconds(seconds) : agent.simulations(simulations))
                .cost(rules)
                .seed(seed)
                .threads(threads)
                .stopWhen(stopped)
                .onBest(listener)
                .search(graph);
    }
}
