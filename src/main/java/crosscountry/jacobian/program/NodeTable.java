package crosscountry.jacobian.program;

import crosscountry.graph.Expr;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.jacobian.program.Nodes.Columns;

/**
 * Nodes while a program is built. Equal nodes are one: that makes Kronecker structure free, since the entries along it
 * are the same node and so are their products. Constants fold, factors of plus and minus one vanish, and signs move
 * outwards until a sum or difference takes them in. None of this changes a bit of any value.
 */
final class NodeTable {
    private static final int NONE = -1;

    private final Nodes nodes = new Nodes();
    /**
     * Open addressing: in the upper half a node's hash, which spares most looks at the columns; in the lower its place
     * + 1; 0 where there is none.
     */
    private long[] places = new long[64];

    Nodes nodes() {
        return nodes;
    }

    int input(int index) {
        return place(Columns.input(index));
    }

    int constant(double value) {
        return place(Columns.constant(value));
    }

    int apply(Primitive primitive, Params params, int x) {
        int simple = primitive == Primitive.INTEGER_POW
                ? power(x, ((Params.IntegerPow) params).y())
                : primitive == Primitive.NEG ? negated(x) : NONE;
        if (simple != NONE) {
            return simple;
        }
        return nodes.isConstant(x)
                ? constant(primitive.value(params, nodes.constant(x)))
                : place(nodes.apply(primitive, params, x, NONE));
    }

    int apply(Primitive primitive, Params params, int a, int b) {
        int simple = simplified(primitive, a, b);
        if (simple != NONE) {
            return simple;
        }
        return nodes.isConstant(a) && nodes.isConstant(b)
                ? constant(primitive.value(params, nodes.constant(a), nodes.constant(b)))
                : place(nodes.apply(primitive, params, a, b));
    }

    int times(int a, int b) {
        // one canonical order, so that a b and b a are one node
        return apply(Primitive.MUL, Params.NONE, Math.min(a, b), Math.max(a, b));
    }

    int plus(int a, int b) {
        return apply(Primitive.ADD, Params.NONE, a, b);
    }

    private int minus(int a, int b) {
        return apply(Primitive.SUB, Params.NONE, a, b);
    }

    private int negative(int x) {
        return apply(Primitive.NEG, Params.NONE, x);
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
        int first = expr(apply.operands().get(0), x, y);
        return apply.operands().size() == 1
                ? apply(apply.primitive(), apply.params(), first)
                : apply(
                        apply.primitive(),
                        apply.params(),
                        first,
                        expr(apply.operands().get(1), x, y));
    }

    boolean isConstant(int place, double value) {
        return nodes.isConstant(place) && nodes.constant(place) == value;
    }

    boolean isConstant(int place) {
        return nodes.isConstant(place);
    }

    /** The product that this node is, up to its sign; -1 where it is none. */
    int product(int place) {
        int positive = negated(place) != NONE ? negated(place) : place;
        return nodes.is(positive, Primitive.MUL) ? positive : NONE;
    }

    /** The node that this one negates; -1 where it negates none. */
    private int negated(int place) {
        return nodes.is(place, Primitive.NEG) ? nodes.operand(place, 0) : NONE;
    }

    /** -1 where nothing is simpler. */
    private int simplified(Primitive primitive, int a, int b) {
        return switch (primitive) {
            case MUL -> product(a, b);
            case DIV -> isConstant(b, 1) ? a : NONE;
            case ADD -> negated(b) != NONE ? minus(a, negated(b)) : negated(a) != NONE ? minus(b, negated(a)) : NONE;
            case SUB -> negated(b) != NONE ? plus(a, negated(b)) : NONE;
            case POW_SLOPE ->
                isConstant(b) && nodes.constant(b) >= 0.5 ? times(b, powerBelow(a, nodes.constant(b))) : NONE;
            default -> NONE;
        };
    }

    private int product(int a, int b) {
        for (int k = 0; k < 2; k++) {
            int factor = k == 0 ? a : b;
            int other = k == 0 ? b : a;
            if (isConstant(factor, 1)) {
                return other;
            }
            if (isConstant(factor, -1)) {
                return negative(other);
            }
            if (negated(factor) != NONE) {
                return negative(times(negated(factor), other));
            }
        }
        return NONE;
    }

    /** Integer powers that would lose digits as products are computed like any other power. */
    private int power(int x, int n) {
        return n > 8 || n < -4 ? apply(Primitive.POW, Params.NONE, x, constant(n)) : NONE;
    }

    /** x^(y - 1). */
    private int powerBelow(int x, double y) {
        return apply(Primitive.POW, Params.NONE, x, constant(y - 1));
    }

    private int place(Columns node) {
        int hash = node.hash();
        int slot = slot(hash);
        for (; places[slot] != 0; slot = slot + 1 & places.length - 1) {
            if ((int) (places[slot] >>> 32) == hash && nodes.is((int) places[slot] - 1, node)) {
                return (int) places[slot] - 1;
            }
        }
        int place = nodes.add(node);
        places[slot] = (long) hash << 32 | place + 1;
        if (2 * nodes.size() > places.length) {
            grow();
        }
        return place;
    }

    private int slot(int hash) {
        return hash & places.length - 1;
    }

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
        for (long entry : before) {
            if (entry != 0) {
                int slot = slot((int) (entry >>> 32));
                while (places[slot] != 0) {
                    slot = slot + 1 & places.length - 1;
                }
                places[slot] = entry;
            }
        }
    }
}
