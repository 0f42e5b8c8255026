package crosscountry.graph;

/**
 * An initial edge that a graph file states itself: from value {@code source} (id) to vertex {@code target} (number),
 * type code and extents as in game.md, sections 3 and 4.
 */
public record GivenEdge(int source, int target, int type, int o1, int o2, int p1, int p2) {}
