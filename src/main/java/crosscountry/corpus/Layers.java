package crosscountry.corpus;

import crosscountry.trace.Var;

/** Layers and losses of neural networks; data are rows unless said otherwise. Attention has a file of its own. */
final class Layers {
    private Layers() {}

    /** Elman's recurrent cell (1990), three steps over the rows of x. */
    @Sample(shapes = {"3x2", "4", "2x4", "4x4", "4"})
    static Var elman(Var x, Var state, Var input, Var again, Var bias) {
        for (int t = 0; t < 3; t++) {
            state = x.get(t).dot(input).plus(state.dot(again)).plus(bias).tanh();
        }
        return state;
    }

    /**
     * One step of a long short-term memory (Hochreiter and Schmidhuber 1997; with forget gate, Gers 2000), its gates in
     * one product.
     */
    @Sample(shapes = {"2", "3", "3", "2x12", "3x12", "12"})
    static Var[] lstm(Var x, Var hidden, Var cell, Var input, Var again, Var bias) {
        Var gates = x.dot(input).plus(hidden.dot(again)).plus(bias);
        Var in = gates.slice(0, 0, 3).logistic();
        Var forget = gates.slice(0, 3, 6).logistic();
        Var candidate = gates.slice(0, 6, 9).tanh();
        Var out = gates.slice(0, 9, 12).logistic();
        Var next = forget.times(cell).plus(in.times(candidate));
        return new Var[] {out.times(next.tanh()), next};
    }

    /** A gated recurrent unit (Cho et al. 2014). */
    @Sample(shapes = {"2", "3", "2x3", "3x3", "2x3", "3x3", "2x3", "3x3"})
    static Var gru(Var x, Var hidden, Var wz, Var uz, Var wr, Var ur, Var wh, Var uh) {
        Var update = x.dot(wz).plus(hidden.dot(uz)).logistic();
        Var reset = x.dot(wr).plus(hidden.dot(ur)).logistic();
        Var candidate = x.dot(wh).plus(reset.times(hidden).dot(uh)).tanh();
        return hidden.plus(update.times(candidate.minus(hidden)));
    }

    /** Batch normalisation (Ioffe and Szegedy 2015) between two dense layers, with the squared error. */
    @Sample(shapes = {"4x3", "4x2", "3x5", "5", "5", "5x2", "2"})
    static Var batchNormNetwork(Var x, Var target, Var w1, Var scale, Var shift, Var w2, Var b2) {
        Var hidden = x.dot(w1);
        Var centred = hidden.minus(hidden.mean(0));
        Var normal = centred.times(centred.square().mean(0).plus(1e-5).rsqrt())
                .times(scale)
                .plus(shift);
        Var gap = normal.max(0).dot(w2).plus(b2).minus(target);
        return gap.square().mean();
    }

    /**
     * A residual block with root-mean-square normalisation (Zhang and Sennrich 2019) and GELU (Hendrycks and Gimpel
     * 2016).
     */
    @Sample(shapes = {"2x4", "4", "4x6", "6", "6x4", "4"})
    static Var residualBlock(Var x, Var gain, Var w1, Var b1, Var w2, Var b2) {
        Var normal = x.times(x.square().mean(1).expand(1).plus(1e-6).rsqrt()).times(gain);
        Var hidden = normal.dot(w1).plus(b1);
        Var active = hidden.times(0.5).times(hidden.over(Math.sqrt(2)).erf().plus(1));
        return x.plus(active.dot(w2)).plus(b2);
    }

    /** A variational autoencoder's loss with fixed noise (Kingma and Welling 2014). */
    @Sample(shapes = {"3x4", "3x2", "4x2", "4x2", "2x4", "4"})
    static Var variationalAutoencoder(Var x, Var noise, Var mean, Var deviation, Var decode, Var bias) {
        Var mu = x.dot(mean);
        Var log = x.dot(deviation);
        Var code = mu.plus(log.times(0.5).exp().times(noise));
        Var back = code.dot(decode).plus(bias).logistic();
        Var match = x.minus(back).square().sum();
        Var prior = mu.square().plus(log.exp()).minus(log).minus(1).sum().times(0.5);
        return match.plus(prior);
    }

    /** Squeeze and excitation (Hu et al. 2018): channels are rows, places are columns. */
    @Sample(shapes = {"4x6", "2x4", "4x2"})
    static Var squeezeExcitation(Var x, Var squeeze, Var excite) {
        Var gate = excite.dot(squeeze.dot(x.mean(1)).max(0)).logistic();
        return x.times(gate.expand(1));
    }

    /** A factorisation machine of degree two (Rendle 2010). */
    @Sample(shapes = {"5", "5", "5x3", ""})
    static Var factorisationMachine(Var x, Var weights, Var factors, Var bias) {
        Var sums = x.dot(factors).square();
        Var squares = x.square().dot(factors.square());
        return bias.plus(x.dot(weights)).plus(sums.minus(squares).sum().times(0.5));
    }

    /** Two experts chosen softly by a gate (Jacobs, Jordan, Nowlan, Hinton 1991). */
    @Sample(shapes = {"4x3", "3x2", "3x2", "3x1", "1"})
    static Var mixtureOfExperts(Var x, Var first, Var second, Var gate, Var bias) {
        Var share = x.dot(gate).plus(bias).logistic();
        Var one = x.dot(first).tanh();
        Var two = x.dot(second).tanh();
        return two.plus(share.times(one.minus(two)));
    }

    /**
     * Graph convolution of two layers (Kipf and Welling 2017) with a symmetric normalisation of a learned adjacency.
     */
    @Sample(shapes = {"4x4", "4x3", "3x5", "5x2"})
    static Var graphConvolution(Var adjacency, Var x, Var w1, Var w2) {
        Var degree = adjacency.sum(1).rsqrt();
        Var normal = adjacency.times(degree.expand(1)).times(degree);
        return normal.dot(normal.dot(x.dot(w1)).max(0).dot(w2));
    }

    /** A radial basis network (Broomhead and Lowe 1988), its centres and widths learned. */
    @Sample(shapes = {"3", "4x3", "4", "4", ""})
    static Var radialBasis(Var x, Var centres, Var widths, Var weights, Var bias) {
        Var distance = centres.minus(x).square().sum(1);
        return distance.times(widths).neg().exp().dot(weights).plus(bias);
    }

    /**
     * Two trunks of a deep operator network on a branch's sensors (Lu et al. 2021), with the residual of a decay
     * equation.
     */
    @Sample(shapes = {"4", "2", "4x3", "2x3", "3x3"})
    static Var operatorNetwork(Var sensors, Var place, Var branch, Var trunk, Var mixed) {
        Var b = sensors.dot(branch).tanh().dot(mixed);
        Var inner = place.dot(trunk);
        Var t = inner.sin();
        Var value = b.times(t).sum();
        Var slope = b.times(inner.cos()).times(trunk.get(0)).sum();
        return slope.plus(value).square();
    }
}
