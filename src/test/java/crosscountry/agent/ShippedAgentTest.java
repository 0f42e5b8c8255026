package crosscountry.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.corpus.Corpus;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.GameTemplate;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.search.method.Budget;
import crosscountry.search.method.RunningSearch;
import crosscountry.task.Tasks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedAgentTest {
    /** What the paper's agents came to, each trained on the one graph (the better of AlphaZero and PPO, peers.md). */
    @ParameterizedTest
    @CsvSource({"RoeFlux_1d,320", "RobotArm_6DOF,231", "HumanHeartDipole,148", "PropaneCombustion,88"})
    void withoutAnySearchItIsNoWorseThanAgentsTrainedOnTheGraph(String task, long published) {
        Graph graph = Tasks.graph(task);
        GameTemplate template = GameTemplate.of(graph, CostModel.PUBLISHED);
        int[] order = ScoreAgent.shipped().greedy(template);
        long total = Elimination.run(graph, CostModel.PUBLISHED, template.order(order))
                .total();
        assertTrue(total <= published, task + " " + total);
    }

    /** A budget of evaluations that takes well under a second, so that no clock decides. */
    @ParameterizedTest
    @CsvSource({"RoeFlux_1d,305", "RobotArm_6DOF,223", "HumanHeartDipole,148", "PropaneCombustion,88"})
    void withSearchItReachesWhatIsAskedOfASecond(String task, long wanted) {
        RunningSearch search =
                RunningSearch.of(GameTemplate.of(Tasks.graph(task), CostModel.PUBLISHED), Budget.evaluations(800), 0);
        new AgentMethod(ScoreAgent.shipped(), AgentMethod.UNLIMITED).run(search);
        assertTrue(search.best().total() <= wanted, task + " " + search.best().total());
    }

    @ParameterizedTest
    @CsvSource({"RoeFlux_1d,305", "RobotArm_6DOF,223", "HumanHeartDipole,148", "PropaneCombustion,88"})
    void annealingGoesOnFromItsBestOrderWithTheOtherHalfOfTheBudget(String task, long wanted) {
        GameTemplate template = GameTemplate.of(Tasks.graph(task), CostModel.PUBLISHED);
        RunningSearch half = RunningSearch.of(template, Budget.evaluations(800), 0);
        new AgentMethod(ScoreAgent.shipped(), AgentMethod.UNLIMITED).run(half);
        RunningSearch whole = RunningSearch.of(template, Budget.evaluations(1600), 0);
        new AgentThenAnnealing(ScoreAgent.shipped()).run(whole);
        assertTrue(
                whole.total() <= half.total() && whole.total() <= wanted,
                task + " " + whole.total() + " after " + half.total());
        assertEquals(whole.total(), template.start().total(whole.order()));
        assertTrue(whole.evaluations() >= 1600 && whole.evaluations() < 2400, String.valueOf(whole.evaluations()));
    }

    @Test
    void itsCommandNamesTheCorpusAndNoTaskIsInTheCorpusItLearnsFrom() {
        assertTrue(AgentModel.shipped().trained().contains("ScoreLessons"));
        for (String field : List.of("Attention", "EulerFluxes", "FreeEnergies", "OptionPrices", "RobotArms")) {
            assertTrue(
                    Corpus.train().stream().noneMatch(name -> Corpus.field(name).equals(field)), field);
        }
    }

    @Test
    void aModelIsReadAsItWasWritten() {
        AgentModel model = AgentModel.shipped().with(2);
        AgentModel again = AgentModel.read(model.json(), "model");
        assertArrayEquals(model.weights(), again.weights());
        assertEquals(2, again.hidden());
        assertTrue(message("{").contains("no JSON"));
        assertTrue(message("{}").contains("\"format\" must be"));
        assertTrue(message(model.json().replace("fill-in", "filling")).contains("other features"));
        assertTrue(message(model.json().replace("\"hidden\":2", "\"hidden\":3")).contains("there must be"));
    }

    private static String message(String json) {
        return assertThrows(GraphException.class, () -> AgentModel.read(json, "the file"))
                .getMessage();
    }

    @Test
    void trainingMakesTheScoreBetterAndIsTheSameOnOneThreadAndOnTwo() {
        ScoreTraining training = new ScoreTraining(List.of(
                GameTemplate.of(Tasks.graph("HumanHeartDipole"), CostModel.PUBLISHED),
                GameTemplate.of(Tasks.graph("Lighthouse"), CostModel.PUBLISHED)));
        AgentModel one = training.train(AgentModel.zero(0), 3, 5, 1, "test", () -> false, line -> {});
        AgentModel two = training.train(AgentModel.zero(0), 3, 5, 2, "test", () -> false, line -> {});
        assertArrayEquals(one.weights(), two.weights());
        assertTrue(training.loss(one) < training.loss(AgentModel.zero(0)));
        assertEquals(
                training.loss(AgentModel.zero(0)),
                training.loss(training.train(AgentModel.zero(0), 3, 5, 1, "test", () -> true, line -> {})));
    }

    @Test
    void aTreeToBeShownAgreesWithItsStatistics() {
        Graph graph = Tasks.graph("Helmholtz");
        SearchTree tree = SearchTree.of(graph, new HeuristicEvaluator(), GumbelSettings.selfPlay(24));
        assertEquals(
                24,
                tree.nodes().stream()
                        .filter(node -> node.depth() == 1)
                        .mapToInt(SearchTree.Node::visits)
                        .sum());
        for (SearchTree.Node node : tree.nodes()) {
            if (node.depth() == 1) {
                int k = tree.vertices().indexOf(node.vertex());
                assertEquals(tree.root().visits()[k], node.visits());
                assertEquals(tree.root().costs()[k], node.total(), 1e-9);
            } else if (node.depth() > 1) {
                assertTrue(node.parent() > 0 && tree.nodes().get(node.parent()).depth() == node.depth() - 1);
            }
        }
    }

    @Test
    void theAblationRunsEveryMethodWithEverySeed() {
        Ablation ablation = Ablation.of(
                Tasks.graph("Helmholtz"), 0.02, 20, 2, Map.of("fresh network", new UniformEvaluator()), () -> false);
        assertEquals(13, ablation.rows().size());
        for (Ablation.Row row : ablation.rows()) {
            assertEquals(2, row.bySeconds().size(), row.method());
            assertTrue(
                    row.byEvaluations().stream().allMatch(total -> total >= 33),
                    row.method()); // 33: the best of all 120 orders
        }
    }
}
