package crosscountry.edge;

/** By which rules edges multiply, add and cost: the algebra alone, or with the deviations of the published tables. */
public enum Rules {
    PUBLISHED("published"),
    ALGEBRA("algebra");

    private final String label;

    Rules(String label) {
        this.label = label;
    }

    /** The name of this cost on the command line. */
    public String label() {
        return label;
    }

    public EdgeType product(EdgeType in, EdgeType out) {
        EdgeType deviation = this == PUBLISHED ? PublishedDeviations.get().product(in, out) : null;
        return deviation != null ? deviation : in.product(out);
    }

    public EdgeType sum(EdgeType existing, EdgeType added) {
        EdgeType deviation = this == PUBLISHED ? PublishedDeviations.get().sum(existing, added) : null;
        return deviation != null ? deviation : existing.sum(added);
    }

    /** Multiplications of the product of an in-edge and an out-edge of the eliminated vertex. */
    public long cost(Edge in, Edge out) {
        long deviation = this == PUBLISHED ? PublishedDeviations.get().cost(in, out) : -1;
        return deviation >= 0 ? deviation : ProductCost.of(in, out);
    }
}
