package crosscountry.graph;

import java.util.List;

/**
 * A small formula over the operands x0, x1 and the result y of an elementwise primitive: the form in which elemental
 * partials are written once, to be evaluated, compiled, printed or differentiated again.
 */
public sealed interface Expr {
    record Const(double value) implements Expr {}

    record Arg(int index) implements Expr {}

    record Result() implements Expr {}

    record Apply(Primitive primitive, Params params, List<Expr> operands) implements Expr {
        public Apply {
            operands = List.copyOf(operands);
        }
    }

    Expr X = new Arg(0);
    Expr X1 = new Arg(1);
    Expr Y = new Result();

    static Expr c(double value) {
        return new Const(value);
    }

    static Expr apply(Primitive primitive, Expr... operands) {
        return new Apply(primitive, Params.NONE, List.of(operands));
    }

    static Expr apply(String primitive, Expr... operands) {
        return apply(Primitive.named(primitive).orElseThrow(), operands);
    }

    static Expr power(Expr base, int exponent) {
        return exponent == 1 ? base : new Apply(Primitive.INTEGER_POW, new Params.IntegerPow(exponent), List.of(base));
    }

    default Expr times(Expr other) {
        return apply(Primitive.MUL, this, other);
    }

    default Expr over(Expr other) {
        return apply(Primitive.DIV, this, other);
    }

    default Expr plus(Expr other) {
        return apply(Primitive.ADD, this, other);
    }

    default Expr minus(Expr other) {
        return apply(Primitive.SUB, this, other);
    }

    default Expr negated() {
        return apply(Primitive.NEG, this);
    }

    /** The formula's value at operands {@code x} with result {@code y}. */
    default double at(double[] x, double y) {
        if (this instanceof Const constant) {
            return constant.value();
        }
        if (this instanceof Arg arg) {
            return x[arg.index()];
        }
        if (this instanceof Result) {
            return y;
        }
        Apply apply = (Apply) this;
        double[] operands = new double[apply.operands().size()];
        for (int k = 0; k < operands.length; k++) {
            operands[k] = apply.operands().get(k).at(x, y);
        }
        return apply.primitive().value(apply.params(), operands);
    }
}
