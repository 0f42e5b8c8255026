/**
 * Vertex-disjoint paths and smallest separators, which are two sides of one thing (Menger's theorem): unit flows on a
 * graph in which every vertex is split in two. {@link crosscountry.search.flow.DisjointPaths} names the paths,
 * {@link crosscountry.search.flow.Separators} counts them where some vertices are gone.
 *
 * <p>Uses nothing: vertices are numbers here.
 */
package crosscountry.search.flow;
