package crosscountry.elimination.state;

import crosscountry.elimination.edge.Edge;

/**
 * The edge algebra on packed edges: an edge is one int, its {@link crosscountry.elimination.edge.Content} in the bits
 * from {@link #CONTENT_SHIFT}; 0 is no edge.
 */
interface PackedAlgebra {
    int CONTENT_SHIFT = 29;
    /** All but the content. */
    int STRUCTURE = (1 << CONTENT_SHIFT) - 1;

    int pack(Edge edge);

    /** The packed edge again; source and target are the caller's. */
    Edge unpack(int edge, int source, int target);

    /** What {@link #cost} and {@link #add} ask of the product of these edges. */
    int pair(int in, int out);

    long cost(int pair, int in, int out);

    /**
     * The edge after adding the product of {@code in} and {@code out} to {@code old}, which may be no edge; without
     * content.
     */
    int add(int pair, int old, int in, int out);

    /** Weight of an out-edge in a Markowitz degree. */
    long weightIn(int edge);

    /** Weight of an in-edge. */
    long weightOut(int edge);

    /** True for an edge with a number for each pair of entries. */
    boolean isDense(int edge);

    /** The same for another thread. */
    PackedAlgebra copy();
}
