package crosscountry.jacobian;

import crosscountry.graph.Expr;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.jacobian.Program.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes while a program is built. Equal nodes are one: that makes Kronecker structure free, since the entries along it are
 * the same node and so are their products. Constants fold, and factors of plus and minus one vanish.
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
        Integer simple = simplified(primitive, operands);
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
        Integer[] operands = apply.operands().stream().map(operand -> expr(operand, x, y)).toArray(Integer[]::new);
        return apply(apply.primitive(), apply.params(), operands);
    }

    boolean isConstant(int place, double value) {
        return nodes.get(place) instanceof Node.Constant constant && constant.value() == value;
    }

    boolean isProduct(int place) {
        return nodes.get(place) instanceof Node.Apply apply && apply.primitive() == Primitive.MUL;
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
                }
                return null;
            case DIV:
                return isConstant(x[1], 1) ? x[0] : null;
            case NEG:
                return nodes.get(x[0]) instanceof Node.Apply inner && inner.primitive() == Primitive.NEG
                        ? inner.operands().get(0)
                        : null;
            default:
                return null;
        }
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
