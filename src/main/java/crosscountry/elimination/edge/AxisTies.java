package crosscountry.elimination.edge;

import crosscountry.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The structure of an elemental Jacobian between values of any rank, by the algebra of {@link EdgeType} (game.md,
 * section 3): each axis of the target is tied to an axis of the source, numbered from 1, or to none.
 *
 * @param form whether there are numbers on the edge, and how they are arranged
 * @param out extents of the target
 * @param primal extents of the source
 * @param ties one for each axis of the target
 */
public record AxisTies(Form form, List<Integer> out, List<Integer> primal, List<Tie> ties) {
    /** What an edge is beside its ties. */
    enum Form {
        /** Numbers, in the arrangement of the ties. */
        VALUED,
        /** A one wherever the ties allow it. */
        UNVALUED,
        COPY,
        /** A choice of entries in some arrangement. */
        RESHAPE
    }

    public AxisTies {
        out = List.copyOf(out);
        primal = List.copyOf(primal);
        ties = List.copyOf(ties);
    }

    static AxisTies untied(Form form, Shape out, Shape primal) {
        return new AxisTies(form, out.extents(), primal.extents(), Collections.nCopies(out.rank(), Tie.NONE));
    }

    /** False for a copy, a reshape and what has ones alone: products with them cost nothing. */
    boolean carriesValue() {
        return form == Form.VALUED;
    }

    boolean isDense() {
        return form == Form.VALUED && ties.stream().noneMatch(Tie::isTied);
    }

    int outSize() {
        return size(out);
    }

    int primalSize() {
        return size(primal);
    }

    private static int size(List<Integer> extents) {
        return extents.stream().reduce(1, (a, b) -> a * b);
    }

    /** (This: source to v) followed by ({@code next}: v to target). */
    AxisTies then(AxisTies next) {
        if (form == Form.COPY || next.form == Form.COPY) {
            return form == Form.COPY ? next : this;
        }
        if (form == Form.RESHAPE || next.form == Form.RESHAPE) {
            return new AxisTies(
                    form == next.form ? Form.RESHAPE : Form.VALUED,
                    next.out,
                    primal,
                    Collections.nCopies(next.out.size(), Tie.NONE));
        }
        List<Tie> through = new ArrayList<>();
        for (Tie tie : next.ties) {
            Tie before = tie.isTied() ? ties.get(tie.axis() - 1) : Tie.NONE;
            through.add(before.isTied() ? new Tie(before.axis(), before.kronecker() && tie.kronecker()) : Tie.NONE);
        }
        return new AxisTies(
                carriesValue() || next.carriesValue() ? Form.VALUED : Form.UNVALUED, next.out, primal, through);
    }

    /** Both between the same values, added: a copy is taken for what it is, ones on the diagonal. */
    AxisTies plus(AxisTies other) {
        if (form == other.form && (form == Form.COPY || form == Form.RESHAPE)) {
            return this;
        }
        List<Tie> one = diagonal();
        List<Tie> two = other.diagonal();
        List<Tie> common = new ArrayList<>();
        for (int axis = 0; axis < out.size(); axis++) {
            Tie tie = one.get(axis);
            Tie more = two.get(axis);
            common.add(
                    tie.axis() == more.axis() && tie.isTied()
                            ? new Tie(tie.axis(), tie.kronecker() && more.kronecker())
                            : Tie.NONE);
        }
        return new AxisTies(Form.VALUED, out, primal, common);
    }

    private List<Tie> diagonal() {
        List<Tie> diagonal = new ArrayList<>(ties);
        for (int axis = 0; form == Form.COPY && axis < diagonal.size(); axis++) {
            diagonal.set(axis, Tie.delta(axis + 1));
        }
        return diagonal;
    }

    /** True where an axis of the value between is tied on neither side, so that entries of the product are sums. */
    boolean contracts(AxisTies next) {
        for (int axis = 1; axis <= out.size(); axis++) {
            int own = axis;
            if (out.get(axis - 1) > 1
                    && !ties.get(axis - 1).isTied()
                    && next.ties.stream().noneMatch(tie -> tie.axis() == own)) {
                return true;
            }
        }
        return false;
    }

