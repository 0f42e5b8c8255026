/**
 * The algebra of edges: an edge is the Jacobian of one value in another, and its type or ties say which axes are
 * joined.
 *
 * <p>Begin with {@link crosscountry.elimination.edge.Edge}; {@link crosscountry.elimination.edge.InitialEdges} makes
 * those of a function, {@link crosscountry.elimination.edge.CostModel} says how edges multiply and add and what that
 * costs. {@link crosscountry.elimination.edge.EdgeType} covers values of up to two axes as the paper does,
 * {@link crosscountry.elimination.edge.AxisTies} values of any rank (game.md, sections 3 and 4).
 *
 * <p>It may use {@code graph} alone.
 */
package crosscountry.elimination.edge;
