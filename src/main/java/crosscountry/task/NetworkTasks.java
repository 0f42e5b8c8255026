package crosscountry.task;

import crosscountry.trace.Var;

/** A perceptron and a transformer's encoder, each with the cross entropy of its softmax, at the paper's sizes. */
final class NetworkTasks {
    private NetworkTasks() {}

    /** One hidden layer with tanh and layer normalisation; data are rows. */
    static Var perceptron(Var x, Var label, Var w1, Var b1, Var w2, Var b2, Var gamma, Var beta) {
        Var hidden = x.dot(w1, 1, 1).plus(b1).tanh();
        Var normal = layerNorm(hidden, gamma, beta);
        Var answer = normal.dot(w2, 1, 1).plus(b2).tanh();
        return crossEntropy(answer, label);
    }

    /** Two layers of attention with layer normalisation and swish; data are columns. */
    static Var encoder(
            Var x,
            Var label,
            Var query1,
            Var query2,
            Var key1,
            Var key2,
            Var value1,
            Var value2,
            Var w1,
            Var w2,
            Var b1,
            Var b2,
            Var gamma1,
            Var beta1,
            Var gamma2,
            Var beta2) {
        Var first = layerNorm(x.plus(attention(x, query1, key1, value1)), gamma1, beta1);
        Var hidden = swish(w1.dot(first).plus(b1));
        Var second = layerNorm(hidden.plus(attention(hidden, query2, key2, value2)), gamma2, beta2);
        return crossEntropy(swish(w2.dot(second).plus(b2)), label);
    }

    private static Var attention(Var x, Var query, Var key, Var value) {
        return query.dot(x).transpose().dot(key.dot(x)).softmax(1).dot(value.dot(x));
    }

    private static Var layerNorm(Var x, Var gamma, Var beta) {
        Var centred = x.minus(x.mean(1));
        Var deviation = centred.pow(2).mean(1).plus(1e-6).sqrt();
        return centred.over(deviation).times(gamma).plus(beta);
    }

    private static Var swish(Var x) {
        return x.times(x.logistic());
    }

    private static Var crossEntropy(Var x, Var label) {
        return label.times(x.softmax(1).log()).sum(1).neg();
    }
}
