package crosscountry.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikeliestGameTest {
    /** Likes each vertex as it pleases, and remembers when it was asked. */
    private static final class Whims implements Evaluator {
        private final List<Integer> steps = new ArrayList<>();
        private final SplittableRandom random = new SplittableRandom(3);

        @Override
        public List<Evaluation> evaluate(List<BitsetState> positions) {
            steps.add(positions.get(0).steps());
            float[] logits = new float[positions.get(0).openCount()];
            IntStream.range(0, logits.length).forEach(k -> logits[k] = (float) random.nextDouble());
            return List.of(new Evaluation(logits, 0));
        }

        @Override
        public String name() {
            return "whims";
        }
    }

    private static int[] reversed(int[] order, int from, int to) {
        int[] other = order.clone();
        for (int k = from; k < to; k++) {
            other[k] = order[from + to - 1 - k];
        }
        return other;
    }

    @ParameterizedTest
    @ValueSource(strings = {"RoeFlux_3d", "BlackScholes_Jacobian", "RoeFlux_1d", "Encoder"})
    void whatGoesAtOnceMayGoInAnyOrder(String task) {
        StateTemplate template = StateTemplate.of(Tasks.graph(task), CostModel.PUBLISHED);
        Whims policy = new Whims();
        int[] order = LikeliestGame.play(template, policy, () -> false);
        assertArrayEquals(
                IntStream.range(0, template.size()).toArray(),
                Arrays.stream(order).sorted().toArray());
        assertTrue(policy.steps.size() < template.size());
        BitsetState game = template.start();
        long total = game.total(order);
        for (int k = 0; k < policy.steps.size(); k++) {
            int to = k + 1 < policy.steps.size() ? policy.steps.get(k + 1) : template.size();
            assertEquals(total, game.total(reversed(order, policy.steps.get(k), to)));
        }
    }

    @Test
    void ofASmallPositionOneGoesAtATimeTheLikeliestOrTheFirstOfSeveral() {
        StateTemplate template = StateTemplate.of(Tasks.graph("Lighthouse"), CostModel.PUBLISHED);
        assertArrayEquals(
                IntStream.range(0, template.size()).toArray(),
                LikeliestGame.play(template, new UniformEvaluator(), () -> false));
        Whims policy = new Whims();
        LikeliestGame.play(template, policy, () -> false);
        assertEquals(template.size(), policy.steps.size());
    }

    @Test
    void aStopLeavesWhatWasPlayed() {
        StateTemplate template = StateTemplate.of(Tasks.graph("Lighthouse"), CostModel.PUBLISHED);
        Whims policy = new Whims();
        assertEquals(3, LikeliestGame.play(template, policy, () -> policy.steps.size() == 3).length);
    }
}
