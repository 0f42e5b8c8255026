package crosscountry.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.agent.Evaluation;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.FastGame;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Reference;
import crosscountry.trace.Trace;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTest {
    private static final NetworkConfig SMALL = new NetworkConfig(2, 16, 2, 24);
    private static final Network NETWORK = Network.of(busy(SMALL, 5), DeviceChoice.CPU);

    @AfterAll
    static void free() {
        NETWORK.close();
    }

    /** Weights without a zero, so that everything has influence. */
    static Weights busy(NetworkConfig config, long seed) {
        Weights weights = Weights.random(config, seed);
        SplittableRandom random = new SplittableRandom(seed);
        weights.arrays().values().forEach(array -> {
            for (int k = 0; k < array.values().length; k++) {
                array.values()[k] += (float) (0.2 * random.nextGaussian());
            }
        });
        return weights;
    }

    private static FastGame game(Graph graph, int... eliminated) {
        FastGame game = FastGame.of(graph, CostModel.PUBLISHED);
        Arrays.stream(eliminated)
                .forEach(vertex -> game.eliminate(game.template().index(vertex)));
        return game;
    }

    /** A position of a reference graph after some random moves. */
    private static FastGame played(String task, int moves, long seed) {
        FastGame game = FastGame.of(Reference.graph(task), CostModel.PUBLISHED);
        SplittableRandom random = new SplittableRandom(seed);
        int[] open = new int[game.size()];
        for (int k = 0; k < moves; k++) {
            game.eliminate(open[random.nextInt(game.open(open))]);
        }
        return game;
    }

    private static Model.Answer ask(FastGame game) {
        return NETWORK.ask(List.of(tokens(game))).get(0);
    }

    private static Tokens tokens(FastGame game) {
        return Tokens.of(game, Landmarks.of(game.template()));
    }

    @Test
    void twoFunctionsWrittenInAnotherOrderHaveThePolicyPermutedAndTheValueEqual() {
        Graph one = Trace.of((x, y) -> {
            double a = Math.sin(x * y);
            double b = Math.exp(y);
            return new double[] {a * b, a / b + x};
        });
        Graph other = Trace.of((x, y) -> {
            double b = Math.exp(y);
            double a = Math.sin(x * y);
            double c = a / b;
            return new double[] {a * b, c + x};
        });
        // one: 1 xy, 2 sin, 3 exp, 4 ab, 5 a/b, 6 +; other: 1 exp, 2 xy, 3 sin, 4 a/b, 5 ab, 6 +
        Model.Answer first = ask(game(one));
        Model.Answer second = ask(game(other));
        int[] there = {1, 2, 0, 3};
        for (int k = 0; k < 4; k++) {
            assertEquals(first.logits()[k], second.logits()[there[k]], 1e-5);
        }
        assertEquals(first.value(), second.value(), 1e-5);
        assertNotEquals(first.logits()[0], first.logits()[1], 1e-4, "vertices differ at all");
    }

    @Test
    void renumberingPermutesThePolicyAndLeavesTheValue() {
        for (String task : List.of("RoeFlux_1d", "Encoder", "g")) {
            Tokens tokens = tokens(played(task, 20, 3));
            List<Integer> open =
                    new ArrayList<>(IntStream.range(0, tokens.open()).boxed().toList());
            List<Integer> others = new ArrayList<>(
                    IntStream.range(tokens.open(), tokens.count()).boxed().toList());
            Collections.shuffle(open, new Random(1));
            Collections.shuffle(others, new Random(2));
            open.addAll(others);
            int[] order = open.stream().mapToInt(k -> k).toArray();
            Model.Answer plain = NETWORK.ask(List.of(tokens)).get(0);
            Model.Answer permuted = NETWORK.ask(List.of(tokens.permuted(order))).get(0);
            for (int k = 0; k < tokens.open(); k++) {
                assertEquals(plain.logits()[order[k]], permuted.logits()[k], 1e-4, task);
            }
            assertEquals(plain.value(), permuted.value(), 1e-4, task);
        }
    }

    @Test
    void anEliminatedVertexHasNoInfluence() {
        Graph without = Trace.of((x, y) -> new double[] {Math.exp(Math.sin(x * y)) * y, Math.sqrt(x)});
        Graph with =
                Trace.of((x, y) -> new double[] {Math.exp(-Math.sin(x * y)) * y, Math.sqrt(x)}); // vertex 3 is the sign
        assertEquals(
                tokens(game(without)).relations().length, tokens(game(with, 3)).relations().length);
        Model.Answer expected = ask(game(without));
        Model.Answer actual = ask(game(with, 3));
        assertArrayEquals(expected.logits(), actual.logits(), 1e-5f);
        assertEquals(expected.value(), actual.value(), 1e-5);
        assertNotEquals(expected.value(), ask(game(with)).value(), 1e-5, "a standing vertex has influence");
    }

    @Test
    void howAPositionOfScalarsWasReachedHasNoInfluence() {
        assertEquals(
                tokens(game(Reference.graph("RobotArm_6DOF"), 4, 9, 5)),
                tokens(game(Reference.graph("RobotArm_6DOF"), 9, 5, 4)));
    }

    @Test
    void aBatchOfDifferentGraphsEqualsOneByOne() {
        List<FastGame> games = List.of(
                played("RoeFlux_1d", 0, 1),
                played("Helmholtz", 1, 1),
                played("Perceptron", 10, 2),
                played("RoeFlux_1d", 60, 1));
        List<Model.Answer> together =
                NETWORK.ask(games.stream().map(NetworkTest::tokens).toList());
        for (int k = 0; k < games.size(); k++) {
            Model.Answer alone = ask(games.get(k));
            assertArrayEquals(alone.logits(), together.get(k).logits(), 1e-4f);
            assertEquals(alone.value(), together.get(k).value(), 1e-4);
        }
    }

    @Test
    void theEvaluatorScalesAMarkowitzGame() {
        FastGame game = played("RoeFlux_1d", 0, 1);
        assertEquals(
                Reference.json("counts.json").at("/RoeFlux_1d/markowitz/total").asLong(407), game.markowitzCostToGo());
        Evaluation evaluation =
                new NetworkEvaluator(NETWORK).evaluate(List.of(game)).get(0);
        assertEquals(407 * Math.exp(Math.max(-2, Math.min(1, ask(game).value()))), evaluation.costToGo(), 0.1);
        assertEquals(game.openCount(), evaluation.logits().length);
        assertEquals(0, game.steps(), "the position stays as it is");
    }

    @Test
    void attentionIsADistributionOverTheTokens() {
        FastGame game = played("RobotArm_6DOF", 30, 4);
        Model.Attention attention = NETWORK.attention(tokens(game));
        assertEquals(2, attention.weights().length);
        assertEquals(2, attention.weights()[0].length);
        for (float[][][] layer : attention.weights()) {
            for (float[][] head : layer) {
                for (float[] row : head) {
                    assertEquals(attention.ids().length, row.length);
                    double sum = 0;
                    for (float weight : row) {
                        sum += weight;
                    }
                    assertEquals(1, sum, 1e-4);
                }
            }
        }
    }

    @Test
    void gradientsAreThoseOfFiniteDifferences() {
        Weights weights = busy(new NetworkConfig(1, 8, 2, 8), 7);
        Tokens tokens = tokens(played("Helmholtz", 0, 1));
        float[] policy = new float[tokens.open()];
        policy[0] = 0.7f;
        policy[tokens.open() - 1] = 0.3f;
        List<Network.Sample> samples = List.of(
                new Network.Sample(tokens, policy, -0.2f),
                new Network.Sample(tokens(played("Simple", 1, 1)), new float[] {1}, 0.1f));
        Map<String, float[]> gradients =
                Network.learn(weights, samples, 0.5, DeviceChoice.CPU).gradients();
        for (String name : weights.arrays().keySet()) {
            float[] values = weights.values(name);
            int at = values.length / 2;
            double step = 1e-2;
            float kept = values[at];
            values[at] = (float) (kept + step);
            Network.Lesson above = Network.learn(weights, samples, 0.5, DeviceChoice.CPU);
            values[at] = (float) (kept - step);
            Network.Lesson below = Network.learn(weights, samples, 0.5, DeviceChoice.CPU);
            values[at] = kept;
            double slope = (above.policy() + 0.5 * above.value() - below.policy() - 0.5 * below.value()) / (2 * step);
            assertEquals(slope, gradients.get(name)[at], 2e-3 + 0.02 * Math.abs(slope), name);
        }
    }

    @Test
    void gradientsDoNotDependOnWhatElseUsesMemory() throws InterruptedException {
        Weights weights = busy(SMALL, 9);
        List<Network.Sample> samples = new ArrayList<>();
        for (int k = 0; k < 64; k++) {
            Tokens tokens = tokens(played("RoeFlux_1d", k, k % 9));
            float[] policy = new float[tokens.open()];
            policy[k % policy.length] = 1;
            samples.add(new Network.Sample(tokens, policy, 0.1f));
        }
        AtomicBoolean ended = new AtomicBoolean();
        Thread busy = new Thread(() -> {
            while (!ended.get()) {
                System.gc();
                for (int k = 0; k < 2000; k++) {
                    ByteBuffer.allocateDirect(4).putFloat(0, 1e20f);
                }
            }
        });
        Map<String, float[]> quiet =
                Network.learn(weights, samples, 0.5, DeviceChoice.CPU).gradients();
        busy.start();
        try {
            for (int k = 0; k < 8; k++) {
                Network.learn(weights, samples, 0.5, DeviceChoice.CPU)
                        .gradients()
                        .forEach((name, gradient) -> assertArrayEquals(quiet.get(name), gradient, 1e-3f, name));
            }
        } finally {
            ended.set(true);
            busy.join();
        }
    }

    @Test
    void weightsSurviveTheirFile(@TempDir Path folder) {
        Weights weights = busy(SMALL, 11);
        WeightsFile.write(folder.resolve("net"), weights);
        assertTrue(weights.same(WeightsFile.read(folder.resolve("net"))));
    }

    @Test
    void aWrongFileGetsOneSentence(@TempDir Path folder) throws Exception {
        byte[] good = WeightsFile.bytes(Weights.random(SMALL, 1));
        Map<String, byte[]> wrong = Map.of(
                "is no network file", "something else".getBytes(),
                "it ends within", Arrays.copyOf(good, good.length - 9),
                "bytes too many", Arrays.copyOf(good, good.length + 3),
                "its header", Arrays.copyOf(good, 30));
        for (Map.Entry<String, byte[]> one : wrong.entrySet()) {
            Path file = Files.write(folder.resolve("net"), one.getValue());
            String message = assertThrows(GraphException.class, () -> WeightsFile.read(file))
                    .getMessage();
            assertTrue(message.contains(one.getKey()) && !message.contains("\n"), message);
        }
        String text = new String(good, java.nio.charset.StandardCharsets.ISO_8859_1);
        for (String[] change : new String[][] {
            {"\"format\":1", "\"format\":9"}, {"\"features\":22", "\"features\":21"}, {"\"width\":16", "\"width\":18"}
        }) {
            Path file = Files.write(
                    folder.resolve("net"),
                    text.replace(change[0], change[1]).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            assertThrows(GraphException.class, () -> WeightsFile.read(file), change[1]);
        }
        assertThrows(GraphException.class, () -> WeightsFile.read(folder.resolve("missing")));
    }
}
