package crosscountry.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.RandomGraphs;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.FastGame;
import crosscountry.elimination.state.GameTemplate;
import crosscountry.graph.Graph;
import crosscountry.search.method.Budget;
import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.SearchOptions;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AgentPropertiesTest {
    @Provide
    Arbitrary<Graph> small() {
        return RandomGraphs.any(8);
    }

    /** The cheapest of all orders, by trying them. */
    private static long cheapest(FastGame game) {
        if (game.done()) {
            return game.spent();
        }
        long least = Long.MAX_VALUE;
        for (int v = 0; v < game.size(); v++) {
            if (game.isOpen(v)) {
                game.eliminate(v);
                least = Math.min(least, cheapest(game));
                game.undo();
            }
        }
        return least;
    }

    @Property(tries = 60)
    void enoughSimulationsFindTheOptimum(@ForAll("small") Graph graph) {
        GameTemplate template = GameTemplate.of(graph, CostModel.PUBLISHED);
        if (template.size() > 7) {
            return;
        }
        long optimum = cheapest(template.start());
        for (Evaluator evaluator : List.of(new UniformEvaluator(), new HeuristicEvaluator())) {
            RunningSearch search = new RunningSearch(
                    template,
                    SearchOptions.of(Budget.evaluations(200_000)).seed(1).threads(1));
            search.raise(optimum);
            new GumbelMethod("gumbel", evaluator, GumbelSettings.selfPlay(64)).run(search);
            assertEquals(optimum, search.best().total(), evaluator.name());
        }
    }

    @Property(tries = 60)
    void scoresAndLookaheadPlayLegalGamesAndNeverBelowTheOptimum(@ForAll("small") Graph graph, @ForAll long seed) {
        GameTemplate template = GameTemplate.of(graph, CostModel.PUBLISHED);
        if (template.size() > 7) {
            return;
        }
        float[] weights = new float[NeuralScore.count(2)];
        java.util.Random random = new java.util.Random(seed);
        for (int k = 0; k < weights.length; k++) {
            weights[k] = (float) random.nextGaussian();
        }
        ScoreAgent agent = new ScoreAgent(new AgentModel(2, weights, "drawn"));
        long greedy = template.start().total(agent.greedy(template));
        RunningSearch search = RunningSearch.of(template, Budget.evaluations(40), 1);
        new Lookahead(agent, 3).run(search);
        assertTrue(search.best().total() <= greedy);
        assertTrue(search.best().total() >= cheapest(template.start()));
        assertEquals(
                search.best().total(),
                template.start().total(template.indices(search.best().order())));
    }
}
