/**
 * Vertex elimination: orders, their costs, and what each step does.
 *
 * <p>Begin with {@link crosscountry.elimination.state.Orders} for the classical orders and
 * {@link crosscountry.elimination.Elimination} to play one; {@link crosscountry.elimination.Linearization} is the graph
 * between two steps, a {@link crosscountry.elimination.Step} says what the elimination of one vertex did. The package
 * is made to be read; search uses {@link crosscountry.elimination.state}.
 *
 * <p>It may use {@code graph} and {@link crosscountry.elimination.edge}, not {@code elimination.state}.
 */
package crosscountry.elimination;
