package crosscountry.corpus;

import crosscountry.trace.Var;

/** Attention and what stands around it: near the paper's Encoder and Perceptron, so for tests only. */
final class Attention {
    private Attention() {}

    /** One head of scaled attention (Vaswani et al. 2017); tokens are rows. */
    @Sample(shapes = {"4x3", "3x2", "3x2", "3x3"})
    static Var attentionHead(Var x, Var query, Var key, Var value) {
        Var scores = x.dot(query).dot(x.dot(key).transpose()).over(Math.sqrt(2));
        return scores.softmax(1).dot(x.dot(value));
    }

    /** Additive attention of a decoder's state over four tokens (Bahdanau, Cho, Bengio 2015). */
    @Sample(shapes = {"3", "4x3", "3x5", "3x5", "5"})
    static Var additiveAttention(Var state, Var tokens, Var ws, Var wt, Var v) {
        Var score = tokens.dot(wt).plus(state.dot(ws)).tanh().dot(v);
        return score.softmax(0).dot(tokens);
    }

    /** Linear attention with the feature map exp (Katharopoulos et al. 2020). */
    @Sample(shapes = {"4x3", "3x2", "3x2", "3x3"})
    static Var linearAttention(Var x, Var query, Var key, Var value) {
        Var q = x.dot(query).exp();
        Var k = x.dot(key).exp();
        Var sums = q.dot(k.sum(0));
        return q.dot(k.transpose().dot(x.dot(value))).over(sums.expand(1));
    }

    /** Softmax regression with cross entropy (Bridle 1990). */
    @Sample(shapes = {"3x4", "3x3", "4x3", "3"})
    static Var softmaxRegression(Var x, Var label, Var weights, Var bias) {
        return label.times(x.dot(weights).plus(bias).softmax(1).log()).sum().neg();
    }

    /** Layer normalisation (Ba, Kiros, Hinton 2016) of a dense layer with swish (Ramachandran et al. 2017). */
    @Sample(shapes = {"3x4", "4x5", "5", "5"})
    static Var normalisedSwish(Var x, Var weights, Var scale, Var shift) {
        Var hidden = x.dot(weights);
        Var centred = hidden.minus(hidden.mean(1).expand(1));
        Var normal = centred.over(centred.square().mean(1).plus(1e-5).sqrt().expand(1))
                .times(scale)
                .plus(shift);
        return normal.times(normal.logistic());
    }
}
