package crosscountry.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.List;
import java.util.Map;

/**
 * The network as operations on arrays. With x the tokens {@code [B, T, width]}, each layer does
 *
 * <pre>
 *   x = x + concat_h( softmax( q_h k_h' / sqrt(width/heads) + b_h[relation] ) v_h ) W_out,   q, k, v = norm(x) W_in
 *   x = x + relu( norm(x) W_hidden + c ) W_back
 * </pre>
 *
 * where norm divides by the root of the mean square (Zhang and Sennrich 2019) and b is one learned number a head and
 * relation (as in Graphormer, Ying et al. 2021). Nothing depends on where a token stands, so renumbering permutes the
 * policy and leaves the value. Policy: one logit a token, from the last layer and, linearly, from its features. Value:
 * the mean of all tokens through a two-layer network: the logarithm of cost to go over what a Markowitz game from here
 * costs.
 */
final class Transformer {
    static final float SMALL = 1e-6f;

    private final NetworkConfig config;
    private final Map<String, NDArray> weights;

    /**
     * The output for a batch: logits {@code [B, T]}, large and negative where nothing is open; log ratios {@code [B]};
     * attention {@code [B, H, T, T]} a layer.
     */
    record Output(NDArray logits, NDArray values, List<NDArray> attention) {}

    Transformer(NetworkConfig config, Map<String, NDArray> weights) {
        this.config = config;
        this.weights = weights;
    }

    /** Everything made here belongs to {@code manager}. */
    Output forward(NDManager manager, Batch batch) {
        int b = batch.positions();
        int t = batch.tokens();
        NDArray features = manager.create(batch.features(), new Shape(b, t, Tokens.FEATURES));
        NDArray operations = manager.create(batch.operations(), new Shape(b, t));
        NDArray relations = manager.create(batch.relations(), new Shape((long) b * t * t));
        NDArray x = own(manager, features.matMul(of("features")))
                .add(of("features.bias"))
                .add(lookUp(operations, of("operation")));
        NDArray never = manager.full(new Shape(1, (long) config.layers() * config.heads()), Batch.NEVER);
        NDArray table = own(manager, never.concat(of("relation"), 0)); // row 0 stands for padding
        NDArray bias = lookUp(relations.add(1).mod(Batch.PADDING + 1), table)
                .reshape(b, t, t, (long) config.layers() * config.heads())
                .transpose(3, 0, 1, 2);
        List<NDArray> attention = new java.util.ArrayList<>();
        for (int layer = 0; layer < config.layers(); layer++) {
            NDArray own = bias.get(new NDIndex(layer * config.heads() + ":" + (layer + 1) * config.heads()))
                    .transpose(1, 0, 2, 3);
            x = x.add(attend(norm(x, layer + ".attention.norm"), own, layer, attention));
            NDArray hidden = positive(norm(x, layer + ".hidden.norm")
                    .matMul(of(layer + ".hidden.in"))
                    .add(of(layer + ".hidden.bias")));
            x = x.add(hidden.matMul(of(layer + ".hidden.out")));
        }
        x = norm(x, "norm");
        NDArray closed = manager.create(batch.closed(), new Shape(b, t));
        NDArray logits = positive(x.matMul(of("policy.in")).add(of("policy.bias")))
                .matMul(of("policy.out"))
                .add(features.matMul(of("policy.features")))
                .reshape(b, t)
                .add(closed);
        NDArray present = manager.create(batch.present(), new Shape(b, t, 1));
        NDArray mean = x.mul(present).sum(new int[] {1}).div(present.sum(new int[] {1}));
        NDArray values = positive(mean.matMul(of("value.in")).add(of("value.bias")))
                .matMul(of("value.out"))
                .reshape(b)
                .add(of("value.offset"));
        return new Output(logits, values, attention);
    }

    private NDArray attend(NDArray x, NDArray bias, int layer, List<NDArray> kept) {
        long b = x.getShape().get(0);
        long t = x.getShape().get(1);
        long part = config.width() / config.heads();
        NDArray all = x.matMul(of(layer + ".attention.in"))
                .reshape(b, t, 3, config.heads(), part)
                .transpose(2, 0, 3, 1, 4);
        NDArray scores =
                all.get(0).matMul(all.get(1).transpose(0, 1, 3, 2)).mul(number(x, (float) (1 / Math.sqrt(part))));
        NDArray weight = scores.add(bias).softmax(-1);
        kept.add(weight);
        return weight.matMul(all.get(2))
                .transpose(0, 2, 1, 3)
                .reshape(b, t, config.width())
                .matMul(of(layer + ".attention.out"));
    }

    private NDArray norm(NDArray x, String name) {
        return x.div(x.square().mean(new int[] {-1}, true).add(SMALL).sqrt()).mul(of(name));
    }

    private static NDArray positive(NDArray x) {
        return x.maximum(number(x, 0));
    }

    /**
     * A number that lives as long as its batch. DJL gives back the memory of a plain number right after the operation,
     * although the gradient reads it later: whatever lies there by then becomes a factor.
     */
    private static NDArray number(NDArray of, float value) {
        return of.getManager().create(value);
    }

    /** One row of the table a number. */
    private static NDArray lookUp(NDArray numbers, NDArray table) {
        NDList rows = Embedding.embedding(numbers, table, SparseFormat.DENSE);
        return rows.singletonOrThrow();
    }

    /** Results of an operation belong to the manager of its first operand, which for weights outlives the batch. */
    private static NDArray own(NDManager manager, NDArray array) {
        array.attach(manager);
        return array;
    }

    private NDArray of(String name) {
        return weights.get(name);
    }
}
