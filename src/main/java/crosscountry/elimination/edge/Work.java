package crosscountry.elimination.edge;

/**
 * What generated code does and keeps for edges: multiplications without factors of one, additions, stored values.
 * Extents of tied axes are those of the target.
 */
public final class Work {
    private Work() {}

    /** Multiplications of in times out; none by plus or minus one, none between constants. */
    static long multiplications(Edge in, Edge out) {
        boolean free = in.content() == Content.UNIT
                || out.content() == Content.UNIT
                || in.content().isConstant() && out.content().isConstant();
        return free ? 0 : in.structure().cost(out.structure());
    }

    /**
     * Additions of in times out, and of adding that to what is there.
     *
     * @param existing the edge that the product is added to; null for none
     */
    static long additions(Edge in, Edge out, Edge existing) {
        if (in.content().isConstant() && out.content().isConstant()) {
            return existing == null || existing.content().isConstant()
                    ? 0
                    : merged(existing, in.product(out, Content.VARIABLE));
        }
        Edge product = in.product(out, Content.VARIABLE);
        long inner = in.type().carriesValue() && out.type().carriesValue()
                ? in.structure().cost(out.structure()) - entries(product)
                : 0;
        return inner + (existing == null ? 0 : merged(existing, product));
    }

    private static long merged(Edge existing, Edge product) {
        AxisTies sum = existing.sum(product, Content.VARIABLE).structure();
        return Math.min(existing.structure().positions(sum), product.structure().positions(sum));
    }

    /** Numbers stored for an edge's structure. */
    static long entries(Edge edge) {
        AxisTies structure = edge.structure();
        return structure.carriesValue() ? structure.positions(structure) : 0;
    }

    /**
     * Numbers that are kept in memory for an edge: none for constants and for partials that nobody has asked for yet.
     */
    public static long live(Edge edge) {
        return edge.content() == Content.VARIABLE ? entries(edge) : 0;
    }
}
