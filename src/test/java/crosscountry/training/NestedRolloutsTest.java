package crosscountry.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Reference;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NestedRolloutsTest {
    private final StateTemplate arm = StateTemplate.of(Reference.graph("RobotArm_6DOF"), CostModel.PUBLISHED);

    private double mean(RolloutPolicy policy) {
        SplittableRandom random = new SplittableRandom(3);
        double sum = 0;
        for (int k = 0; k < 50; k++) {
            BitsetState game = arm.start();
            policy.play(game, random);
            sum += game.spent() / 50.0;
        }
        return sum;
    }

    @Test
    void adaptingToAnOrderMakesGamesLikeIt() {
        RolloutPolicy policy = new RolloutPolicy(arm.size());
        policy.restart(1);
        int[] forward = new int[arm.size()];
        java.util.Arrays.setAll(forward, k -> k);
        double before = mean(policy);
        for (int k = 0; k < 30; k++) {
            policy.adapt(arm.start(), forward);
        }
        double far = Math.abs(before - 397);
        assertTrue(
                Math.abs(mean(policy) - 397) < far / 2,
                "forward costs 397; games cost " + before + " before and " + mean(policy) + " after");
    }

    @Test
    void roundsGetCheaperAndTellTrueCosts() {
        NestedRollouts lane = new NestedRollouts(arm, 20, 1, 0);
        long first = lane.round(() -> false).cost();
        NestedRollouts.Round last = null;
        for (int k = 0; k < 18; k++) {
            last = lane.round(() -> false);
        }
        assertEquals(last.cost(), arm.start().total(last.order()));
        assertTrue(last.cost() < first, last.cost() + " after 19 rounds, " + first + " after one");
    }
}
