package crosscountry.kernel.command;

import crosscountry.agent.AgentMethod;
import crosscountry.agent.AgentThenAnnealing;
import crosscountry.agent.Agents;
import crosscountry.agent.Evaluator;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.network.Generalist;
import crosscountry.search.Best;
import crosscountry.search.Budget;
import crosscountry.search.SearchMethod;
import crosscountry.search.SearchResult;
import crosscountry.search.Solver;
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
    private static final int MOST_VERTICES = 4000;

    public AgentWord {
        if (simulations != null && simulations < 0) {
            throw new GraphException("--simulations must be 0 or more, not " + simulations);
        }
        if (!(seconds > 0)) {
            throw new GraphException("--seconds must be above 0, not " + seconds);
        }
    }

    /** Tree search before each move asks too often for networks (docs/experiments.md). */
    private boolean suitsNetworks(Graph graph, CostModel rules) {
        return (simulations == null || simulations == 0) && rules == CostModel.PUBLISHED && Generalist.suits(graph);
    }

    public SearchResult play(Graph graph, CostModel rules, BooleanSupplier stopped, Consumer<Best> listener) {
        if (graph.vertices().size() > MOST_VERTICES) {
            throw new GraphException(graph.name() + " has " + graph.vertices().size()
                    + " vertices; an agent plays graphs of up to " + MOST_VERTICES + ", search plays larger ones");
        }
        Evaluator evaluator = model != null
                ? Agents.read(model)
                : suitsNetworks(graph, rules) ? Generalist.committee() : Agents.shipped();
        SearchMethod method =
                simulations == null ? new AgentThenAnnealing(evaluator) : new AgentMethod(evaluator, simulations);
        // a limit of evaluations, however high, tells the solver to leave the bound as it is: all cores are the agent's
        Budget budget = new Budget(simulations == null ? (long) (seconds * 1e9) : Long.MAX_VALUE, Long.MAX_VALUE - 1);
        return new Solver(method, budget, seed, threads, stopped, listener).solve(graph, rules);
    }
}
