package crosscountry.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosscountry.network.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdamWTest {
    private static final Preset PRESET = Preset.named("laptop");

    private static Map<String, float[]> gradients(Weights weights, float each) {
        Map<String, float[]> gradients = new LinkedHashMap<>();
        weights.arrays().forEach((name, array) -> {
            float[] gradient = new float[array.values().length];
            java.util.Arrays.fill(gradient, each);
            gradients.put(name, gradient);
        });
        return gradients;
    }

    @Test
    void theFirstStepIsTheRateInTheGradientsDirection() {
        Weights weights = Weights.random(PRESET.network(), 1);
        float before = weights.values("value.offset")[0];
        AdamW adam = new AdamW(PRESET.optimizer(), weights);
        double rate = adam.rate();
        assertEquals(PRESET.optimizer().rate() / PRESET.optimizer().warmUp(), rate, 1e-12);
        double norm = adam.step(gradients(weights, 0.5f));
        assertEquals(0.5 * Math.sqrt(weights.size()), norm, 1e-3);
        assertEquals(
                before - rate,
                weights.values("value.offset")[0],
                1e-8,
                "m / sqrt(v) is 1 after one step, whatever the clipping did");
    }

    @Test
    void decayShrinksMatricesAlone() {
        Weights weights = Weights.random(PRESET.network(), 1);
        float matrix = weights.values("policy.in")[3];
        float vector = weights.values("norm")[3];
        AdamW adam = new AdamW(PRESET.optimizer(), weights);
        double rate = adam.rate();
        adam.step(gradients(weights, 0));
        assertEquals(matrix * (1 - rate * PRESET.optimizer().decay()), weights.values("policy.in")[3], 1e-9);
        assertEquals(vector, weights.values("norm")[3]);
    }

    @Test
    void theRateRisesThenFallsAlongACosine() {
        Weights weights = Weights.random(PRESET.network(), 1);
        AdamW adam = new AdamW(PRESET.optimizer(), weights);
        Map<String, float[]> none = gradients(weights, 0);
        double last = 0;
        for (int k = 0; k < PRESET.optimizer().horizon() + 10; k++) {
            double rate = adam.rate();
            assertEquals(k < PRESET.optimizer().warmUp(), rate > last, "step " + k);
            last = rate;
            if (k == (PRESET.optimizer().warmUp() + PRESET.optimizer().horizon()) / 2) {
                assertEquals(
                        PRESET.optimizer().rate() * (0.05 + 0.95 / 2),
                        rate,
                        PRESET.optimizer().rate() * 1e-2);
            }
            adam.step(none);
        }
        assertEquals(PRESET.optimizer().rate() * 0.05, adam.rate(), 1e-12);
    }
}
