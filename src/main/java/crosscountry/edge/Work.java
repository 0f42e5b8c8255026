package crosscountry.edge;

/**
 * What generated code does and keeps for edges: multiplications without factors of one, additions, stored values. Extents of
 * tied axes are those of the target.
 */
public final class Work {
    private Work() {}

    /** Multiplications of in times out; none by plus or minus one, none between constants. */
    static long multiplications(Edge in, Edge out) {
        boolean free = in.content() == Content.UNIT || out.content() == Content.UNIT || in.content().isConstant() && out.content().isConstant();
        return free ? 0 : ProductCost.of(in, out);
    }

    /**
     * Additions of in times out, and of adding that to what is there.
     *
     * @param existing the edge that the product is added to; null for none
     */
    static long additions(Edge in, Edge out, Edge existing) {
        if (in.content().isConstant() && out.content().isConstant()) {
            return existing == null || existing.content().isConstant() ? 0 : merged(existing, product(in, out));
        }
        long inner = in.type().carriesValue() && out.type().carriesValue() ? ProductCost.of(in, out) - entries(product(in, out)) : 0;
        return inner + (existing == null ? 0 : merged(existing, product(in, out)));
    }

    private static Edge product(Edge in, Edge out) {
        return in.ties().isPresent() ? Edge.of(in.source(), out.target(), in.ties().get().then(out.ties().orElseThrow()), Content.VARIABLE)
                : new Edge(in.source(), out.target(), in.type().product(out.type()), out.o1(), out.o2(), in.p1(), in.p2());
    }

    private static long merged(Edge existing, Edge product) {
        if (existing.ties().isPresent()) {
            AxisTies sum = existing.ties().get().plus(product.ties().orElseThrow());
            return Math.min(existing.ties().get().positions(sum), product.ties().orElseThrow().positions(sum));
        }
        EdgeType sum = existing.type().sum(product.type());
        return Math.min(positions(existing, sum), positions(product, sum));
    }

    /** Numbers stored for an edge's structure. */
    static long entries(Edge edge) {
        if (!edge.type().carriesValue()) {
            return 0;
        }
        return edge.ties().map(ties -> ties.positions(ties)).orElseGet(() -> positions(edge, edge.type()));
    }

    /** Numbers that an edge contributes to a sum with the structure {@code sum}, which may store what the edge does not. */
    static long positions(Edge edge, EdgeType sum) {
        if (!edge.type().isTied()) {
            return edge.type() == EdgeType.DENSE ? (long) edge.o1() * edge.o2() * edge.p1() * edge.p2() : (long) edge.o1() * edge.o2();
        }
        boolean[] bound = new boolean[3];
        long count = 1;
        for (int axis = 1; axis <= 2; axis++) {
            Tie tie = edge.type().tie(axis);
            bound[tie.axis()] = true;
            boolean kept = tie.isStored() || !sum.tie(axis).equals(tie);
            count *= kept ? edge.out(axis) : 1;
        }
        return count * (bound[1] ? 1 : edge.p1()) * (bound[2] ? 1 : edge.p2());
    }

    /** Numbers that are kept in memory for an edge: none for constants and for partials that nobody has asked for yet. */
    public static long live(Edge edge) {
        return edge.content() == Content.VARIABLE ? entries(edge) : 0;
    }
}
