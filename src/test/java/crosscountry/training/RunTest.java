package crosscountry.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.agent.LikeliestGame;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Reference;
import crosscountry.network.DeviceChoice;
import crosscountry.network.Generalist;
import crosscountry.network.JavaNetwork;
import crosscountry.network.NetworkConfig;
import crosscountry.network.NetworkEvaluator;
import crosscountry.network.Weights;
import crosscountry.network.WeightsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    private static final Preset TINY = new Preset(
            "tiny",
            new NetworkConfig(1, 8, 2, 8),
            new Preset.Games(1, 4, 4, 50, 0.1),
            new Preset.Rollouts(2, 2, 5),
            new Preset.Learning(60, 8, 2, 0.25, 1),
            new Preset.Optimizer(1e-3, 4, 100, 1e-3, 1),
            2);
    private static final Preset WITHOUT_ROLLOUTS = new Preset(
            "none",
            TINY.network(),
            new Preset.Games(2, 4, 4, 50, 0.1),
            Preset.Rollouts.NONE,
            new Preset.Learning(60, 8, 2, 0, 1),
            TINY.optimizer(),
            2);

    private static final Preset RASH = TINY.with(new Preset.Optimizer(0.05, 4, 100, 1e-3, 1));

    private static RunConfig config(Preset preset, String... tasks) {
        return new RunConfig(
                Arrays.stream(tasks).map(Reference::graph).toList(), CostModel.PUBLISHED, 7, preset, DeviceChoice.CPU);
    }

    /** A row without the time it took. */
    private static String row(Iteration row) {
        return RunFolder.line(row).replaceFirst(",[^,]*", "");
    }

    private static List<String> iterate(Run run, WorkerPool workers, int times) {
        List<String> rows = new ArrayList<>();
        for (int k = 0; k < times; k++) {
            rows.add(row(run.iterate(workers, Stop.never()).orElseThrow()));
        }
        return rows;
    }

    private static void stoppedAndResumedEqualsUninterrupted(RunConfig config, Path folder) {
        List<String> whole;
        List<String> parts;
        try (WorkerPool two = new WorkerPool(2);
                WorkerPool one = new WorkerPool(1);
                Run uninterrupted = new Run(config, null)) {
            whole = iterate(uninterrupted, two, 7);
            RunFolder disk = RunFolder.create(folder, config);
            try (Run first = new Run(config, null)) {
                parts = iterate(first, one, 4);
                disk.checkpoint(first);
            }
            try (Run second = new Run(RunFolder.open(folder).config(), null)) {
                disk.restore(second);
                parts.addAll(iterate(second, one, 3));
                assertTrue(uninterrupted.weights().same(second.weights()), "weights are equal bit for bit");
                assertTrue(uninterrupted.model().same(second.model()), "and so are those that played best");
                for (int graph = 0; graph < config.graphs().size(); graph++) {
                    assertArrayEquals(uninterrupted.best(graph), second.best(graph));
                }
            }
        }
        assertEquals(whole, parts);
    }

    @Test
    void aRunThatWasStoppedAndResumedEqualsTheUninterruptedOneOnAnyNumberOfThreads(@TempDir Path folder) {
        stoppedAndResumedEqualsUninterrupted(config(TINY, "BlackScholes"), folder.resolve("run"));
    }

    @Test
    void theSameWithSeveralGraphsAndWithoutRolloutPolicies(@TempDir Path folder) {
        stoppedAndResumedEqualsUninterrupted(config(TINY, "Simple", "Encoder", "Helmholtz"), folder.resolve("several"));
        stoppedAndResumedEqualsUninterrupted(config(WITHOUT_ROLLOUTS, "Helmholtz"), folder.resolve("none"));
    }

    @Test
    void aRunGoesOnFromAnotherRunsNetworkOrTheShippedOne(@TempDir Path folder) throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Weights learned = Weights.random(new NetworkConfig(2, 12, 3, 8), 5);
        WeightsFile.write(other.resolve("model"), learned);
        for (Path model : List.of(other, other.resolve("model"))) {
            InitialWeights begin = InitialWeights.of(TINY, Optional.of(model.toString()));
            assertEquals(learned.config(), begin.preset().network());
            assertEquals(TINY, begin.preset().with(TINY.network()));
            try (WorkerPool workers = new WorkerPool(1);
                    Run run = new Run(config(begin.preset(), "Helmholtz"), begin.weights())) {
                assertTrue(run.weights().same(learned));
                iterate(run, workers, 2);
                assertTrue(!run.weights().same(learned), "and learns");
            }
        }
        assertTrue(InitialWeights.of(TINY, Optional.of("generalist")).weights().same(Generalist.weights()));
        assertEquals(
                "the network nowhere.net cannot be read",
                assertThrows(GraphException.class, () -> InitialWeights.of(TINY, Optional.of("nowhere.net")))
                        .getMessage());
    }

    @Test
    void theModelIsTheNetworkThatPlayedBestByItself() {
        try (WorkerPool workers = new WorkerPool(1);
                Run run = new Run(config(RASH, "PropaneCombustion"), null)) {
            long least = Long.MAX_VALUE;
            boolean worse = false;
            for (int k = 0; k < 40; k++) {
                long played = run.iterate(workers, Stop.never()).orElseThrow().evaluation();
                worse |= played > least;
                least = Math.min(least, played);
                StateTemplate template = run.templates().get(0);
                int[] order =
                        LikeliestGame.play(template, new NetworkEvaluator(new JavaNetwork(run.model())), () -> false);
                assertEquals(least, template.start().total(order));
            }
            assertTrue(worse, "a later network played worse, or this says nothing");
        }
    }

    @Test
    void anotherSeedIsAnotherRun() {
        try (WorkerPool workers = new WorkerPool(1);
                Run one = new Run(config(TINY, "BlackScholes"), null);
                Run other = new Run(
                        new RunConfig(
                                config(TINY, "BlackScholes").graphs(), CostModel.PUBLISHED, 8, TINY, DeviceChoice.CPU),
                        null)) {
            iterate(one, workers, 2);
            iterate(other, workers, 2);
            assertTrue(!one.weights().same(other.weights()));
        }
    }

    @Test
    void theBestOrderCostsWhatTheRunSays(@TempDir Path folder) throws IOException {
        Graph graph = Reference.graph("PropaneCombustion");
        Training.Outcome outcome = new Training(0.01, 1, 30, () -> false, row -> {})
                .start(config(TINY, "PropaneCombustion"), null, folder.resolve("run"));
        Training.Best best = outcome.best().get("PropaneCombustion");
        StateTemplate template = StateTemplate.of(graph, CostModel.PUBLISHED);
        assertEquals(template.start().total(template.indices(best.order())), best.total());
        assertEquals(
                best.total(),
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(Files.readString(folder.resolve("run/best.json")))
                        .at("/PropaneCombustion/total")
                        .asLong());
        assertTrue(WeightsFile.read(folder.resolve("run/model")).size() > 1000);
    }

    @Test
    void selfPlayFindsTheProvedOptimumOfASmallGraph() {
        try (WorkerPool workers = new WorkerPool(1);
                Run run = new Run(config(TINY, "Helmholtz"), null)) {
            iterate(run, workers, 6);
            assertEquals(33, run.total(0), "all 120 orders of Helmholtz were looked at: none is cheaper");
        }
    }

    /** Asked a number of times before it says stop. */
    private static Stop after(int questions) {
        AtomicInteger left = new AtomicInteger(questions);
        return new Stop(System.nanoTime() + Long.MAX_VALUE / 2, () -> left.getAndDecrement() <= 0);
    }

    @Test
    void anIterationThatIsCutShortKeepsItsBestAndIsMadeAgainAsIfNothingHadBeen() {
        for (int questions : new int[] {0, 1, 3, 7, 20, 45}) {
            try (WorkerPool workers = new WorkerPool(1);
                    Run whole = new Run(config(TINY, "BlackScholes"), null);
                    Run cut = new Run(config(TINY, "BlackScholes"), null)) {
                iterate(whole, workers, 3);
                iterate(cut, workers, 3);
                Optional<Iteration> none = cut.iterate(workers, after(questions));
                assertTrue(none.isEmpty(), "a stop after " + questions + " questions comes within the iteration");
                assertEquals(3, cut.iteration());
                assertTrue(cut.total(0) <= whole.total(0));
                assertEquals(cut.total(0), cut.templates().get(0).start().total(cut.best(0)));
                assertEquals(iterate(whole, workers, 2), iterate(cut, workers, 2));
                assertTrue(whole.weights().same(cut.weights()));
            }
        }
    }

    @Test
    void aRunThatHasNoTimeStillTellsAnOrder(@TempDir Path folder) {
        Training.Outcome outcome = new Training(1e-9, 1, 30, () -> false, row -> {})
                .start(config(TINY, "Encoder"), null, folder.resolve("run"));
        Training.Best best = outcome.best().get("Encoder");
        StateTemplate template = StateTemplate.of(Reference.graph("Encoder"), CostModel.PUBLISHED);
        assertEquals(template.start().total(template.indices(best.order())), best.total());
    }

    @Test
    void anInterruptedRunThatGoesOnEqualsTheUninterruptedOne(@TempDir Path folder) {
        AtomicInteger left = new AtomicInteger(150);
        new Training(1e6, 1, 30, () -> left.getAndDecrement() <= 0, row -> {})
                .start(config(TINY, "BlackScholes"), null, folder.resolve("run"));
        try (WorkerPool workers = new WorkerPool(1);
                Run resumed = new Run(RunFolder.open(folder.resolve("run")).config(), null);
                Run whole = new Run(config(TINY, "BlackScholes"), null)) {
            RunFolder.open(folder.resolve("run")).restore(resumed);
            int made = (int) resumed.iteration();
            assertTrue(made > 0);
            iterate(whole, workers, made);
            assertEquals(iterate(whole, workers, 2), iterate(resumed, workers, 2));
            assertTrue(whole.weights().same(resumed.weights()));
        }
    }

    /** What the killed process runs: without end, a checkpoint after every iteration. */
    public static final class Endless {
        public static void main(String[] args) {
            new Training(1e9, 1, 0, () -> false, row -> System.out.println(row.iteration()))
                    .start(config(TINY, "BlackScholes"), null, Path.of(args[0]));
        }
    }

    @Test
    void aProcessKilledAtAnyInstantLosesAtMostWhatCameAfterItsCheckpoint(@TempDir Path parent) throws Exception {
        for (int seen : new int[] {1, 6}) {
            Path folder = parent.resolve("run" + seen);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Endless.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            long last = 0;
            try (var lines = process.inputReader()) {
                while (last < seen) {
                    last = Long.parseLong(lines.readLine());
                }
                process.destroyForcibly(); // SIGKILL on Unix
                assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            }
            try (WorkerPool workers = new WorkerPool(1);
                    Run resumed = new Run(RunFolder.open(folder).config(), null);
                    Run uninterrupted = new Run(config(TINY, "BlackScholes"), null)) {
                RunFolder.open(folder).restore(resumed);
                assertTrue(
                        resumed.iteration() >= last,
                        resumed.iteration() + " iterations are in the checkpoint, " + last + " were told");
                RunFolder.open(folder).forgetAfter(resumed.iteration());
                assertEquals(resumed.iteration(), RunFolder.metrics(folder).size());
                iterate(uninterrupted, workers, (int) resumed.iteration());
                assertTrue(uninterrupted.weights().same(resumed.weights()));
            }
        }
    }

    @Test
    void aDamagedCheckpointOrAnotherRunsFolderGetsOneSentence(@TempDir Path folder) throws IOException {
        Path run = folder.resolve("run");
        new Training(0.01, 1, 30, () -> false, row -> {}).start(config(TINY, "Simple"), null, run);
        assertThrows(GraphException.class, () -> RunFolder.create(run, config(TINY, "Simple")));
        assertThrows(GraphException.class, () -> RunFolder.open(folder));
        byte[] bytes = Files.readAllBytes(run.resolve("checkpoint"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(run.resolve("checkpoint"), bytes);
        String message = assertThrows(
                        GraphException.class, () -> new Training(0.01, 1, 30, () -> false, row -> {}).resume(run))
                .getMessage();
        assertTrue(message.contains("damaged") && !message.contains("\n"), message);
    }

    @Test
    void theBestIsNeverWorseThanTheCheapestGame() {
        try (WorkerPool workers = new WorkerPool(1);
                Run run = new Run(config(TINY, "RobotArm_6DOF"), null)) {
            Iteration row = run.iterate(workers, Stop.never()).orElseThrow();
            assertTrue(row.best() <= row.mean() && row.best() <= row.evaluation());
            assertEquals(run.total(0), run.templates().get(0).start().total(run.best(0)));
            assertTrue(
                    Orders.forward(Reference.graph("RobotArm_6DOF")).vertices().size() == run.best(0).length);
        }
    }
}
