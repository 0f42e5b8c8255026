package crosscountry.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.corpus.Corpus;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.Orders;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.network.Generalist;
import crosscountry.search.method.Budget;
import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.SearchOptions;
import crosscountry.task.Tasks;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsembleTest {
    private static final Ensemble SHIPPED = Generalist.ensemble();

    private static long alone(Evaluator agent, StateTemplate template) {
        RunningSearch search = new RunningSearch(
                template,
                SearchOptions.of(Budget.evaluations(1_000_000)).seed(1).threads(2));
        new AgentMethod(agent, 0).run(search);
        assertEquals(search.total(), template.start().total(search.order()));
        return search.total();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RoeFlux_1d", "Perceptron", "HumanHeartDipole"})
    void withoutSearchItIsTheCheapestOfItsMembers(String task) {
        StateTemplate template = StateTemplate.of(Tasks.graph(task), CostModel.PUBLISHED);
        long least = Math.min(
                alone(SHIPPED.score(), template),
                SHIPPED.networks().stream()
                        .mapToLong(network -> alone(network, template))
                        .min()
                        .orElseThrow());
        assertEquals(least, alone(SHIPPED, template));
    }

    @Test
    void itsValueIsTheScoresAndItsPriorTheGeometricMeanOfTheOthers() {
        BitsetState game = StateTemplate.of(Tasks.graph("HumanHeartDipole"), CostModel.PUBLISHED)
                .start();
        float[] other = new float[game.openCount()];
        other[2] = 3;
        Evaluator one = new UniformEvaluator();
        Evaluator two = new Evaluator() {
            @Override
            public List<Evaluation> evaluate(List<BitsetState> positions) {
                return List.of(new Evaluation(other, 7));
            }

            @Override
            public String name() {
                return "two";
            }
        };
        Evaluation evaluation = new Ensemble(SHIPPED.score(), List.of(one, two))
                .evaluate(List.of(game))
                .get(0);
        Evaluation exact = SHIPPED.score().evaluate(List.of(game)).get(0);
        assertEquals(exact.costToGo(), evaluation.costToGo());
        assertArrayEquals(exact.completion(), evaluation.completion());
        assertEquals(1.5, evaluation.logits()[2] - evaluation.logits()[0], 1e-5);
    }

    /** The aim is 95 %; the classical orders are recounted here by the readable game. */
    @Test
    void withoutSearchItIsNoWorseThanTheBestClassicalOrderOnNearlyAllUnseenFunctions() {
        long fine = Corpus.test().stream()
                .filter(name -> {
                    Graph graph = Corpus.graph(name);
                    long classical = List.of(
                                    Orders.forward(graph),
                                    Orders.reverse(graph),
                                    Orders.markowitz(graph, CostModel.PUBLISHED))
                            .stream()
                            .mapToLong(order -> Elimination.run(graph, CostModel.PUBLISHED, order)
                                    .total())
                            .min()
                            .orElseThrow();
                    return alone(SHIPPED, StateTemplate.of(graph, CostModel.PUBLISHED)) <= classical;
                })
                .count();
        assertTrue(
                fine >= 0.95 * Corpus.test().size(),
                fine + " of " + Corpus.test().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RoeFlux_1d", "Encoder"})
    void lookaheadAlongAKnownOrderFindsCheaperOnes(String task) {
        StateTemplate template = StateTemplate.of(Tasks.graph(task), CostModel.PUBLISHED);
        int[] reverse = template.indices(Orders.reverse(template.graph()));
        RunningSearch search = RunningSearch.of(template, Budget.evaluations(1_000_000), 1);
        search.offer(reverse, template.start().total(reverse));
        new Lookahead(SHIPPED.score(), 4).new Pass(search, search.random(1)).follow(reverse, 0);
        assertTrue(search.total() < template.start().total(reverse), task + " " + search.total());
        int[] sorted = search.order();
        assertEquals(search.total(), template.start().total(sorted));
        Arrays.sort(sorted);
        assertArrayEquals(java.util.stream.IntStream.range(0, template.size()).toArray(), sorted);
    }
}
