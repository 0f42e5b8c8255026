/**
 * The state of an elimination: one interface and three implementations that count alike.
 *
 * <p>Begin with {@link crosscountry.elimination.state.Orders} for the classical orders, with
 * {@link crosscountry.elimination.state.EliminationState} for more.
 *
 * <ul>
 *   <li>{@link crosscountry.elimination.state.ReadableState} shows every edge and product; the others are tested
 *       against it.
 *   <li>{@link crosscountry.elimination.state.BitsetState} is for search and learning. A
 *       {@link crosscountry.elimination.state.StateTemplate} prepares a graph once and starts any number of states; an
 *       engine keeps the edges, as rows of bits alone where all are numbers, else with a matrix of packed edges.
 *   <li>{@link crosscountry.elimination.state.SparseState} keeps lists of neighbours, for scalar graphs of any size. A
 *       {@link crosscountry.elimination.state.SparseTemplate} prepares a graph once and counts whole orders.
 * </ul>
 *
 * <p>{@link crosscountry.elimination.state.OrderWalk} counts an order of which a few steps change, as annealing needs
 * it; {@link crosscountry.elimination.state.LongestPaths} measures vertices,
 * {@link crosscountry.elimination.state.Locality} brings neighbouring steps together.
 *
 * <p>The package may use {@code graph}, {@code elimination} and {@code elimination.edge}.
 */
package crosscountry.elimination.state;
