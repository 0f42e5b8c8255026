package crosscountry.edge;

import java.util.Optional;

/**
 * An edge of the linearized graph: from the value with id {@code source} to vertex number {@code target} (virtual output
 * vertices are numbered after the last operation). Extents: o1, o2 of the target, p1, p2 of the source. The content counts
 * under the costs of generated code only.
 *
 * @param ties the structure where the graph has values of more than two axes: then {@code type} is the nearest one, and the extents are
 *     the sizes of target and source
 */
public record Edge(int source, int target, EdgeType type, int o1, int o2, int p1, int p2, Content content, Optional<AxisTies> ties) {
    /** An edge of which nothing is known but its structure. */
    public Edge(int source, int target, EdgeType type, int o1, int o2, int p1, int p2) {
        this(source, target, type, o1, o2, p1, p2, Content.VARIABLE);
    }

    public Edge(int source, int target, EdgeType type, int o1, int o2, int p1, int p2, Content content) {
        this(source, target, type, o1, o2, p1, p2, content, Optional.empty());
    }

    /** An edge between values of any rank. */
    public static Edge of(int source, int target, AxisTies ties, Content content) {
        return new Edge(source, target, nearest(ties), ties.outSize(), 1, ties.primalSize(), 1, content, Optional.of(ties));
    }

    private static EdgeType nearest(AxisTies ties) {
        return switch (ties.form()) {
            case COPY -> EdgeType.COPY;
            case RESHAPE -> EdgeType.RESHAPE;
            case UNVALUED -> EdgeType.IDENTITY;
            case VALUED -> ties.isDense() ? EdgeType.DENSE : EdgeType.D11;
        };
    }

    /** The same with numbers that depend on the inputs. */
    public Edge computed() {
        return new Edge(source, target, type, o1, o2, p1, p2, Content.VARIABLE, ties);
    }

    int out(int axis) {
        return axis == 1 ? o1 : o2;
    }

    int primal(int axis) {
        return axis == 1 ? p1 : p2;
    }
}
