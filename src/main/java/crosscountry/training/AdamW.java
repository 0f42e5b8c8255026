package crosscountry.training;

import crosscountry.network.Weights;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/**
 * AdamW (Loshchilov and Hutter 2019) with a linear warm-up, a cosine afterwards and gradients clipped by their norm, on
 * plain arrays, so that its state can be saved exactly:
 *
 * <pre>
 *   g = g min(1, clip / |g|)        m = 0.9 m + 0.1 g        v = 0.999 v + 0.001 g^2
 *   w = w - rate ( m / (1 - 0.9^t) / (sqrt(v / (1 - 0.999^t)) + 1e-8) + decay w )
 * </pre>
 *
 * with decay on matrices alone.
 */
final class AdamW {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double SMALL = 1e-8;
    private static final double FLOOR = 0.05;

    private final Preset.Optimizer settings;
    private final Weights weights;
    private final Weights first;
    private final Weights second;
    private long step;

    /** Changes these weights in place. */
    AdamW(Preset.Optimizer settings, Weights weights) {
        this.settings = settings;
        this.weights = weights;
        first = weights.zeros();
        second = weights.zeros();
    }

    Weights weights() {
        return weights;
    }

    long steps() {
        return step;
    }

    /** The rate of the next step. */
    double rate() {
        if (step < settings.warmUp()) {
            return settings.rate() * (step + 1) / settings.warmUp();
        }
        double way =
                Math.min(1, (double) (step - settings.warmUp()) / Math.max(1, settings.horizon() - settings.warmUp()));
        return settings.rate() * (FLOOR + (1 - FLOOR) * 0.5 * (1 + Math.cos(Math.PI * way)));
    }

    /** One step; returns the norm of the gradient before clipping. */
    double step(Map<String, float[]> gradients) {
        double square = 0;
        for (float[] gradient : gradients.values()) {
            for (float g : gradient) {
                square += (double) g * g;
            }
        }
        double norm = Math.sqrt(square);
        if (!Double.isFinite(norm)) {
            return norm; // one bad batch must not ruin the weights
        }
        double scale = Math.min(1, settings.clip() / Math.max(norm, 1e-12));
        double rate = rate();
        step++;
        double firstBias = 1 - Math.pow(FIRST, step);
        double secondBias = 1 - Math.pow(SECOND, step);
        weights.arrays().forEach((name, array) -> {
            float[] w = array.values();
            float[] g = gradients.get(name);
            float[] m = first.values(name);
            float[] v = second.values(name);
            double decay = array.isMatrix() ? settings.decay() : 0;
            for (int k = 0; k < w.length; k++) {
                double gradient = scale * g[k];
                m[k] = (float) (FIRST * m[k] + (1 - FIRST) * gradient);
                v[k] = (float) (SECOND * v[k] + (1 - SECOND) * gradient * gradient);
                w[k] -= (float) (rate * (m[k] / firstBias / (Math.sqrt(v[k] / secondBias) + SMALL) + decay * w[k]));
            }
        });
        return norm;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(step);
        for (Weights part : new Weights[] {weights, first, second}) {
            for (Weights.Shaped array : part.arrays().values()) {
                Bytes.write(out, array.values());
            }
        }
    }

    void read(DataInput in) throws IOException {
        step = in.readLong();
        for (Weights part : new Weights[] {weights, first, second}) {
            for (Weights.Shaped array : part.arrays().values()) {
                Bytes.read(in, array.values());
            }
        }
    }
}
