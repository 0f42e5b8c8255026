package crosscountry.edge;

/**
 * An edge of the linearized graph: from the value with id {@code source} to vertex number {@code target} (virtual output
 * vertices are numbered after the last operation). Extents: o1, o2 of the target, p1, p2 of the source. The content counts
 * under the costs of generated code only.
 */
public record Edge(int source, int target, EdgeType type, int o1, int o2, int p1, int p2, Content content) {
    /** An edge of which nothing is known but its structure. */
    public Edge(int source, int target, EdgeType type, int o1, int o2, int p1, int p2) {
        this(source, target, type, o1, o2, p1, p2, Content.VARIABLE);
    }

    int out(int axis) {
        return axis == 1 ? o1 : o2;
    }

    int primal(int axis) {
        return axis == 1 ? p1 : p2;
    }
}
