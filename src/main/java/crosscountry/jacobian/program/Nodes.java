package crosscountry.jacobian.program;

import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.jacobian.program.Program.Node;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The nodes of a program as columns of numbers: sixteen bytes a node, so that programs of millions of nodes fit. As a
 * list it makes a {@link Node} for each question; whoever walks over large programs asks for the columns instead.
 */
public final class Nodes extends AbstractList<Node> implements RandomAccess {
    private static final int INPUT = -1;
    private static final int CONSTANT = -2;
    private static final Primitive[] PRIMITIVES = Primitive.values();

    /** The primitive's ordinal, {@link #INPUT} or {@link #CONSTANT}. */
    private int[] kinds = new int[16];
    /** The first operand, an input's index or the upper half of a constant's bits. */
    private int[] first = new int[16];
    /** The second operand or -1, or the lower half of a constant's bits. */
    private int[] second = new int[16];
    /** Places among the distinct parameters. */
    private int[] params = new int[16];

    private final List<Params> distinctParams = new ArrayList<>(List.of(Params.NONE));
    private int size;

    Nodes() {}

    static Nodes of(List<Node> nodes) {
        Nodes own = new Nodes();
        for (Node node : nodes) {
            own.add(own.columns(node));
        }
        return own;
    }

    /** One node as its numbers in the columns. */
    record Columns(int kind, int first, int second, int params) {
        static Columns input(int index) {
            return new Columns(INPUT, index, -1, 0);
        }

        static Columns constant(double value) {
            long bits = Double.doubleToLongBits(value);
            return new Columns(CONSTANT, (int) (bits >>> 32), (int) bits, 0);
        }

        /** Spread over all bits, the lowest included. */
        int hash() {
            long mixed = (kind * 31L + params + ((long) first << 32 | second & 0xFFFFFFFFL)) * 0x9E3779B97F4A7C15L;
            mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
            return (int) (mixed ^ mixed >>> 32);
        }
    }

    /** @param b -1 where there is one operand */
    Columns apply(Primitive primitive, Params own, int a, int b) {
        return new Columns(primitive.ordinal(), a, b, own.equals(Params.NONE) ? 0 : place(own));
    }

    private int place(Params own) {
        int place = distinctParams.indexOf(own);
        if (place < 0) {
            distinctParams.add(own);
            place = distinctParams.size() - 1;
        }
        return place;
    }

    private Columns columns(Node node) {
        if (node instanceof Node.Input input) {
            return Columns.input(input.index());
        }
        if (node instanceof Node.Constant constant) {
            return Columns.constant(constant.value());
        }
        Node.Apply apply = (Node.Apply) node;
        List<Integer> operands = apply.operands();
        return apply(apply.primitive(), apply.params(), operands.get(0), operands.size() > 1 ? operands.get(1) : -1);
    }

    int add(Columns node) {
        if (size == kinds.length) {
            int more = 2 * size;
            kinds = Arrays.copyOf(kinds, more);
            first = Arrays.copyOf(first, more);
            second = Arrays.copyOf(second, more);
            params = Arrays.copyOf(params, more);
        }
        kinds[size] = node.kind();
        first[size] = node.first();
        second[size] = node.second();
        params[size] = node.params();
        return size++;
    }

    boolean is(int k, Columns node) {
        return kinds[k] == node.kind()
                && first[k] == node.first()
                && second[k] == node.second()
                && params[k] == node.params();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Node get(int k) {
        if (k < 0 || k >= size) {
            throw new IndexOutOfBoundsException("there is no node " + k + "; nodes are 0.." + (size - 1));
        }
        return isInput(k)
                ? new Node.Input(input(k))
                : isConstant(k)
                        ? new Node.Constant(constant(k))
                        : new Node.Apply(
                                primitive(k),
                                params(k),
                                operands(k) == 1 ? List.of(first[k]) : List.of(first[k], second[k]));
    }

    public boolean isInput(int k) {
        return kinds[k] == INPUT;
    }

    public boolean isConstant(int k) {
        return kinds[k] == CONSTANT;
    }

    public boolean isApply(int k) {
        return kinds[k] >= 0;
    }

    public boolean is(int k, Primitive primitive) {
        return kinds[k] == primitive.ordinal();
    }

    /** Of an operation. */
    public Primitive primitive(int k) {
        return PRIMITIVES[kinds[k]];
    }

    public Params params(int k) {
        return distinctParams.get(params[k]);
    }

    /** How many operands an operation has; 0 for other nodes. */
    public int operands(int k) {
        return kinds[k] < 0 ? 0 : second[k] < 0 ? 1 : 2;
    }

    /** Operand 0 or 1 of an operation. */
    public int operand(int k, int which) {
        return which == 0 ? first[k] : second[k];
    }

    /** The place of an input among the flattened inputs. */
    public int input(int k) {
        return first[k];
    }

    public double constant(int k) {
        return Double.longBitsToDouble((long) first[k] << 32 | second[k] & 0xFFFFFFFFL);
    }
}
