package crosscountry.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@link Transformer}'s network in plain Java, for one position at a time: no native library to load, so the first
 * answer comes at once, and no padding. It evaluates and does not learn. The same names mean the same things in both.
 */
public final class JavaNetwork implements Model {
    private final Weights weights;
    private final NetworkConfig config;

    public JavaNetwork(Weights weights) {
        this.weights = weights.copy();
        config = weights.config();
    }

    @Override
    public List<Answer> ask(List<Tokens> positions) {
        List<Answer> answers = new ArrayList<>(positions.size());
        positions.forEach(position -> answers.add(answer(position, null)));
        return answers;
    }

    @Override
    public Attention attention(Tokens position) {
        float[][][][] maps = new float[config.layers()][config.heads()][position.count()][position.count()];
        answer(position, maps);
        return new Attention(position.ids().clone(), maps);
    }

    private Answer answer(Tokens position, float[][][][] maps) {
        int tokens = position.count();
        float[][] features = features(position);
        byte[][] relations = relations(position);
        float[][] x = Columns.filled(of("features.bias"), tokens);
        Columns.multiply(of("features"), features, x);
        float[] operation = of("operation");
        for (int t = 0; t < tokens; t++) {
            for (int c = 0; c < x.length; c++) {
                x[c][t] += operation[position.operations()[t] * x.length + c];
            }
        }
        for (int layer = 0; layer < config.layers(); layer++) {
            attend(x, relations, layer, maps == null ? null : maps[layer]);
            float[][] hidden = Columns.filled(of(layer + ".hidden.bias"), tokens);
            Columns.multiply(of(layer + ".hidden.in"), norm(x, layer + ".hidden.norm"), hidden);
            Columns.positive(hidden);
            Columns.multiply(of(layer + ".hidden.out"), hidden, x);
        }
        x = norm(x, "norm");
        float[] logits = new float[tokens];
        Columns.combine(of("policy.out"), inner("policy", x), logits);
        Columns.combine(of("policy.features"), features, logits);
        return new Answer(Arrays.copyOf(logits, position.open()), value(x));
    }

    /** Adds the result of one layer's attention. @param maps that keep who looks at whom, by head; null for none */
    private void attend(float[][] x, byte[][] relations, int layer, float[][][] maps) {
        int width = config.width();
        int part = width / config.heads();
        int tokens = relations.length;
        float[][] all = new float[3 * width][tokens];
        Columns.multiply(of(layer + ".attention.in"), norm(x, layer + ".attention.norm"), all);
        float[][] mixed = new float[width][tokens];
        float[][] scores = new float[tokens][tokens]; // [looked at][looking]
        for (int head = 0; head < config.heads(); head++) {
            float[] bias = bias(layer, head);
            int first = head * part;
            for (int other = 0; other < tokens; other++) {
                Rows.choose(bias, relations[other], scores[other]);
                Columns.combine(
                        all, width + first, other, all, first, part, (float) (1 / Math.sqrt(part)), scores[other]);
            }
            Columns.softmax(scores);
            for (int p = first; p < first + part; p++) {
                Columns.combine(all[2 * width + p], scores, mixed[p]);
            }
            for (int k = 0; maps != null && k < tokens * tokens; k++) {
                maps[head][k / tokens][k % tokens] = scores[k % tokens][k / tokens];
            }
        }
        Columns.multiply(of(layer + ".attention.out"), mixed, x);
    }

    /** One number a relation. */
    private float[] bias(int layer, int head) {
        float[] bias = new float[Tokens.Relation.values().length];
        float[] relation = of("relation");
        for (int r = 0; r < bias.length; r++) {
            bias[r] = relation[(r * config.layers() + layer) * config.heads() + head];
        }
        return bias;
    }

    private float value(float[][] x) {
        float[][] mean = new float[x.length][1];
        for (int c = 0; c < x.length; c++) {
            double sum = 0;
            for (float number : x[c]) {
                sum += number;
            }
            mean[c][0] = (float) (sum / x[c].length);
        }
        float[] value = of("value.offset").clone();
        Columns.combine(of("value.out"), inner("value", mean), value);
        return value[0];
    }

    /** The last layer but one of the policy or the value. */
    private float[][] inner(String name, float[][] x) {
        float[][] inner = Columns.filled(of(name + ".bias"), x[0].length);
        Columns.multiply(of(name + ".in"), x, inner);
        Columns.positive(inner);
        return inner;
    }

    private float[][] norm(float[][] x, String name) {
        return Columns.norm(x, of(name), Transformer.SMALL);
    }

    private float[] of(String name) {
        return weights.values(name);
    }

    private static float[][] features(Tokens position) {
        float[][] columns = new float[Tokens.FEATURES][position.count()];
        for (int k = 0; k < position.features().length; k++) {
            columns[k % Tokens.FEATURES][k / Tokens.FEATURES] = position.features()[k];
        }
        return columns;
    }

    /** {@code [looked at][looking]}. */
    private static byte[][] relations(Tokens position) {
        int count = position.count();
        byte[][] columns = new byte[count][count];
        for (int k = 0; k < count * count; k++) {
            columns[k % count][k / count] = position.relations()[k];
        }
        return columns;
    }

    @Override
    public void close() {
        // everything is on Java's heap
    }
}
