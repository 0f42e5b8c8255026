package crosscountry.jacobian.program;

import crosscountry.graph.Expr;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.jacobian.program.Program.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes while a program is built. Equal nodes are one: that makes Kronecker structure free, since the entries along it
 * are the same node and so are their products. Constants fold, factors of plus and minus one vanish, and signs move
 * outwards until a sum or difference takes them in. None of this changes a bit of any value.
 */
final class NodeTable {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> places = new HashMap<>();

    List<Node> nodes() {
        return nodes;
    }

    Node node(int place) {
        return nodes.get(place);
    }

    int input(int index) {
        return place(new Node.Input(index));
    }

    int constant(double value) {
        return place(new Node.Constant(value));
    }

    int apply(Primitive primitive, Params params, Integer... operands) {
        Integer simple = primitive == Primitive.INTEGER_POW
                ? power(operands[0], ((Params.IntegerPow) params).y())
                : simplified(primitive, operands);
        if (simple != null) {
            return simple;
        }
        double[] known = new double[operands.length];
        for (int k = 0; k < known.length; k++) {
            if (!(nodes.get(operands[k]) instanceof Node.Constant constant)) {
                return place(new Node.Apply(primitive, params, List.of(operands)));
            }
            known[k] = constant.value();
        }
        return constant(primitive.value(params, known));
    }

    int times(int a, int b) {
        // one canonical order, so that a b and b a are one node
        return apply(Primitive.MUL, Params.NONE, Math.min(a, b), Math.max(a, b));
    }

    int plus(int a, int b) {
        return apply(Primitive.ADD, Params.NONE, a, b);
    }

    /** A partial's formula over these operands and this result. */
    int expr(Expr expr, int[] x, int y) {
        if (expr instanceof Expr.Const constant) {
            return constant(constant.value());
        }
        if (expr instanceof Expr.Arg arg) {
            return x[arg.index()];
        }
        if (expr instanceof Expr.Result) {
            return y;
        }
        Expr.Apply apply = (Expr.Apply) expr;
        Integer[] operands =
                apply.operands().stream().map(operand -> expr(operand, x, y)).toArray(Integer[]::new);
        return apply(apply.primitive(), apply.params(), operands);
    }

    boolean isConstant(int place, double value) {
        return nodes.get(place) instanceof Node.Constant constant && constant.value() == value;
    }

    boolean isConstant(int place) {
        return nodes.get(place) instanceof Node.Constant;
    }

    /** The product that this node is, up to its sign; -1 where it is none. */
    int product(int place) {
        int positive = negated(place) != null ? negated(place) : place;
        return nodes.get(positive) instanceof Node.Apply apply && apply.primitive() == Primitive.MUL ? positive : -1;
    }

    /** The node that this one negates; null where it negates none. */
    private Integer negated(int place) {
        return nodes.get(place) instanceof Node.Apply apply && apply.primitive() == Primitive.NEG
                ? apply.operands().get(0)
                : null;
    }

    private Integer simplified(Primitive primitive, Integer[] x) {
        switch (primitive) {
            case MUL:
                for (int k = 0; k < 2; k++) {
                    if (isConstant(x[k], 1)) {
                        return x[1 - k];
                    }
                    if (isConstant(x[k], -1)) {
                        return apply(Primitive.NEG, Params.NONE, x[1 - k]);
                    }
                    if (negated(x[k]) != null) {
                        return apply(Primitive.NEG, Params.NONE, times(negated(x[k]), x[1 - k]));
                    }
                }
                return null;
            case DIV:
                return isConstant(x[1], 1) ? x[0] : null;
            case ADD:
                if (negated(x[1]) != null) {
                    return apply(Primitive.SUB, Params.NONE, x[0], negated(x[1]));
                }
                return negated(x[0]) != null ? (Integer) apply(Primitive.SUB, Params.NONE, x[1], negated(x[0])) : null;
            case SUB:
                return negated(x[1]) != null ? (Integer) apply(Primitive.ADD, Params.NONE, x[0], negated(x[1])) : null;
            case NEG:
                return negated(x[0]);
            case POW_SLOPE:
                return nodes.get(x[1]) instanceof Node.Constant y && y.value() >= 0.5
                        ? times(x[1], powerBelow(x[0], y.value()))
                        : null;
            default:
                return null;
        }
    }

    /** Integer powers that would lose digits as products are computed like any other power. */
    private Integer power(int x, int n) {
        return n > 8 || n < -4 ? (Integer) apply(Primitive.POW, Params.NONE, x, constant(n)) : null;
    }

    /** x^(y - 1). */
    private int powerBelow(int x, double y) {
        return apply(Primitive.POW, Params.NONE, x, constant(y - 1));
    }

    private int place(Node node) {
        Integer place = places.get(node);
        if (place == null) {
            place = nodes.size();
            nodes.add(node);
            places.put(node, place);
        }
        return place;
    }
}