    /** Numbers that this contributes to a sum with the structure {@code sum}, which may store what this does not. */
    long positions(AxisTies sum) {
        if (form == Form.COPY
                || form == Form.RESHAPE
                || form == Form.UNVALUED && ties.stream().noneMatch(Tie::isTied)) {
            return outSize();
        }
        boolean[] bound = new boolean[primal.size() + 1];
        long count = 1;
        for (int axis = 0; axis < out.size(); axis++) {
            Tie tie = ties.get(axis);
            bound[tie.axis()] = true;
            count *= tie.isStored() || !sum.ties.get(axis).equals(tie) ? out.get(axis) : 1;
        }
        for (int axis = 1; axis <= primal.size(); axis++) {
            count *= bound[axis] ? 1 : primal.get(axis - 1);
        }
        return count;
    }

    /**
     * Multiplications of the product with {@code next} (game.md, section 3, third rule): the extents of all classes of
     * tied axes along which something is stored, each by its first axis in the order target, source, vertex between.
     */
    long cost(AxisTies next) {
        if (!carriesValue() || !next.carriesValue()) {
            return 0;
        }
        int source = next.out.size();
        int vertex = source + primal.size();
        int[] classOf = new int[vertex + out.size()];
        boolean[] stored = new boolean[classOf.length];
        for (int axis = 0; axis < classOf.length; axis++) {
            classOf[axis] = axis;
        }
        join(classOf, stored, vertex, source);
        next.join(classOf, stored, 0, vertex);
        long cost = 1;
        for (int representative = 0; representative < classOf.length; representative++) {
            boolean counts = false;
            int first = -1;
            for (int axis = 0; axis < classOf.length; axis++) {
                if (classOf[axis] == representative) {
                    first = first < 0 ? axis : first;
                    counts |= stored[axis];
                }
            }
            cost *= counts
                    ? first < source
                            ? next.out.get(first)
                            : first < vertex ? primal.get(first - source) : next.primal.get(first - vertex)
                    : 1;
        }
        return cost;
    }

    private void join(int[] classOf, boolean[] stored, int outs, int primals) {
        boolean[] bound = new boolean[primal.size()];
        for (int axis = 0; axis < out.size(); axis++) {
            Tie tie = ties.get(axis);
            stored[outs + axis] |= tie.isStored();
            if (tie.isTied()) {
                int other = primals + tie.axis() - 1;
                bound[tie.axis() - 1] = true;
                stored[other] |= tie.isStored();
                int gone = classOf[other];
                int kept = classOf[outs + axis];
                for (int k = 0; k < classOf.length; k++) {
                    classOf[k] = classOf[k] == gone ? kept : classOf[k];
                }
            }
        }
        for (int axis = 0; axis < bound.length; axis++) {
            stored[primals + axis] |= !bound[axis];
        }
    }

    /** Rows of entries behind one number of the source: for Markowitz degrees. */
    public long outWeight() {
        long weight = 1;
        for (int axis = 0; axis < out.size(); axis++) {
            weight *= ties.get(axis).isTied() || !carriesValue() ? 1 : out.get(axis);
        }
        return weight;
    }

    /** Columns of entries before one number of the target. */
    public long primalWeight() {
        long weight = 1;
        for (int axis = 1; axis <= primal.size(); axis++) {
            int own = axis;
            weight *= !carriesValue() || ties.stream().anyMatch(tie -> tie.axis() == own) ? 1 : primal.get(axis - 1);
        }
        return weight;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(form.name().toLowerCase(java.util.Locale.ROOT))
                .append(' ')
                .append(out)
                .append(" by ")
                .append(primal);
        for (int axis = 0; axis < ties.size(); axis++) {
            Tie tie = ties.get(axis);
            text.append(tie.isTied() ? " " + (tie.kronecker() ? "K" : "D") + (axis + 1) + tie.axis() : "");
        }
        return text.toString();
    }
}
