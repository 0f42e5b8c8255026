package crosscountry.elimination.edge;

import java.util.function.LongSupplier;

/**
 * How edges multiply and add, and what an elimination costs. {@link #PUBLISHED} and {@link #ALGEBRA} count products as
 * the paper does; the others count what generated code does for the derivatives (its function values and elemental
 * partials are the same in every order).
 */
public enum CostModel {
    /** Multiplications, with the deviations of the published tables. */
    PUBLISHED("published", "multiplications", false) {
        @Override
        public boolean isPublished() {
            return true;
        }

        @Override
        public EdgeType product(EdgeType in, EdgeType out) {
            EdgeType deviation = PublishedDeviations.get().product(in, out);
            return deviation != null ? deviation : super.product(in, out);
        }

        @Override
        public EdgeType sum(EdgeType existing, EdgeType added) {
            EdgeType deviation = PublishedDeviations.get().sum(existing, added);
            return deviation != null ? deviation : super.sum(existing, added);
        }

        @Override
        public long cost(Edge in, Edge out) {
            long deviation = in.ties().isEmpty() ? PublishedDeviations.get().cost(in, out) : -1;
            return deviation >= 0 ? deviation : super.cost(in, out);
        }
    },
    /** Multiplications by the algebra of structures alone. */
    ALGEBRA("algebra", "multiplications", false),
    /** Multiplications less those by plus and minus one and between constants. */
    MULTIPLICATIONS("multiplications", "multiplications without those by one", true) {
        @Override
        public long cost(Edge in, Edge out, Edge existing) {
            return Work.multiplications(in, out);
        }
    },
    /** These multiplications and all additions. */
    FLOPS("flops", "multiplications and additions", true) {
        @Override
        public long cost(Edge in, Edge out, Edge existing) {
            return Work.multiplications(in, out) + Work.additions(in, out, existing);
        }
    },
    /**
     * The largest number of partial values that are alive at once. An elemental partial lives from the first step that
     * needs it, a product from the step that makes it, both until their vertex is gone; the cost of a step is what
     * lives at its end, before it lets go, and the cost of an order is the largest.
     */
    MEMORY("memory", "live partial values", true) {
        @Override
        public long cost(Edge in, Edge out, Edge existing) {
            return 0;
        }

        @Override
        public long stepCost(long products, LongSupplier liveValues) {
            return liveValues.getAsLong();
        }

        @Override
        public long combine(long before, long after) {
            return Math.max(before, after);
        }

        @Override
        public boolean isAdditive() {
            return false;
        }
    };

    private final String label;
    private final String unit;
    private final boolean countsGenerated;

    CostModel(String label, String unit, boolean countsGenerated) {
        this.label = label;
        this.unit = unit;
        this.countsGenerated = countsGenerated;
    }

    /** The name of this cost on the command line. */
    public String label() {
        return label;
    }

    /** What is counted. */
    public String unit() {
        return unit;
    }

    /** True for the costs that ask which numbers the edges carry, not only how these are arranged. */
    public boolean countsGenerated() {
        return countsGenerated;
    }

    /** True for the cost that keeps the slips of the published code. */
    public boolean isPublished() {
        return false;
    }

    /** The cost of two parts of an order: their sum, but for memory, of which the larger counts. */
    public long combine(long before, long after) {
        return before + after;
    }

    /** True where costs of steps add up. */
    public boolean isAdditive() {
        return true;
    }

    /**
     * The cost of a whole step.
     *
     * @param products the sum of its products by {@link #cost(Edge, Edge, Edge)}
     * @param liveValues asked for the partial values that live at the end of the step, before it lets go
     */
    public long stepCost(long products, LongSupplier liveValues) {
        return products;
    }

    public EdgeType product(EdgeType in, EdgeType out) {
        return in.product(out);
    }

    public EdgeType sum(EdgeType existing, EdgeType added) {
        return existing.sum(added);
    }

    /** The product of an in-edge and an out-edge of the eliminated vertex, as an edge by itself. */
    public Content product(Edge in, Edge out) {
        boolean contracts = in.ties().isPresent()
                ? in.ties().get().contracts(out.ties().orElseThrow())
                : out.p1() * out.p2() != 1 && contracts(in.type(), out.type());
        boolean plain = in.type() != EdgeType.RESHAPE && out.type() != EdgeType.RESHAPE && !contracts;
        return in.content().times(out.content(), plain);
    }

    public Content sum(Content existing, Content added) {
        return existing.plus(added);
    }

    /**
     * The edge after the product of an in-edge and an out-edge of the eliminated vertex is added (game.md, section 5).
     *
     * @param existing the edge that the product is added to; null for none
     */
    public Edge after(Edge in, Edge out, Edge existing) {
        Content product = product(in, out);
        Content content = existing == null ? product : sum(existing.content(), product);
        if (in.ties().isPresent()) {
            Edge made = in.product(out, content);
            return existing == null ? made : existing.sum(made, content);
        }
        EdgeType type = product(in.type(), out.type());
        EdgeType sum = existing == null ? type : sum(existing.type(), type);
        Edge old = existing == null ? new Edge(in.source(), out.target(), sum, 0, 0, 0, 0) : existing;
        boolean takesPrimal = in.p2() != 0;
        boolean takesOut = in.o2() != 0;
        return new Edge(
                in.source(),
                out.target(),
                sum,
                takesOut ? out.o1() : old.o1(),
                takesOut ? out.o2() : old.o2(),
                takesPrimal ? in.p1() : old.p1(),
                takesPrimal ? in.p2() : old.p2(),
                content);
    }

    /** True where an axis of the eliminated vertex is tied on neither side, so that entries of the product are sums. */
    public static boolean contracts(EdgeType in, EdgeType out) {
        boolean[] bound = {
            false,
            out.tie(1).axis() == 1 || out.tie(2).axis() == 1,
            out.tie(1).axis() == 2 || out.tie(2).axis() == 2
        };
        return !(bound[1] || in.tie(1).isTied()) || !(bound[2] || in.tie(2).isTied());
    }

    /**
     * What the product of an in-edge and an out-edge of the eliminated vertex costs, and adding it to what is there;
     * nothing under {@link #MEMORY}, which counts whole steps ({@link #stepCost}).
     *
     * @param existing the edge that the product is added to; null for none
     */
    public long cost(Edge in, Edge out, Edge existing) {
        return cost(in, out);
    }

    /**
     * Multiplications of the product of an in-edge and an out-edge of the eliminated vertex, whatever numbers they
     * carry.
     */
    public long cost(Edge in, Edge out) {
        return in.structure().cost(out.structure());
    }
}
