package crosscountry.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.FastGame;
import crosscountry.elimination.state.GameTemplate;
import crosscountry.graph.GraphException;
import crosscountry.search.method.Budget;
import crosscountry.search.method.RunningSearch;
import crosscountry.task.Tasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GumbelSearchTest {
    /** The evaluation of {@code gumbel_reference.py}: arbitrary, and the same in both. */
    private static Evaluation arbitrary(FastGame position) {
        int[] open = new int[position.size()];
        int count = position.open(open);
        float[] logits = new float[count];
        int sum = 0;
        for (int k = 0; k < count; k++) {
            logits[k] = (7 * open[k] + 3 * position.steps()) % 5 / 4f;
            sum += open[k];
        }
        return new Evaluation(logits, 1.5 * count + 0.25 * sum);
    }

    private static RootStatistics searched(GumbelSearch search) {
        while (!search.isReady()) {
            search.accept(
                    search.select().stream().map(GumbelSearchTest::arbitrary).toList());
        }
        return search.statistics();
    }

    /** The stored trees were made by a second program, written from the paper alone. */
    @Test
    void treesAreThoseOfTheReference() throws IOException {
        JsonNode trees =
                new ObjectMapper().readTree(GumbelSearchTest.class.getResourceAsStream("/agent/gumbel_trees.json"));
        assertEquals(10, trees.size());
        for (JsonNode tree : trees) {
            List<int[]> arcs = new ArrayList<>();
            tree.get("arcs")
                    .forEach(arc ->
                            arcs.add(new int[] {arc.get(0).asInt(), arc.get(1).asInt()}));
            int columns = 1
                    + arcs.stream()
                            .mapToInt(arc -> Math.max(arc[0], arc[1]))
                            .max()
                            .orElseThrow();
            JsonNode wanted = tree.get("settings");
            GumbelSettings settings = new GumbelSettings(
                    wanted.get("simulations").asInt(),
                    wanted.get("considered").asInt(),
                    wanted.get("c_visit").asDouble(),
                    wanted.get("c_scale").asDouble(),
                    0,
                    GumbelSettings.Backup.MEAN);
            GameTemplate template = GameTemplate.part(tree.get("size").asInt(), columns, arcs);
            RootStatistics found = searched(new GumbelSearch(template.start(), settings, new SplittableRandom(1)));
            JsonNode expected = tree.get("expected");
            String name = tree.get("name").asText() + " " + settings;
            for (int k = 0; k < found.open().length; k++) {
                assertEquals(expected.get("visits").get(k).asInt(), found.visits()[k], name);
                assertEquals(expected.get("prior").get(k).asDouble(), found.prior()[k], 1e-5, name);
                assertEquals(expected.get("improved").get(k).asDouble(), found.improved()[k], 1e-5, name);
                assertEquals(
                        expected.get("costs").get(k).isNull()
                                ? Double.NaN
                                : expected.get("costs").get(k).asDouble(),
                        found.costs()[k],
                        1e-9,
                        name);
            }
            assertEquals(expected.get("chosen").asInt(), found.chosen(), name);
            assertEquals(expected.get("value").asDouble(), found.value(), 1e-9, name);
        }
    }

    /** Danihelka et al. 2022, figure 1: 16 considered actions and 200 simulations. */
    @Test
    void halvingGivesEachPhaseEquallyManySimulations() {
        assertArrayEquals(new int[] {0, 0, 0, 0, 1, 1, 2, 2}, GumbelSearch.sequence(4, 8));
        int[] sequence = GumbelSearch.sequence(16, 200);
        int[] seen = new int[64];
        Arrays.stream(sequence).forEach(k -> seen[k]++);
        // 16 actions three times, 8 six times, 4 twelve times, then 2 with what is left
        assertEquals(16, seen[0]);
        assertEquals(16, seen[2]);
        assertEquals(8, seen[3]);
        assertEquals(8, seen[8]);
        assertEquals(4, seen[9]);
        assertEquals(4, seen[20]);
        assertEquals(2, seen[21]);
    }

    @Test
    void aPositionIsAskedForOnceHoweverItIsReached() {
        GameTemplate template = GameTemplate.of(Tasks.graph("HumanHeartDipole"), CostModel.PUBLISHED);
        Set<String> asked = new HashSet<>();
        Evaluator evaluator = new Evaluator() {
            @Override
            public String name() {
                return "watched";
            }

            @Override
            public List<Evaluation> evaluate(List<FastGame> positions) {
                for (FastGame position : positions) {
                    StringBuilder key = new StringBuilder();
                    for (int w = 0; w < position.openWords(); w++) {
                        key.append(position.openWord(w)).append(' ');
                    }
                    assertTrue(asked.add(key.toString()), "asked for twice");
                }
                return new HeuristicEvaluator().evaluate(positions);
            }
        };
        GumbelSearch search = new GumbelSearch(template.start(), GumbelSettings.selfPlay(30), new SplittableRandom(5));
        new BatchedGames(evaluator).play(List.of(search), new Ends(new HashMap<>()), () -> false);
        assertTrue(asked.size() > 200);
    }

    /** Keeps the order of each game that ends. */
    private record Ends(Map<Integer, String> orders) implements BatchedGames.Listener {
        @Override
        public void move(int game, FastGame before, RootStatistics statistics) {
            double sum = 0;
            for (int k = 0; k < statistics.open().length; k++) {
                sum += statistics.improved()[k];
            }
            assertEquals(1, sum, 1e-5);
            assertTrue(before.isOpen(statistics.chosen()));
        }

        @Override
        public void end(int game, GumbelSearch search) {
            assertTrue(search.best() <= search.game().spent());
            assertEquals(search.best(), search.game().template().start().total(search.bestOrder()));
            orders.put(game, search.game().order().toString());
        }
    }

    @Test
    void gamesInOneBatchArePlayedAsOneByOne() {
        List<String> tasks = List.of("RobotArm_6DOF", "Perceptron", "Simple", "PropaneCombustion");
        Map<Integer, String> together = new HashMap<>();
        List<GumbelSearch> games = new ArrayList<>();
        for (int k = 0; k < tasks.size(); k++) {
            games.add(new GumbelSearch(
                    FastGame.of(Tasks.graph(tasks.get(k)), CostModel.PUBLISHED),
                    GumbelSettings.selfPlay(8),
                    new SplittableRandom(k)));
        }
        new BatchedGames(new HeuristicEvaluator()).play(games, new Ends(together), () -> false);
        assertEquals(4, together.size());
        for (int k = 0; k < tasks.size(); k++) {
            Map<Integer, String> alone = new HashMap<>();
            GumbelSearch game = new GumbelSearch(
                    FastGame.of(Tasks.graph(tasks.get(k)), CostModel.PUBLISHED),
                    GumbelSettings.selfPlay(8),
                    new SplittableRandom(k));
            new BatchedGames(new HeuristicEvaluator()).play(List.of(game), new Ends(alone), () -> false);
            assertEquals(alone.get(0), together.get(k), tasks.get(k));
        }
        assertNotEquals(together.get(0), together.get(3));
    }

    @Test
    void treesGoOnWhileTheOtherHalfOfTheGamesIsEvaluated() throws Exception {
        ExecutorService beside = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch second = new CountDownLatch(2);
            Evaluator evaluator = new Evaluator() {
                @Override
                public String name() {
                    return "waits for company";
                }

                @Override
                public List<Evaluation> evaluate(List<FastGame> positions) {
                    second.countDown();
                    try {
                        assertTrue(
                                second.await(20, TimeUnit.SECONDS), "one batch was answered before the next was asked");
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return new HeuristicEvaluator().evaluate(positions);
                }
            };
            Map<Integer, String> flying = new HashMap<>();
            Map<Integer, String> plain = new HashMap<>();
            new BatchedGames(evaluator, beside).play(games(), new Ends(flying), () -> false);
            new BatchedGames(new HeuristicEvaluator()).play(games(), new Ends(plain), () -> false);
            assertEquals(3, plain.size());
            assertEquals(plain, flying);
            Evaluator broken = new Evaluator() {
                @Override
                public String name() {
                    return "broken";
                }

                @Override
                public List<Evaluation> evaluate(List<FastGame> positions) {
                    throw new GraphException("broken");
                }
            };
            assertEquals(
                    "broken",
                    assertThrows(
                                    GraphException.class,
                                    () -> new BatchedGames(broken, beside).play(games(), new Ends(plain), () -> false))
                            .getMessage());
        } finally {
            beside.shutdown();
        }
    }

    private static List<GumbelSearch> games() {
        return Stream.of("RobotArm_6DOF", "Perceptron", "Simple")
                .map(task -> new GumbelSearch(
                        FastGame.of(Tasks.graph(task), CostModel.PUBLISHED),
                        GumbelSettings.selfPlay(8),
                        new SplittableRandom(task.length())))
                .toList();
    }

    @Test
    void theMethodFindsWholeOrdersOfTheCostThatItSays() {
        for (String task : List.of("Simple", "RobotArm_6DOF", "Encoder")) {
            for (CostModel rules : List.of(CostModel.PUBLISHED, CostModel.FLOPS)) {
                GameTemplate template = GameTemplate.of(Tasks.graph(task), rules);
                RunningSearch search = RunningSearch.of(template, Budget.evaluations(60), 1);
                new GumbelMethod("gumbel", new UniformEvaluator(), GumbelSettings.selfPlay(8)).run(search);
                assertEquals(
                        search.best().total(),
                        template.start().total(template.indices(search.best().order())),
                        task);
            }
        }
    }
}
