package crosscountry.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import crosscountry.agent.Evaluator;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.FastGame;
import crosscountry.graph.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain Java says what PyTorch says. */
class JavaNetworkTest {
    private static List<Tokens> positions() {
        List<Tokens> positions = new ArrayList<>();
        for (String task : List.of("Simple", "RoeFlux_1d", "RobotArm_6DOF", "Encoder", "f", "RoeFlux_3d")) {
            FastGame game = FastGame.of(Reference.graph(task), CostModel.PUBLISHED);
            Landmarks landmarks = Landmarks.of(game.template());
            SplittableRandom random = new SplittableRandom(task.length());
            int[] open = new int[game.size()];
            for (int part = 0; part < 3 && !game.done(); part++) {
                positions.add(Tokens.of(game, landmarks));
                for (int k = 0; k < game.size() / 3; k++) {
                    game.eliminate(open[random.nextInt(game.open(open))]);
                }
            }
        }
        return positions;
    }

    private static void bothAgree(Weights weights) {
        try (Network torch = Network.of(weights, DeviceChoice.CPU);
                Model java = new JavaNetwork(weights)) {
            List<Tokens> positions = positions();
            List<Model.Answer> actual = java.ask(positions);
            for (int k = 0; k < positions.size(); k++) {
                Model.Answer expected = torch.ask(List.of(positions.get(k))).get(0);
                double largest = 1; // logits are sums of terms that large, in both with 24 bits
                for (float logit : expected.logits()) {
                    largest = Math.max(largest, Math.abs(logit));
                }
                assertArrayEquals(expected.logits(), actual.get(k).logits(), (float) (1e-5 * largest));
                assertEquals(expected.value(), actual.get(k).value(), 1e-5);
            }
        }
    }

    @Test
    void answersOfTheShippedNetworkAreThoseOfPyTorch() {
        bothAgree(Generalist.weights());
    }

    @Test
    void answersOfOtherSizesAreThoseOfPyTorch() {
        bothAgree(NetworkTest.busy(new NetworkConfig(1, 9, 3, 7), 3));
        bothAgree(NetworkTest.busy(new NetworkConfig(2, 32, 4, 64), 4));
    }

    @Test
    void attentionIsThatOfPyTorch() {
        Weights weights = Generalist.weights();
        try (Network torch = Network.of(weights, DeviceChoice.CPU);
                Model java = new JavaNetwork(weights)) {
            for (Tokens position : positions().subList(0, 5)) {
                float[][][][] expected = torch.attention(position).weights();
                float[][][][] actual = java.attention(position).weights();
                for (int layer = 0; layer < expected.length; layer++) {
                    for (int head = 0; head < expected[layer].length; head++) {
                        for (int token = 0; token < position.count(); token++) {
                            assertArrayEquals(expected[layer][head][token], actual[layer][head][token], 1e-5f);
                        }
                    }
                }
            }
        }
    }

    @Test
    void powersAreThoseOfTheLibrary() {
        float[] row = new float[8801];
        for (int k = 0; k < row.length; k++) {
            row[k] = -k / 100f;
        }
        float[] powers = row.clone();
        Rows.exp(powers, new float[row.length]);
        for (int k = 0; k < row.length; k++) {
            assertEquals(Math.exp(row[k]), powers[k], 3e-7 * Math.exp(row[k]) + 2e-38);
        }
    }

    @Test
    void aNetworkInAFileIsAnAgentWithoutPyTorch(@TempDir Path folder) {
        WeightsFile.write(folder.resolve("net"), Generalist.weights());
        Evaluator agent = Evaluator.read(folder.resolve("net"));
        assertEquals(JavaNetwork.class, ((NetworkEvaluator) agent).network().getClass());
    }
}
