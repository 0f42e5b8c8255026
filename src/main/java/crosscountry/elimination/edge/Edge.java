package crosscountry.elimination.edge;

import java.util.List;
import java.util.Optional;

/**
 * An edge of the linearized graph: from the value with id {@code source} to vertex number {@code target} (virtual
 * output vertices are numbered after the last operation). Extents: o1, o2 of the target, p1, p2 of the source. The
 * content counts under the costs of generated code only.
 *
 * @param ties the structure where the graph has values of more than two axes: then {@code type} is the nearest one, and
 *     the extents are the sizes of target and source
 */
public record Edge(
        int source,
        int target,
        EdgeType type,
        int o1,
        int o2,
        int p1,
        int p2,
        Content content,
        Optional<AxisTies> ties) {
    /** An edge of which nothing is known but its structure. */
    public Edge(int source, int target, EdgeType type, int o1, int o2, int p1, int p2) {
        this(source, target, type, o1, o2, p1, p2, Content.VARIABLE);
    }

    public Edge(int source, int target, EdgeType type, int o1, int o2, int p1, int p2, Content content) {
        this(source, target, type, o1, o2, p1, p2, content, Optional.empty());
    }

    /** An edge between values of any rank. */
    public static Edge of(int source, int target, AxisTies ties, Content content) {
        return new Edge(
                source, target, nearest(ties), ties.outSize(), 1, ties.primalSize(), 1, content, Optional.of(ties));
    }

    private static EdgeType nearest(AxisTies ties) {
        return switch (ties.form()) {
            case COPY -> EdgeType.COPY;
            case RESHAPE -> EdgeType.RESHAPE;
            case UNVALUED -> EdgeType.IDENTITY;
            case VALUED -> ties.isDense() ? EdgeType.DENSE : EdgeType.D11;
        };
    }

    /** The structure, that of two axes in the form for any number of them. */
    AxisTies structure() {
        return ties.orElseGet(
                () -> new AxisTies(type.form(), List.of(o1, o2), List.of(p1, p2), List.of(type.tie(1), type.tie(2))));
    }

    /** This followed by {@code out}, by the algebra alone. */
    Edge product(Edge out, Content of) {
        return ties.isPresent()
                ? of(source, out.target, ties.get().then(out.ties.orElseThrow()), of)
                : new Edge(source, out.target, type.product(out.type), out.o1, out.o2, p1, p2, of);
    }

    /** This and another edge between the same values, by the algebra alone. */
    public Edge sum(Edge other, Content of) {
        return ties.isPresent()
                ? of(source, target, ties.get().plus(other.ties.orElseThrow()), of)
                : new Edge(source, target, type.sum(other.type), o1, o2, p1, p2, of);
    }

    /** The same with numbers that depend on the inputs. */
    public Edge computed() {
        return new Edge(source, target, type, o1, o2, p1, p2, Content.VARIABLE, ties);
    }
}
